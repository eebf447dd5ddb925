import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listEvents } from '@handsel/protocol';
import { ConnectionError, ResponseError } from './errors.ts';
import { caught } from './testing/caught.ts';
import { connected } from './testing/connected.ts';
import { contractOf } from './testing/samples.ts';

const page = (status: number, headers = {}) =>
  new Response('<!doctype html><title>Sorry</title>', { status, headers: { 'Content-Type': 'text/html', ...headers } });

describe('an answer that is not what was agreed', () => {
  it('is an error that names the operation and the request when it is HTML', async () => {
    const { read } = connected([page(200, { 'Request-Id': 'req_9' })]);
    const error = await caught(read());
    assert.ok(error instanceof ResponseError);
    assert.deepEqual(
      [error.code, error.operation, error.requestId, error.status],
      ['BACKEND_NONCONFORMING', 'contracts.retrieve', 'req_9', 200],
    );
    assert.equal(
      error.message,
      'contracts.retrieve: the backend answered 200, but the body is not JSON. Request req_9.',
    );
  });

  it('is an error when the JSON is cut off', async () => {
    const { read } = connected([new Response(JSON.stringify(contractOf()).slice(0, 300))]);
    assert.ok((await caught(read())) instanceof ResponseError);
  });

  it('is an error when there is none', async () => {
    const { read } = connected([new Response(null, { status: 204 })]);
    assert.ok((await caught(read())) instanceof ResponseError);
  });

  it('says where it is wrong', async () => {
    const wrong = { ...contractOf(), figures: { ...contractOf().figures, paid: { amount: 12.5, currency: 'USD' } } };
    const { read, call, time } = connected([Response.json(wrong), Response.json({ data: [{}], next: null })]);
    assert.match(String(await caught(read())), /wrong at "\/figures\/paid\/amount"/);
    assert.match(
      String(await caught(time.until(call(listEvents, { contractId: 'ctr_1' })))),
      /events\.list: .* wrong at "\/data\/0\/id"/,
    );
  });

  it('is a lost connection when a gateway speaks in place of the backend', async () => {
    const { ask, way } = connected([page(502), page(503), page(504)]);
    const error = await caught(ask());
    assert.ok(error instanceof ConnectionError);
    assert.match(error.message, /answered 504 in place of the backend\. The request may still have reached/);
    assert.equal(way.sent.length, 3);
  });

  it('is an error with its status when somebody else refuses', async () => {
    const { ask, way } = connected([page(403)]);
    const error = await caught(ask());
    assert.ok(error instanceof ResponseError);
    assert.equal(error.status, 403);
    assert.equal(way.sent.length, 1);
  });
});
