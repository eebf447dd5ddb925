import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { sha256 } from '@handsel/protocol';
import { newToken } from '../chance.ts';
import { addKey } from '../store/credentials.ts';
import { ORIGIN, testApp } from '../testing/app.ts';
import { asking, bearer } from '../testing/ask.ts';
import { both, mailedCodes, sendOffer } from '../testing/offer.ts';

const PAGE = 'https://app.vale.example';
const OTHER = 'https://evil.example';

async function open(t: TestContext) {
  const app = await testApp();
  t.after(() => app.close());
  const people = await both(app);
  const contractId = await sendOffer(people);
  const server = asking(app, bearer(app.first.secretKey ?? ''));
  return { app, ...people, contractId, server };
}

describe('Signing in', () => {
  const byCode = async (t: TestContext, headers: Record<string, string>) => {
    const { app } = await open(t);
    const email = 'kim@arden.example';
    await asking(app)('sessions.requestCode', { email });
    const code = (await mailedCodes(app)).at(-1) ?? '';
    return { app, answer: await asking(app, headers)('sessions.create', { email, code }) };
  };

  it('gives a page of our own a cookie that no script can read, and no token', async (t) => {
    const { app, answer } = await byCode(t, { 'sec-fetch-site': 'same-origin', origin: ORIGIN });
    assert.equal(answer.body.token, null);
    const cookie = answer.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^handsel=ses_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    const [pair = ''] = cookie.split(';');
    const ask = asking(app, { cookie: `theme=dark; ${pair}` });
    assert.equal((await ask('sessions.retrieve', {}, { 'sec-fetch-site': 'same-origin' })).status, 200);
    assert.equal((await ask('sessions.retrieve', {}, { origin: ORIGIN })).status, 200);
    for (const site of ['cross-site', 'same-site', 'none']) {
      assert.equal((await ask('sessions.retrieve', {}, { 'sec-fetch-site': site })).code, 'UNAUTHENTICATED');
    }
    assert.equal((await ask('sessions.retrieve', {}, { origin: OTHER })).code, 'UNAUTHENTICATED');
  });

  it('gives an app outside the browser a token', async (t) => {
    const { app, answer } = await byCode(t, {});
    assert.equal(answer.headers.get('set-cookie'), null);
    const { body } = await asking(app, bearer(answer.body.token ?? ''))('sessions.retrieve', {});
    assert.deepEqual([body.kind, body.role, body.token], ['hosted', 'client', null]);
  });

  it('is refused to the pages of other sites, which may only open ours', async (t) => {
    const { answer } = await byCode(t, { origin: OTHER });
    assert.equal(answer.code, 'ORIGIN_DENIED');
    const same = await byCode(t, { origin: ORIGIN, 'sec-fetch-site': 'same-site' });
    assert.equal(same.answer.code, 'ORIGIN_DENIED');
  });

  it('never makes somebody a freelancer by wishing', async (t) => {
    const { app } = await open(t);
    const email = 'kim@arden.example';
    await asking(app)('sessions.requestCode', { email });
    const code = (await mailedCodes(app)).at(-1) ?? '';
    const { body } = await asking(app)('sessions.create', { email, code, role: 'freelancer' });
    assert.equal(body.role, 'client');
  });

  it('binds the cookie to this very host where there is TLS', async (t) => {
    const app = await testApp();
    t.after(() => app.close());
    const { cookieName } = await import('@handsel/protocol/backend');
    const { sessionCookie } = await import('./cookies.ts');
    const world = { ...app.world, settings: { ...app.world.settings, publicUrl: 'https://contracts.vale.example' } };
    assert.equal(cookieName(world.settings.publicUrl), '__Host-handsel');
    assert.match(
      sessionCookie(world, 'ses_x', 60),
      /^__Host-handsel=ses_x; Path=\/; HttpOnly; SameSite=Lax; .*; Secure$/,
    );
    assert.doesNotMatch(sessionCookie(world, 'ses_x', 60), /Domain/i);
  });
});

