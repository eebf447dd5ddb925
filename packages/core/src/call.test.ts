import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPaymentRequest, listEvents, retrieveContract } from '@handsel/protocol';
import { connect, type ConnectOptions } from './call.ts';
import { ApiError, ConnectionError, HandselError, ResponseError } from './errors.ts';
import { type Fault, FaultyWay } from './testing/faults.ts';
import { Keeper } from './testing/keeper.ts';
import { contractOf, problemOf } from './testing/samples.ts';
import { VirtualTime } from './testing/virtual-time.ts';

const ASK = { contractId: 'ctr_1', milestoneId: 'ms_1', note: 'Done.' } as const;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function arrange(faults: readonly Fault[] = [], options: Partial<ConnectOptions> = {}) {
  const time = new VirtualTime();
  const keeper = new Keeper();
  const way = new FaultyWay(keeper, faults, time);
  const { now, sleep } = time;
  const call = connect({ backend: way, key: 'pk_test_1', now, sleep, random: () => 1, ...options });
  return {
    time,
    keeper,
    way,
    call,
    ask: (callOptions = {}) => time.until(call(createPaymentRequest, ASK, callOptions)),
    read: (callOptions = {}) => time.until(call(retrieveContract, { contractId: 'ctr_1' }, callOptions)),
  };
}

const page = (status: number, headers = {}) =>
  new Response('<!doctype html><title>Sorry</title>', { status, headers: { 'Content-Type': 'text/html', ...headers } });
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => assert.fail('It did not fail.'),
    (error: unknown) => error,
  );

describe('a call', () => {
  it('sends the ids in the address, the rest as JSON, and a key of its own', async () => {
    const { ask, way } = arrange();
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
    const { call, way, time } = arrange();
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
    const { ask, way, keeper } = arrange();
    await ask();
    await ask();
    await ask({ idempotencyKey: 'my-own-key-0123456789' });
    await ask({ idempotencyKey: 'my-own-key-0123456789' });
    assert.equal(new Set(way.keys).size, 3);
    assert.deepEqual(way.keys.slice(2), ['my-own-key-0123456789', 'my-own-key-0123456789']);
    assert.equal(keeper.effects.length, 3);
  });

  it('names the version that was read, and carries headers of the caller', async () => {
    const { read, way } = arrange();
    await read({ ifMatch: 5, headers: { 'X-Trace': 'abc' } });
    assert.equal(way.sent[0]?.headers.get('if-match'), '"5"');
    assert.equal(way.sent[0]?.headers.get('x-trace'), 'abc');
  });

  it('sends nothing when an id is missing', async () => {
    const { call, way } = arrange();
    // @ts-expect-error -- the id of the contract is required
    const error = await caught(call(retrieveContract, {}));
    assert.ok(error instanceof HandselError);
    assert.equal(error.code, 'MISUSE');
    assert.equal(error.message, 'contracts.retrieve: "contractId" is missing, so nothing was sent.');
    assert.equal(way.sent.length, 0);
  });

  it('survives fields and codes of a newer backend', async () => {
    const newer = {
      ...contractOf(),
      mood: 'sunny',
      actions: [{ name: 'contracts.dance', allowed: true, hosted: false }],
    };
    const { read } = arrange([Response.json(newer), problemOf(418, 'TEAPOT')]);
    assert.equal((await read()).actions[0]?.name, 'contracts.dance');
    const error = await caught(read());
    assert.ok(error instanceof ApiError);
    assert.equal(error.code, 'TEAPOT');
  });
});

