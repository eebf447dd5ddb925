import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ORIGIN } from '../testing/app.ts';
import { fundAsClient, stage } from './testing/stage.ts';

const ATTACK = `"><script>alert(1)</script><img src=x onerror=alert(1)>'{{7*7}}`;

describe('The hosted pages', () => {
  it('refuse a form of another site, and do nothing of it', async (t) => {
    const { offer, kim, backend } = await stage(t);
    const id = await offer();
    await kim.open(`/review/${id}`);
    const own = kim.request('Decline the offer');
    const body = await own.clone().text();
    const sent = (more: Record<string, string>) => {
      const headers = {
        cookie: own.headers.get('cookie') ?? '',
        'content-type': 'application/x-www-form-urlencoded',
        ...more,
      };
      return backend.fetch(new Request(own.url, { method: 'POST', headers, body }));
    };
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ];
    for (const headers of foreign) assert.equal((await sent(headers as Record<string, string>)).status, 403);
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Waiting for your answer/);
    assert.equal((await sent({ origin: ORIGIN })).status, 303);
  });

  it('take nothing but a plain form of a plain size', async (t) => {
    const { kim, backend } = await stage(t);
    const send = (type: string, body: string) => {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type };
      return backend.fetch(new Request(`${ORIGIN}/review`, { method: 'POST', headers, body }));
    };
    assert.equal((await send('text/plain', 'do=sign-in')).status, 403);
    assert.equal((await send('application/x-www-form-urlencoded', `do=${'a'.repeat(300_000)}`)).status, 403);
    assert.equal((await kim.open('/review')).status, 200);
  });

  it('escape what people wrote, wherever it stands', async (t) => {
    const { robin, kim, offer } = await stage(t);
    await robin.open('/settings');
    await robin.press('Save', { name: ATTACK, company: ATTACK });
    const id = await offer({ title: ATTACK, description: ATTACK });
    const pages = [robin.page.html];
    const seen = async (who: typeof kim, address: string) => pages.push((await who.open(address)).html);
    await seen(kim, `/review/${id}`);
    await seen(kim, '/review');
    await fundAsClient(kim, id);
    await robin.open(`/contracts/${id}`);
    await robin.press('Send request for $500.00', { note: ATTACK });
    await seen(kim, `/review/${id}`);
    pages.push(
      (await kim.press('Check the figures', { release: 'less', less: ATTACK, lessReason: ATTACK, comment: ATTACK }))
        .html,
    );
    await kim.open(`/review/${id}`);
    const what = kim.page.html.includes('Send to Robin') ? 'Send to Robin' : `Send to ${ATTACK}`;
    await kim.press(what, { note: ATTACK });
    for (const address of [
      '/',
      '/settings',
      `/contracts/${id}`,
      '/dev/outbox',
      `/?search=${encodeURIComponent(ATTACK)}`,
    ]) {
      await seen(robin, address);
    }
    await seen(robin, `/invitation/${encodeURIComponent(ATTACK)}`);
    for (const html of pages) {
      assert.ok(!html.includes('<script>alert') && !html.includes('<img src=x'), html);
    }
    assert.ok(pages.filter((html) => html.includes('&lt;img src=x')).length >= 8);
  });

  it('stand under the strict policy, every one of them', async (t) => {
    const { offer, robin, kim } = await stage(t);
    const id = await offer();
    const addresses = [
      '/',
      '/settings',
      '/contracts/new',
      `/contracts/${id}`,
      '/nowhere',
      '/invitation/abc',
      '/dev/outbox',
    ];
    for (const address of [...addresses, '/review']) {
      const { headers } = await robin.open(address);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/, address);
      assert.match(policy, /frame-ancestors 'none'/, address);
      assert.match(policy, /require-trusted-types-for 'script'/, address);
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-robots-tag'), 'noindex');
    }
    await kim.open(`/review/${id}`);
    const { headers } = await kim.press('Sign and accept');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const styled = [robin, kim].flatMap(
      ({ page }) => page.html.match(/ style="|<style|<script(?! type="module" src="\/assets\/desk\.js")/g) ?? [],
    );
    assert.deepEqual(styled, []);
  });

  it("make no difference between another's contract and none", async (t) => {
    const { offer, stranger, sessionFor } = await stage(t);
    const id = await offer();
    const eve = stranger(await sessionFor('client', 'eve@other.example'));
    const foreign = await eve.open(`/review/${id}`);
    const foreignText = eve.text;
    const absent = await eve.open('/review/ctr_0193a6d8-0000-7000-8000-000000000000');
    assert.equal(foreign.status, 404);
    assert.equal(absent.status, 404);
    assert.equal(foreignText, eve.text);
    const ada = stranger(await sessionFor('freelancer', 'ada@other.example'));
    assert.equal((await ada.open(`/contracts/${id}`)).status, 404);
  });

  it('ask whoever is not signed in to do so, and then show what was asked for', async (t) => {
    const { offer, stranger, code } = await stage(t);
    const id = await offer();
    const kim = stranger();
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Sign in to your contracts/);
    assert.doesNotMatch(kim.text, /Website redesign/);
    await kim.press('E-mail me a code', { email: 'kim@arden.example' });
    await kim.press('Sign in', { code: await code() });
    assert.equal(kim.page.url.pathname, `/review/${id}`);
    assert.match(kim.text, /Website redesign/);
  });

  it('tell the script when nobody is signed in, so that it need not ask', async (t) => {
    const { robin, stranger } = await stage(t);
    for (const address of ['/', '/review', '/invitation/abc', '/nowhere']) {
      assert.match((await stranger().open(address)).html, /<header [^>]*data-signed-out/, address);
      assert.doesNotMatch((await robin.open(address)).html, /data-signed-out/, address);
    }
  });

  it('say the same to an address that is known and to one that is not', async (t) => {
    const { stranger, mails } = await stage(t);
    const texts = [];
    for (const email of ['robin@vale.example', 'nobody@else.example']) {
      const who = stranger();
      await who.open('/');
      await who.press('E-mail me a code', { email });
      texts.push(who.text.replaceAll(email, '…'));
    }
    assert.equal(texts[0], texts[1]);
    assert.deepEqual(
      (await mails()).map(({ to_email }) => to_email),
      ['robin@vale.example'],
    );
  });

  it('do not change anything when an invitation is only opened', async (t) => {
    const { offer, stranger, invitation, mails, store } = await stage(t);
    await offer();
    const link = await invitation();
    const before = await store.read((q) => q.db.selectFrom('contracts').select(['version', 'seq']).execute());
    const sent = (await mails()).length;
    const scanner = stranger();
    for (let time = 0; time < 5; time++) await scanner.open(link);
    assert.match(scanner.text, /Robin Vale offers you a contract/);
    assert.deepEqual(
      await store.read((q) => q.db.selectFrom('contracts').select(['version', 'seq']).execute()),
      before,
    );
    assert.equal((await mails()).length, sent);
    assert.equal(scanner.cookie('handsel'), undefined);
    await scanner.press('E-mail me a code');
    assert.match(scanner.text, /We mailed a code to k…@arden\.example/);
  });
});