describe('A session', () => {
  it('is over when its time is, to the second', async (t) => {
    const { app, server, contractId } = await open(t);
    const { body } = await server('sessions.mint', { role: 'freelancer', contractId, expiresIn: 60 });
    const ask = asking(app, bearer(body.token ?? ''));
    await app.advance(59 / 3600);
    assert.equal((await ask('contracts.retrieve', { contractId })).status, 200);
    await app.advance(1 / 3600);
    const late = await ask('contracts.retrieve', { contractId });
    assert.equal(late.code, 'SESSION_EXPIRED');
    assert.equal(late.headers.get('www-authenticate'), 'Bearer error="invalid_token"');
  });

  it('is over when somebody signs out, and takes its cookie along', async (t) => {
    const { app, contractId } = await open(t);
    const ask = asking(app, bearer(await app.sessionFor('client')));
    const out = await ask('sessions.delete', {});
    assert.equal(out.status, 204);
    assert.match(out.headers.get('set-cookie') ?? '', /^handsel=; .*Max-Age=0/);
    assert.equal((await ask('contracts.retrieve', { contractId })).code, 'SESSION_EXPIRED');
  });

  it('sees nothing more on a live stream once it was ended', async (t) => {
    const { app, robin, contractId } = await open(t);
    const token = await app.sessionFor('client');
    const url = `${ORIGIN}/v1/contracts/${contractId}/events/stream?after=0`;
    const stream = await app.backend.fetch(new Request(url, { headers: bearer(token) }));
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    while (!seen.includes('contract.sent')) seen += (await reader?.read())?.value ?? '';
    await asking(app, bearer(token))('sessions.delete', {});
    await robin('contracts.withdraw', { contractId });
    let rest = '';
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      rest += next.value;
      if (rest.includes('withdrawn')) break;
    }
    await reader?.cancel();
    assert.doesNotMatch(rest, /withdrawn/);
  });

  it('of the backend’s own pages is of no use to a page that got hold of it', async (t) => {
    const { app, contractId } = await open(t);
    const token = await app.sessionFor('client');
    assert.equal((await asking(app, bearer(token, OTHER))('contracts.retrieve', { contractId })).code, 'ORIGIN_DENIED');
    assert.equal(
      (await asking(app, bearer(token, 'null'))('contracts.retrieve', { contractId })).code,
      'ORIGIN_DENIED',
    );
    assert.equal((await asking(app, bearer(token, ORIGIN))('contracts.retrieve', { contractId })).status, 200);
  });

  it('for one contract is not answered from what its owner did to another', async (t) => {
    const { app, robin, contractId, server } = await open(t);
    const other = await sendOffer({ robin });
    const key = { 'idempotency-key': 'one-key-for-all-of-it' };
    const done = await robin('contracts.withdraw', { contractId: other }, key);
    assert.equal(done.status, 200);
    const { body } = await server('sessions.mint', { role: 'freelancer', contractId });
    const bound = asking(app, bearer(body.token ?? ''));
    assert.equal((await bound('contracts.withdraw', { contractId: other }, key)).code, 'NOT_FOUND');
  });
});