describe('a call on a bad line', () => {
  it('happens once when the request is lost', async () => {
    const { ask, way, keeper, time } = arrange(['lost request', 'lost request']);
    assert.equal((await ask()).id, 'prq_1');
    assert.deepEqual(way.keys, [way.keys[0], way.keys[0], way.keys[0]]);
    assert.match(String(way.keys[0]), UUID);
    assert.deepEqual(keeper.effects, [way.keys[0]]);
    assert.deepEqual(time.waited, [500, 1000]);
  });

  it('happens once when the answer is lost', async () => {
    const { ask, way, keeper } = arrange(['lost answer', 'lost answer']);
    assert.equal((await ask()).id, 'prq_1');
    assert.equal(way.sent.length, 3);
    assert.deepEqual(keeper.effects, [way.keys[0]]);
  });

  it('happens once when the request arrives twice', async () => {
    const { ask, way, keeper } = arrange(['duplicate']);
    assert.equal((await ask()).id, 'prq_1');
    assert.equal(way.sent.length, 1);
    assert.equal(keeper.effects.length, 1);
  });

  it('happens once when the answer breaks off in the middle', async () => {
    const { ask, way, keeper } = arrange(['half an answer']);
    assert.equal((await ask()).id, 'prq_1');
    assert.equal(way.sent.length, 2);
    assert.deepEqual(keeper.effects, [way.keys[1]]);
  });

  it('gives up after three attempts and says that it may have arrived', async () => {
    const { ask, way, keeper } = arrange(['lost answer', 'lost answer', 'lost answer', 'none']);
    const error = await caught(ask());
    assert.ok(error instanceof ConnectionError);
    assert.equal(error.code, 'NO_ANSWER');
    assert.equal(
      error.message,
      'paymentRequests.create: no answer came. The request may still have reached the server.',
    );
    assert.equal(way.sent.length, 3);
    assert.equal(keeper.effects.length, 1);
  });

  it('happens once when the caller repeats it with the key of the first try', async () => {
    const { ask, keeper } = arrange(['lost answer', 'lost answer', 'lost answer']);
    await caught(ask({ idempotencyKey: 'one-intent-one-key-1' }));
    assert.equal((await ask({ idempotencyKey: 'one-intent-one-key-1' })).id, 'prq_1');
    assert.deepEqual(keeper.effects, ['one-intent-one-key-1']);
  });

  it('happens once in 300 calls in a row, whatever goes wrong with each', async () => {
    const { ask, way, keeper } = arrange();
    const faults: Fault[] = [
      'lost request',
      'lost answer',
      'duplicate',
      'half an answer',
      problemOf(503, 'UNAVAILABLE'),
    ];
    for (let trial = 0; trial < 300; trial += 1) {
      way.next(faults[trial % 5] ?? 'none', faults[Math.floor(trial / 5) % 5] ?? 'none');
      const { id } = await ask();
      assert.equal(id, `prq_${trial + 1}`);
      // What was left over of the faults of this trial is used up by a repetition, which changes nothing.
      await ask({ idempotencyKey: keeper.effects.at(-1) });
    }
    assert.equal(keeper.effects.length, 300);
    assert.equal(new Set(keeper.effects).size, 300);
  });
});

