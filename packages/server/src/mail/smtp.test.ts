import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { smtpTransport } from '../node/smtp.ts';
import { testApp } from '../testing/app.ts';
import { both, DRAFT, sendOffer } from '../testing/offer.ts';

interface Received {
  readonly from: string;
  readonly to: string[];
  readonly source: string;
}

/** A real mail server that takes what it is told to take. */
async function mailServer(t: TestContext) {
  const received: Received[] = [];
  const state = { refuses: 0, tries: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        state.tries += 1;
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const source = Buffer.concat(pieces).toString('utf8');
        if (state.refuses-- > 0) return done(new Error('Come back later.'));
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), source });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  const mail = smtpTransport(`smtp://127.0.0.1:${port}`, 'Handsel <contracts@vale.example>');
  const app = await testApp({ mail });
  t.after(() => app.close());
  return { app, received, state };
}

const headerOf = (source: string, name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(source)?.[1];

describe('A mail server', () => {
  it('gets each mail once, to whom it is for, as text and as HTML', async (t) => {
    const { app, received } = await mailServer(t);
    await sendOffer(await both(app));
    await app.advance(0);
    await app.advance(1);
    const [mail, ...more] = received;
    assert.equal(more.length, 0);
    assert.deepEqual(mail?.to, ['kim@arden.example']);
    assert.equal(mail.from, 'contracts@vale.example');
    assert.match(mail.source, /Content-Type: text\/plain/);
    assert.match(mail.source, /Content-Type: text\/html/);
    assert.equal(headerOf(mail.source, 'Subject'), 'Robin Vale offers you a contract: Website redesign ($500.00)');
    assert.match(headerOf(mail.source, 'Message-ID') ?? '', /^<mail_[\w-]+@handsel>$/);
  });

  it('that refuses is asked again after pauses that grow, under the same Message-ID', async (t) => {
    const { app, received, state } = await mailServer(t);
    state.refuses = 4;
    await sendOffer(await both(app));
    const triesAfter = async (seconds: number) => {
      await app.advance(seconds / 3600);
      return state.tries;
    };
    assert.equal(await triesAfter(0), 1);
    assert.deepEqual([await triesAfter(9), await triesAfter(1)], [1, 2]);
    assert.deepEqual([await triesAfter(19), await triesAfter(1)], [2, 3]);
    assert.deepEqual([await triesAfter(39), await triesAfter(1)], [3, 4]);
    assert.deepEqual([await triesAfter(79), await triesAfter(1)], [4, 5]);
    assert.equal(received.length, 1);
    const [row] = await app.mails();
    assert.equal(headerOf(received[0]?.source ?? '', 'Message-ID'), `<${row?.id}@handsel>`);
    assert.notEqual(row?.sent_at, null);
  });

  it('that is away for days does not keep a contract from being sent', async (t) => {
    const { app, received, state } = await mailServer(t);
    state.refuses = Number.POSITIVE_INFINITY;
    await sendOffer(await both(app));
    for (let hours = 0; hours < 48; hours++) await app.advance(1);
    assert.ok(state.tries > 5 && state.tries < 20, `${state.tries} tries`);
    state.refuses = 0;
    await app.advance(6);
    assert.equal(received.length, 1);
  });

  it('never sees a header that somebody else wrote', async (t) => {
    const { app, received } = await mailServer(t);
    const name = '"Kim" <all@evil.example>, Bcc: everybody@evil.example';
    await sendOffer(await both(app), { ...DRAFT, title: name, client: { ...DRAFT.client, name } });
    await app.advance(0);
    const [mail] = received;
    assert.deepEqual(mail?.to, ['kim@arden.example']);
    const [head = ''] = (mail?.source ?? '').split('\r\n\r\n');
    const names = head.split('\r\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []);
    assert.deepEqual(names.sort(), ['Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To']);
    assert.equal(headerOf(head, 'To'), 'kim@arden.example');
  });
});
