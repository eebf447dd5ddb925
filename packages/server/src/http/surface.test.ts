import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { ORIGIN, testApp } from '../testing/app.ts';
import { answered, asking, bearer } from '../testing/ask.ts';
import { activate, both, DRAFT, sendOffer } from '../testing/offer.ts';

async function open(t: TestContext) {
  const app = await testApp();
  t.after(() => app.close());
  const people = await both(app);
  const token = bearer(await app.sessionFor('freelancer'));
  const send = (method: string, path: string, init: RequestInit & { duplex?: 'half' } = {}) =>
    app.backend.fetch(
      new Request(ORIGIN + path, {
        ...init,
        method,
        headers: { ...token, ...Object.fromEntries(new Headers(init.headers)) },
      }),
    );
  return { app, ...people, send };
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('A body', () => {
  it('over 256 kB is refused by what it announces, unread', async (t) => {
    const { send } = await open(t);
    const headers = { ...JSON_TYPE, 'content-length': '262145' };
    const { problem, status } = await answered(await send('POST', '/v1/contracts', { headers, body: '{}' }));
    assert.deepEqual([status, problem?.code], [413, 'TOO_LARGE']);
  });

  it('over 256 kB is not read to its end when it announces nothing', async (t) => {
    const { send } = await open(t);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    const answer = await send('POST', '/v1/contracts', { headers: JSON_TYPE, body: endless, duplex: 'half' });
    assert.equal(answer.status, 413);
    assert.ok(pulled <= 20, `${pulled} pieces of 16 kB were read.`);
  });

  it('of just 256 kB is read', async (t) => {
    const { send } = await open(t);
    const body = JSON.stringify({ ...DRAFT }).padEnd(262_144, ' ');
    assert.equal((await send('POST', '/v1/contracts', { headers: JSON_TYPE, body })).status, 201);
  });

  it('is JSON and says so: no form of another site can send that', async (t) => {
    const { app, send } = await open(t);
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
      '',
    ];
    for (const type of types) {
      const answer = await send('POST', '/v1/contracts', {
        headers: { 'content-type': type },
        body: JSON.stringify(DRAFT),
      });
      assert.equal(answer.status, 415, type);
    }
    const { body } = await asking(app, bearer(await app.sessionFor('freelancer')))('contracts.list', {});
    assert.deepEqual(body.data, []);
  });
});

describe('A method', () => {
  it('HEAD is answered as GET is, without the body', async (t) => {
    const { robin, send } = await open(t);
    const id = await sendOffer({ robin });
    const [get, head] = [await send('GET', `/v1/contracts/${id}`), await send('HEAD', `/v1/contracts/${id}`)];
    assert.equal(head.status, 200);
    assert.equal(head.headers.get('etag'), get.headers.get('etag'));
    assert.equal(await head.text(), '');
    await get.body?.cancel();
  });

  it('that an address does not know is refused with those it knows', async (t) => {
    const { send } = await open(t);
    for (const [method, path, allow] of [
      ['PUT', '/v1/contracts', 'GET, HEAD, POST'],
      ['OPTIONS', '/v1/profile', 'GET, HEAD'],
      ['GET', '/v1/embed-sessions', 'POST'],
    ] as const) {
      const answer = await send(method, path);
      const known = (answer.headers.get('allow') ?? '').split(', ').sort();
      assert.deepEqual([answer.status, known.join(', ')], [405, allow]);
    }
  });
});