describe('a call to a busy backend', () => {
  for (const status of [408, 429, 502, 503, 504]) {
    it(`asks again after a ${status}, with the same key`, async () => {
      const { ask, way, keeper } = arrange([problemOf(status, 'UNAVAILABLE'), problemOf(status, 'UNAVAILABLE')]);
      assert.equal((await ask()).id, 'prq_1');
      assert.equal(way.sent.length, 3);
      assert.equal(new Set(way.keys).size, 1);
      assert.equal(keeper.effects.length, 1);
    });
  }

  for (const [status, code] of [
    [400, 'MALFORMED'],
    [404, 'NOT_FOUND'],
    [409, 'WRONG_STATE'],
    [422, 'CHARGE_FAILED'],
    [429, 'CODE_LOCKED'],
    [500, 'INTERNAL'],
  ] as const) {
    it(`asks only once when it hears ${status} ${code}`, async () => {
      const { ask, way, time } = arrange([problemOf(status, code)]);
      const error = await caught(ask());
      assert.ok(error instanceof ApiError);
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.equal(way.sent.length, 1);
      assert.deepEqual(time.waited, []);
    });
  }

  it('waits as long as it is asked to, and a little more so that not all come back at once', async () => {
    const { ask, time } = arrange([
      problemOf(429, 'RATE_LIMITED', {}, { 'Retry-After': '7' }),
      problemOf(503, 'UNAVAILABLE', {}, { 'Retry-After': 'Mon, 23 Nov 2026 14:20:20 GMT' }),
    ]);
    await ask();
    assert.deepEqual(time.waited, [7_500, 13_500]);
  });

  it('says so at once when it is to wait for years', async () => {
    const at = '2058-08-01T00:00:00.000Z';
    const { ask, way, time } = arrange([problemOf(429, 'RATE_LIMITED', { at }, { 'Retry-After': '1000000000' })]);
    const error = await caught(ask());
    assert.ok(error instanceof ApiError);
    assert.deepEqual([error.code, error.at, error.requestId], ['RATE_LIMITED', at, 'req_42']);
    assert.equal(way.sent.length, 1);
    assert.deepEqual(time.waited, []);
  });

  it('waits for the same command that is still running, and gets its answer', async () => {
    const running = problemOf(409, 'IDEMPOTENCY_RUNNING', {}, { 'Retry-After': '1' });
    const { ask, way, keeper, time } = arrange([running], { random: () => 0 });
    assert.equal((await ask()).id, 'prq_1');
    assert.deepEqual(time.waited, [1_000]);
    assert.equal(new Set(way.keys).size, 1);
    assert.equal(keeper.effects.length, 1);
  });

  it('spreads a thousand clients, so that they do not come back in one moment', async () => {
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const tenths = new Array<number>(10).fill(0);
    for (let client = 0; client < 1000; client += 1) {
      const { read, time } = arrange(['lost request'], { random });
      await read();
      const tenth = Math.min(9, Math.floor((time.waited[0] ?? 0) / 50));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    assert.ok(Math.max(...tenths) <= 300, `peaks: ${tenths.join(', ')}`);
  });
});

describe('a call that takes too long', () => {
  it('waits 15 s for each answer and 45 s in all', async () => {
    const { ask, way, time } = arrange(['silence', 'silence', 'silence']);
    const before = time.now();
    const error = await caught(ask());
    assert.ok(error instanceof ConnectionError);
    assert.equal(error.code, 'TIMEOUT');
    assert.equal(way.sent.length, 3);
    assert.equal(time.now() - before, 45_000);
    assert.deepEqual(time.waited, [15_000, 500, 15_000, 1_000, 13_500]);
  });

  it('takes the time the caller gives it', async () => {
    const { ask, time } = arrange(['silence']);
    await ask({ timeout: 2_000 });
    assert.deepEqual(time.waited, [2_000, 500]);
  });

  it('stops when the caller aborts, and sends nothing more', async () => {
    const { ask, way, time } = arrange(['silence']);
    const stop = new AbortController();
    const asked = caught(ask({ signal: stop.signal }));
    await time.quiet();
    stop.abort(new Error('The page is closed.'));
    const error = await asked;
    assert.ok(error instanceof ConnectionError);
    assert.equal(error.code, 'ABORTED');
    assert.equal(way.sent.length, 1);
  });

  it('stops between two attempts, too', async () => {
    const { call, way, time } = arrange(['lost request']);
    const stop = new AbortController();
    const asked = caught(call(createPaymentRequest, ASK, { signal: stop.signal }));
    await time.quiet();
    stop.abort();
    const error = await asked;
    assert.equal(error instanceof ConnectionError && error.code, 'ABORTED');
    assert.equal(way.sent.length, 1);
  });

  it('sends nothing at all when it was aborted before', async () => {
    const { ask, way } = arrange();
    const error = await caught(ask({ signal: AbortSignal.abort() }));
    assert.equal(error instanceof ConnectionError && error.code, 'ABORTED');
    assert.equal(way.sent.length, 0);
  });
});

describe('an answer that is not what was agreed', () => {
  it('is an error that names the operation and the request when it is HTML', async () => {
    const { read } = arrange([page(200, { 'Request-Id': 'req_9' })]);
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
    const { read } = arrange([new Response(JSON.stringify(contractOf()).slice(0, 300))]);
    assert.ok((await caught(read())) instanceof ResponseError);
  });

  it('is an error when there is none', async () => {
    const { read } = arrange([new Response(null, { status: 204 })]);
    assert.ok((await caught(read())) instanceof ResponseError);
  });

  it('says where it is wrong', async () => {
    const wrong = { ...contractOf(), figures: { ...contractOf().figures, paid: { amount: 12.5, currency: 'USD' } } };
    const { read, call, time } = arrange([Response.json(wrong), Response.json({ data: [{}], next: null })]);
    assert.match(String(await caught(read())), /wrong at "\/figures\/paid\/amount"/);
    assert.match(
      String(await caught(time.until(call(listEvents, { contractId: 'ctr_1' })))),
      /events\.list: .* wrong at "\/data\/0\/id"/,
    );
  });

  it('is a lost connection when a gateway speaks in place of the backend', async () => {
    const { ask, way } = arrange([page(502), page(503), page(504)]);
    const error = await caught(ask());
    assert.ok(error instanceof ConnectionError);
    assert.match(error.message, /answered 504 in place of the backend\. The request may still have reached/);
    assert.equal(way.sent.length, 3);
  });

  it('is an error with its status when somebody else refuses', async () => {
    const { ask, way } = arrange([page(403)]);
    const error = await caught(ask());
    assert.ok(error instanceof ResponseError);
    assert.equal(error.status, 403);
    assert.equal(way.sent.length, 1);
  });
});

describe('a refusal', () => {
  it('names each field, the request, and what is left', async () => {
    const errors = [{ pointer: '/note', code: 'too_big', maximum: 2000 }];
    const { ask } = arrange([
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
