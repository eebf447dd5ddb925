import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { MAIL_TEMPLATES } from '../rules/decision.ts';
import { ORIGIN, testApp } from '../testing/app.ts';
import { both, DRAFT, sendOffer } from '../testing/offer.ts';
import { hostileWords } from './testing/hostile-words.ts';
import { playEverything } from './testing/plays.ts';

interface Mail {
  readonly template: string;
  readonly to_email: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

async function sentWith(words: () => string): Promise<Mail[]> {
  const app = await testApp();
  const mails = new Map<string, Mail>();
  const keep = async () => {
    for (const mail of await app.mails()) mails.set(mail.id, mail);
  };
  // The outbox forgets what left a month ago, and the plays last longer.
  const advance = async (hours: number) => {
    await keep();
    await app.advance(hours);
  };
  await playEverything({ ...app, advance }, words);
  await keep();
  assert.deepEqual(await app.audit(), []);
  await app.close();
  return [...mails.values()];
}

const TAG =
  /^<(?:!doctype html|\/?(?:html|head|body|div|p|a|table|tr|td|title|meta|br)(?: (?:lang|charset|name|content|style|role|href)="[^"<>]*")*)>$/;

// Half of a sign that needs two: what is left when one is cut in the middle.
const HALF = /[\p{Surrogate}\ufffd]/u;

describe('The mails of a contract', () => {
  let mails: Mail[];

  before(async () => {
    mails = await sentWith(() => 'Plain words');
  });

  it('are each sent in some play', () => {
    const sent = new Set(mails.map(({ template }) => template));
    assert.deepEqual(
      [...MAIL_TEMPLATES, 'sign_in_code'].filter((template) => !sent.has(template)),
      [],
    );
  });

  it('say the same as text and as HTML, with nothing left unfilled', () => {
    for (const { template, subject, text, html } of mails) {
      for (const part of [subject, text, html]) assert.doesNotMatch(part, /undefined|null|NaN|\[object|\$\{/, template);
      const [first = ''] = text.split('\n\n');
      assert.ok(plain(html).includes(first), `${template}: ${first}`);
      assert.match(html, /<html lang="en">/);
    }
  });

  it('lead to the page of who reads them, and nowhere else', () => {
    for (const { template, to_email: to, text, html } of mails) {
      const page =
        to === 'kim@arden.example'
          ? /^(\/review\/ctr_[\w-]+|\/invitation\/inv_[\w-]{43})$/
          : /^\/contracts\/ctr_[\w-]+$/;
      const links = [...text.matchAll(/https?:\S+/g), ...html.matchAll(/(?<=href=")[^"]*/g)].map(([link]) => link);
      for (const link of links) {
        assert.ok(link.startsWith(`${ORIGIN}/`), link);
        assert.match(link.slice(ORIGIN.length), page, template);
      }
    }
  });

  it('load nothing when they are opened', () => {
    for (const { html } of mails) assert.doesNotMatch(html, /<img|<link|<script|url\(|@import|src=/);
  });

  it('say while money is only simulated that it is', () => {
    for (const { template, text } of mails) {
      if (template !== 'sign_in_code') assert.match(text, /held funds \(simulated\)/, template);
    }
  });
});

describe('Mails about contracts of somebody who means harm', () => {
  let mails: Mail[];

  before(async () => {
    let at = 0;
    mails = await sentWith(() => hostileWords[at++ % hostileWords.length] ?? '');
    assert.ok(at >= hostileWords.length, `Only ${at} of ${hostileWords.length} were tried.`);
  });

  it('hold no tag and no attribute but our own', () => {
    for (const { template, html } of mails) {
      for (const [tag] of html.matchAll(/<[^>]*>?/g)) assert.match(tag, TAG, template);
      assert.doesNotMatch(html, /href="(?!http:\/\/backend\.test\/)/);
    }
  });

  it('have one line as their subject', () => {
    for (const { template, subject } of mails) {
      assert.doesNotMatch(subject, /[\u0000-\u001f\u007f\u0085\u2028\u2029]/, template);
      assert.doesNotMatch(subject, HALF, template);
    }
  });

  it('have subjects that are seen as a whole: seventy characters at most', async () => {
    const long = await sentWith(() => '📐'.repeat(60));
    for (const { template, subject } of [...mails, ...long]) {
      assert.ok([...subject].length <= 70, `${template}: ${subject}`);
      assert.doesNotMatch(subject, HALF, template);
    }
  });
});

describe('The subject of a mail about money', () => {
  it('keeps the amount in sight, however long the title is', async () => {
    const app = await testApp();
    await sendOffer(await both(app), { ...DRAFT, title: 'A very long title of a very large piece of work' });
    const [mail] = await app.mails();
    assert.match(mail?.subject ?? '', /^Robin Vale offers you a contract: A very .*… \(\$500\.00\)$/);
    await app.close();
  });
});

describe('A title or a name with a line break', () => {
  it('is refused before it could become a header', async () => {
    const app = await testApp();
    const { robin } = await both(app);
    for (const words of ['a\r\nBcc: all@evil.example', 'a\nb', 'a\rb', 'a\u2028b', 'a\u0085b', 'a\u0000b']) {
      const { code, problem } = await robin('contracts.create', {
        ...DRAFT,
        title: words,
        client: { ...DRAFT.client, name: words },
      });
      assert.equal(code, 'VALIDATION');
      assert.deepEqual(problem?.errors?.map(({ pointer }) => pointer).sort(), ['/client/name', '/title']);
    }
    await app.close();
  });
});

function plain(html: string): string {
  const words = html.replaceAll('<br>', '\n').replaceAll(/<[^>]*>/g, '\n');
  return words
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