describe('A version', () => {
  it('that the caller has is not sent again', async (t) => {
    const { robin } = await open(t);
    const contractId = await sendOffer({ robin });
    const first = await robin('contracts.retrieve', { contractId });
    const etag = first.headers.get('etag') ?? '';
    assert.equal(etag, `"${first.body.version}"`);
    const same = await robin('contracts.retrieve', { contractId }, { 'if-none-match': etag });
    assert.deepEqual([same.status, same.body], [304, undefined]);
    await robin('contracts.withdraw', { contractId });
    assert.equal((await robin('contracts.retrieve', { contractId }, { 'if-none-match': etag })).status, 200);
  });

  it('must be named, and be the newest, where a draft is rewritten', async (t) => {
    const { robin } = await open(t);
    const { body } = await robin('contracts.create', DRAFT);
    const rewrite = (headers: Record<string, string>) =>
      robin('contracts.update', { contractId: body.id, ...DRAFT, title: 'Another' }, headers);
    assert.equal((await rewrite({})).code, 'PRECONDITION_REQUIRED');
    assert.equal((await rewrite({ 'if-match': '"999"' })).code, 'VERSION_CONFLICT');
    assert.equal((await rewrite({ 'if-match': `"${body.version}"` })).status, 200);
    assert.equal((await rewrite({ 'if-match': `"${body.version}"` })).code, 'VERSION_CONFLICT');
  });

  it('is nobody’s to keep: answers of the API are not stored on the way', async (t) => {
    const { robin } = await open(t);
    const { headers } = await robin('contracts.list', {});
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });
});

describe('Too often', () => {
  /** A backend that visitors of a public page ask for contracts, each from an address. */
  const visited = async (t: TestContext) => {
    const { app } = await open(t);
    const { title, description, currency, milestones } = DRAFT;
    const wish = { client: { email: 'ivo@elm.example', name: 'Ivo' }, title, description, currency, milestones };
    const from = (address: string) =>
      asking(app, { ...bearer(app.first.publishableKey), 'x-handsel-address': address })(
        'contractRequests.create',
        wish,
      );
    return { app, from };
  };

  it('a visitor asks for contracts: five an hour, then a while apart', async (t) => {
    const { app, from } = await visited(t);
    for (let n = 0; n < 5; n++) assert.equal((await from('192.0.2.1')).status, 201);
    const refused = await from('192.0.2.1');
    assert.deepEqual([refused.status, refused.code, refused.headers.get('retry-after')], [429, 'RATE_LIMITED', '720']);
    assert.equal(refused.problem?.at, '2026-11-23T14:32:00.000Z');
    await app.advance(0.2);
    assert.equal((await from('192.0.2.1')).status, 201);
  });

  it('one visitor does not keep the others out', async (t) => {
    const { from } = await visited(t);
    for (let n = 0; n < 100; n++) await from('192.0.2.1');
    assert.equal((await from('192.0.2.2')).status, 201);
  });

  it('many visitors of one key ask: fifty an hour', async (t) => {
    const { from } = await visited(t);
    let granted = 0;
    for (let n = 0; n < 60; n++) if ((await from(`198.51.100.${n}`)).status === 201) granted += 1;
    assert.equal(granted, 50);
  });

  it('somebody tries to sign in: thirty tries in a quarter of an hour', async (t) => {
    const { app } = await open(t);
    const nobody = asking(app);
    const outcomes = [];
    for (let n = 0; n < 31; n++) {
      outcomes.push((await nobody('sessions.create', { email: `x${n}@elm.example`, code: '000000' })).code);
    }
    assert.deepEqual(new Set(outcomes.slice(0, 30)), new Set(['CODE_INVALID']));
    assert.equal(outcomes.at(-1), 'RATE_LIMITED');
  });
});

describe('An address of the API', () => {
  it('that leads nowhere is answered as problem details', async (t) => {
    const { send } = await open(t);
    for (const path of [
      '/v1',
      '/v1/',
      '/v1/nothing',
      '/v1/contracts/',
      '/v1//contracts',
      '/v1/contracts/%00',
      '/v2/contracts',
    ]) {
      const answer = await send('GET', path);
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [404, 'application/problem+json'], path);
      await answer.body?.cancel();
    }
  });

  it('takes its ids from the path, whatever the body says', async (t) => {
    const { robin, kim, send } = await open(t);
    const [one, two] = [await activate({ robin, kim }), await sendOffer({ robin })];
    const body = JSON.stringify({ contractId: one });
    const answer = await answered(await send('POST', `/v1/contracts/${two}/withdraw`, { headers: JSON_TYPE, body }));
    assert.equal(answer.code, 'VALIDATION');
  });
});
