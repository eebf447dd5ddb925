import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listEvents, retrieveContract } from '@handsel/protocol';
import { ApiError, HandselError } from './errors.ts';
import { caught } from './testing/caught.ts';
import { connected } from './testing/connected.ts';
import { contractOf, problemOf } from './testing/samples.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a call', () => {
  it('sends the ids in the address, the rest as JSON, and a key of its own', async () => {
    const { ask, way } = connected([], { key: 'pk_test_1' });
    const request = await ask();
    assert.equal(request.id, 'prq_1');
    const [sent] = way.sent;
    assert.equal(sent?.method, 'POST');
    assert.equal(sent?.url, 'https://backend.invalid/v1/contracts/ctr_1/milestones/ms_1/payment-requests');
    assert.equal(sent?.body, '{"note":"Done."}');
    assert.equal(sent?.headers.get('content-type'), 'application/json');
    assert.equal(sent?.headers.get('authorization'), 'Bearer pk_test_1');
    assert.equal(sent?.credentials, 'omit');
    assert.match(String(way.keys[0]), UUID);
  });

  it('puts the input of a read into the query, and sends no key', async () => {
    const { call, way, time } = connected();
    const page = await time.until(call(listEvents, { contractId: 'ctr_1', after: 3, limit: 2 }));
    assert.deepEqual(
      page.data.map(({ seq }) => seq),
      [4, 5],
    );
    assert.equal(way.sent[0]?.url, 'https://backend.invalid/v1/contracts/ctr_1/events?after=3&limit=2');
    assert.equal(way.sent[0]?.body, '');
    assert.deepEqual(way.keys, [null]);
  });

  it('makes a new key for each call, and takes the one it is given', async () => {
    const { ask, way, keeper } = connected();
    await ask();
    await ask();
    await ask({ idempotencyKey: 'my-own-key-0123456789' });
    await ask({ idempotencyKey: 'my-own-key-0123456789' });
    assert.equal(new Set(way.keys).size, 3);
    assert.deepEqual(way.keys.slice(2), ['my-own-key-0123456789', 'my-own-key-0123456789']);
    assert.equal(keeper.effects.length, 3);
  });

  it('names the version that was read, and carries headers of the caller', async () => {
    const { read, way } = connected();
    await read({ ifMatch: 5, headers: { 'X-Trace': 'abc' } });
    assert.equal(way.sent[0]?.headers.get('if-match'), '"5"');
    assert.equal(way.sent[0]?.headers.get('x-trace'), 'abc');
  });

  it('sends nothing when an id is missing, or is a way to another address', async () => {
    const { call, way } = connected();
    for (const contractId of [undefined, '', '.', '..']) {
      // @ts-expect-error -- the id of a contract begins with ctr_
      const error = await caught(call(retrieveContract, { contractId }));
      assert.ok(error instanceof HandselError);
      assert.equal(error.code, 'MISUSE');
      assert.equal(error.message, 'contracts.retrieve: "contractId" is no id, so nothing was sent.');
    }
    assert.equal(way.sent.length, 0);
  });

  it('keeps an id in its place, whatever is in it', async () => {
    const { call, way, time } = connected();
    await caught(time.until(call(retrieveContract, { contractId: 'ctr_/../../session?a=b#c' })));
    assert.equal(way.sent[0]?.url, 'https://backend.invalid/v1/contracts/ctr_%2F..%2F..%2Fsession%3Fa%3Db%23c');
  });

  it('survives fields and codes of a newer backend', async () => {
    const newer = {
      ...contractOf(),
      mood: 'sunny',
      actions: [{ name: 'contracts.dance', allowed: true, hosted: false }],
    };
    const { read } = connected([Response.json(newer), problemOf(418, 'TEAPOT')]);
    assert.equal((await read()).actions[0]?.name, 'contracts.dance');
    const error = await caught(read());
    assert.ok(error instanceof ApiError);
    assert.equal(error.code, 'TEAPOT');
  });
});

describe('a refusal', () => {
  it('names each field, the request, and what is left', async () => {
    const errors = [{ pointer: '/note', code: 'too_big', maximum: 2000 }];
    const { ask } = connected([
      problemOf(422, 'VALIDATION', { detail: 'Mend it.', errors, remaining: 2, instance: 'req_7' }),
    ]);
    const error = await caught(ask());
    assert.ok(error instanceof ApiError);
    assert.equal(error.name, 'ApiError');
    assert.equal(error.message, 'paymentRequests.create: Mend it. (VALIDATION)');
    assert.deepEqual(error.errors, errors);
    assert.deepEqual([error.remaining, error.requestId], [2, 'req_42']);
  });
});