describe('Minting a session', () => {
  it('makes a client’s only for a contract that was sent', async (t) => {
    const { server, robin, contractId } = await open(t);
    const without = await server('sessions.mint', { role: 'client' });
    assert.equal(without.code, 'VALIDATION');
    assert.deepEqual(
      without.problem?.errors?.map(({ pointer }) => pointer),
      ['/contractId'],
    );
    const { body } = await server('sessions.mint', { role: 'client', contractId });
    assert.deepEqual([body.kind, body.party.email, body.contractId], ['embedded', 'kim@arden.example', contractId]);
    const draft = await robin('contracts.create', {
      client: { email: 'ivo@elm.example' },
      title: 'A draft',
      description: '',
      currency: 'USD',
      milestones: [],
    });
    assert.equal((await server('sessions.mint', { role: 'client', contractId: draft.body.id })).code, 'NOT_FOUND');
    assert.equal((await server('sessions.mint', { role: 'client', contractId: 'ctr_none' })).code, 'NOT_FOUND');
  });

  it('lasts fifteen minutes at most', async (t) => {
    const { app, server } = await open(t);
    assert.equal((await server('sessions.mint', { role: 'freelancer', expiresIn: 901 })).code, 'VALIDATION');
    const { body } = await server('sessions.mint', { role: 'freelancer' });
    assert.equal(Date.parse(body.expiresAt) - Date.parse(app.now()), 900_000);
  });

  it('trusts a page with money only by name, and only from there', async (t) => {
    const { app, server, contractId } = await open(t);
    const wish = { role: 'client', contractId, trusted: true } as const;
    assert.equal((await server('sessions.mint', wish)).code, 'VALIDATION');
    assert.equal((await server('sessions.mint', { ...wish, origins: [] })).code, 'VALIDATION');
    const { body } = await server('sessions.mint', { ...wish, origins: [PAGE] });
    const from = (origin?: string) =>
      asking(app, bearer(body.token ?? '', origin))('contracts.retrieve', { contractId });
    assert.equal((await from(PAGE)).status, 200);
    for (const wrong of [undefined, OTHER, 'null', `${PAGE}.evil.example`, `${PAGE}:8443`, PAGE.toUpperCase()]) {
      assert.equal((await from(wrong)).code, 'ORIGIN_DENIED');
    }
  });

  it('is for servers: a page that shows a secret key is refused, and told why', async (t) => {
    const { app } = await open(t);
    const page = asking(app, bearer(app.first.secretKey ?? '', ORIGIN));
    const { code, problem } = await page('sessions.mint', { role: 'freelancer' });
    assert.equal(code, 'ORIGIN_DENIED');
    assert.match(problem?.detail ?? '', /replace the key/);
  });
});

describe('A key', () => {
  it('with a list of origins works on those pages alone, and on no other page', async (t) => {
    const { app } = await open(t);
    const key = newToken('pk_test', app.world.random);
    await app.store.write(async (tx) => {
      const { id } = await tx.db
        .selectFrom('parties')
        .select('id')
        .where('email', '=', app.first.email)
        .executeTakeFirstOrThrow();
      const record = { kind: 'publishable', partyId: id as `pty_${string}`, origins: [PAGE], label: 'x' } as const;
      await addKey(tx, { ...record, last4: 'last', publicValue: key, hash: await sha256(key) }, app.now());
    });
    const from = (origin?: string) => asking(app, bearer(key, origin))('profile.retrieve', {});
    assert.equal((await from(PAGE)).status, 200);
    assert.equal((await from()).status, 200);
    for (const wrong of [
      OTHER,
      'null',
      `${PAGE}.evil.example`,
      'https://evilapp.vale.example',
      'http://app.vale.example',
    ]) {
      assert.equal((await from(wrong)).code, 'ORIGIN_DENIED');
    }
  });
});

describe('Without a database', () => {
  it('nobody is called a stranger: the backend says that it is not ready', async (t) => {
    const { app, contractId } = await open(t);
    const token = await app.sessionFor('client');
    const held = Promise.withResolvers<void>();
    const holding = app.store.write(() => held.promise);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let waits = true;
    const asked = asking(app, bearer(token, ORIGIN))('contracts.retrieve', { contractId }).finally(() => {
      waits = false;
    });
    while (waits) {
      await new Promise(setImmediate);
      t.mock.timers.tick(1_000);
    }
    const { code, headers } = await asked;
    held.resolve();
    await holding;
    assert.equal(code, 'UNAVAILABLE');
    assert.equal(headers.get('retry-after'), '1');
  });
});
