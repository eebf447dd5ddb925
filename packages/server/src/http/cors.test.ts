import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { sha256 } from '@handsel/protocol';
import { newToken } from '../chance.ts';
import { addKey } from '../store/credentials.ts';
import { ORIGIN, testApp } from '../testing/app.ts';

const LISTED = ['https://vale.example', 'https://shop.vale.example:8443', 'http://localhost:3000'];

/** A backend whose only publishable key names its pages. */
async function listing(t: TestContext) {
  const app = await testApp();
  t.after(() => app.close());
  const key = newToken('pk_test', app.world.random);
  await app.store.write(async (tx) => {
    const { party_id } = await tx.db.selectFrom('api_keys').select('party_id').executeTakeFirstOrThrow();
    await tx.db.updateTable('api_keys').set({ revoked_at: app.now() }).execute();
    const record = { kind: 'publishable', partyId: party_id as `pty_${string}`, origins: LISTED, label: 'x' } as const;
    await addKey(tx, { ...record, last4: 'last', publicValue: key, hash: await sha256(key) }, app.now());
  });
  const send = (method: string, origin: string, path = '/v1/profile') => {
    const headers = new Headers({ origin, authorization: `Bearer ${key}`, 'access-control-request-method': 'GET' });
    return app.backend.fetch(new Request(ORIGIN + path, { method, headers }));
  };
  return { app, send };
}

/** Everything that looks like a listed origin and is none. */
function lookalikes(): string[] {
  const endings = [
    '.evil.example',
    '@evil.example',
    ':1',
    ':443',
    ':8443',
    '/',
    '/path',
    '?',
    '#',
    '.',
    '%00',
    '%2eevil.example',
    ' ',
    ',',
  ];
  const beginnings = [
    'https://evil',
    'https://evil.',
    'https://evil@',
    'https://a:b@',
    'http://',
    'HTTPS://',
    'ftp://',
    'file://',
    '//',
    '',
  ];
  const swaps: [string, string][] = [
    ['vale', 'VALE'],
    ['vale', 'va1e'],
    ['vale', 'vale%2e'],
    ['vale', 'xn--vle-0ja'],
    ['.', '%2e'],
    ['.', '_'],
    ['.', '%'],
    ['example', 'examp_e'],
    ['example', 'exampl'],
    ['example', 'examplee'],
    ['example', 'example.com'],
    ['https', 'http'],
    ['https', 'https:https'],
    ['://', ':/'],
    ['://', ':///'],
    [':8443', ':8444'],
    [':8443', ''],
    [':3000', ':30000'],
    ['localhost', '127.0.0.1'],
    ['localhost', '[::1]'],
    ['localhost', 'localhost.'],
    ['localhost', 'localhost.evil.example'],
  ];
  const made = LISTED.flatMap((origin) => [
    ...endings.map((ending) => `${origin}${ending}`),
    ...beginnings.map((beginning) => origin.replace(/^https?:\/\//, beginning)),
    ...swaps.map(([from, to]) => origin.replace(from, to)),
    ...Array.from({ length: 10 }, (_, at) => origin.slice(0, 9 + at)),
    ...Array.from({ length: 10 }, (_, at) => `${origin.slice(0, 9 + at)}-${origin.slice(9 + at)}`),
    ...LISTED.map((other) => `${origin}, ${other}`),
    ...LISTED.map((other) => `${origin}","${other}`),
    `"${origin}"`,
    `["${origin}"]`,
    origin.slice(0, -1),
    origin.slice(1),
    'null',
    'undefined',
    '*',
    '%',
    '_',
    'https://%',
    'https://____.example',
    'https://*.example',
    'https://evil.example',
    'https://väle.example',
    'chrome-extension://abcdefgh',
    'https://evil.example/https://vale.example',
  ]);
  const sendable = (text: string) => [...text].every((sign) => sign.charCodeAt(0) < 256);
  return [...new Set(made)].filter((origin) => !LISTED.includes(origin.trim()) && origin !== '' && sendable(origin));
}

describe('A page of another origin', () => {
  it('is answered when its origin is listed, and told what it may send', async (t) => {
    const { send } = await listing(t);
    for (const origin of LISTED) {
      const { status, headers } = await send('OPTIONS', origin);
      assert.equal(status, 204);
      assert.equal(headers.get('access-control-allow-origin'), origin);
      assert.equal(headers.get('access-control-allow-methods'), 'GET, POST, PATCH, DELETE');
      assert.match(headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
      assert.equal(headers.get('access-control-max-age'), '600');
      const answer = await send('GET', origin);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('access-control-allow-origin'), origin);
      assert.match(answer.headers.get('access-control-expose-headers') ?? '', /Request-Id/);
    }
  });

  it('is reflected only when it is listed to the letter', async (t) => {
    const { send } = await listing(t);
    const tries = lookalikes();
    assert.ok(tries.length >= 200, `There are only ${tries.length}.`);
    for (const origin of tries) {
      for (const method of ['OPTIONS', 'GET']) {
        const { headers } = await send(method, origin);
        const allowed = [...headers].filter(([name]) => name.startsWith('access-control-'));
        assert.deepEqual(allowed, [], `${method} from ${origin}`);
      }
    }
  });

  it('is never allowed to send cookies along, and every answer says that it depends on the origin', async (t) => {
    const { send } = await listing(t);
    for (const origin of [...LISTED, 'https://evil.example', ORIGIN]) {
      for (const method of ['OPTIONS', 'GET']) {
        const { headers } = await send(method, origin);
        assert.equal(headers.get('access-control-allow-credentials'), null);
        assert.match(headers.get('vary') ?? '', /Origin/);
      }
    }
  });

  it('learns nothing from a call that its preflight would have stopped', async (t) => {
    const { send } = await listing(t);
    const answer = await send('GET', 'https://evil.example');
    assert.equal(answer.status, 403);
    assert.equal(((await answer.json()) as { code: string }).code, 'ORIGIN_DENIED');
  });
});
