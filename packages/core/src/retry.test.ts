import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPaymentRequest } from '@handsel/protocol';
import { ApiError, ConnectionError } from './errors.ts';
import { caught } from './testing/caught.ts';
import { ASK, connected } from './testing/connected.ts';
import type { Fault } from './testing/faults.ts';
import { problemOf } from './testing/samples.ts';

describe('a call on a bad line', () => {
  it('happens once when the request is lost', async () => {
    const { ask, way, keeper, time } = connected(['lost request', 'lost request']);
    assert.equal((await ask()).id, 'prq_1');
    assert.deepEqual(way.keys, [way.keys[0], way.keys[0], way.keys[0]]);
    assert.ok(way.keys[0]);
    assert.deepEqual(keeper.effects, [way.keys[0]]);
    assert.deepEqual(time.waited, [500, 1000]);
  });

  it('happens once when the answer is lost', async () => {
    const { ask, way, keeper } = connected(['lost answer', 'lost answer']);
    assert.equal((await ask()).id, 'prq_1');
    assert.equal(way.sent.length, 3);
    assert.deepEqual(keeper.effects, [way.keys[0]]);
  });

  it('happens once when the request arrives twice', async () => {
    const { ask, way, keeper } = connected(['duplicate']);
    assert.equal((await ask()).id, 'prq_1');
    assert.equal(way.sent.length, 1);
    assert.equal(keeper.effects.length, 1);
  });

  it('happens once when the answer breaks off in the middle', async () => {
    const { ask, way, keeper } = connected(['half an answer']);
    assert.equal((await ask()).id, 'prq_1');
    assert.equal(way.sent.length, 2);
    assert.deepEqual(keeper.effects, [way.keys[1]]);
  });

  it('gives up after three attempts and says that it may have arrived', async () => {
    const { ask, way, keeper } = connected(['lost answer', 'lost answer', 'lost answer', 'none']);
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
    const { ask, keeper } = connected(['lost answer', 'lost answer', 'lost answer']);
    await caught(ask({ idempotencyKey: 'one-intent-one-key-1' }));
    assert.equal((await ask({ idempotencyKey: 'one-intent-one-key-1' })).id, 'prq_1');
    assert.deepEqual(keeper.effects, ['one-intent-one-key-1']);
  });

  it('happens once in 300 calls in a row, whatever goes wrong with each', async () => {
    const { ask, way, keeper } = connected();
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
      const { ask, way, keeper } = connected([problemOf(status, 'UNAVAILABLE'), problemOf(status, 'UNAVAILABLE')]);
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
      const { ask, way, time } = connected([problemOf(status, code)]);
      const error = await caught(ask());
      assert.ok(error instanceof ApiError);
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.equal(way.sent.length, 1);
      assert.deepEqual(time.waited, []);
    });
  }

  it('waits as long as it is asked to, and a little more so that not all come back at once', async () => {
    const { ask, time } = connected([
      problemOf(429, 'RATE_LIMITED', {}, { 'Retry-After': '7' }),
      problemOf(503, 'UNAVAILABLE', {}, { 'Retry-After': 'Mon, 23 Nov 2026 14:20:20 GMT' }),
    ]);
    await ask();
    assert.deepEqual(time.waited, [7_500, 13_500]);
  });

  it('says so at once when it is to wait for years', async () => {
    const at = '2058-08-01T00:00:00.000Z';
    const { ask, way, time } = connected([problemOf(429, 'RATE_LIMITED', { at }, { 'Retry-After': '1000000000' })]);
    const error = await caught(ask());
    assert.ok(error instanceof ApiError);
    assert.deepEqual([error.code, error.at, error.requestId], ['RATE_LIMITED', at, 'req_42']);
    assert.equal(way.sent.length, 1);
    assert.deepEqual(time.waited, []);
  });

  it('says so at once when it is to wait longer than a person would', async () => {
    for (const [seconds, sent] of [
      [30, 2],
      [31, 1],
    ] as const) {
      const { read, way } = connected([problemOf(503, 'UNAVAILABLE', {}, { 'Retry-After': String(seconds) })]);
      await read().catch(() => undefined);
      assert.equal(way.sent.length, sent, `${seconds} s`);
    }
  });

  it('says so at once when the wait would not fit into the time of the call', async () => {
    const { ask, way, time } = connected([problemOf(429, 'RATE_LIMITED', {}, { 'Retry-After': '7' })]);
    const error = await caught(ask({ timeout: 2_000 }));
    assert.equal(error instanceof ApiError && error.code, 'RATE_LIMITED');
    assert.equal(way.sent.length, 1);
    assert.deepEqual(time.waited, []);
  });

  it('waits for the same command that is still running, and gets its answer', async () => {
    const running = problemOf(409, 'IDEMPOTENCY_RUNNING', {}, { 'Retry-After': '1' });
    const { ask, way, keeper, time } = connected([running], {}, () => 0);
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
      const { read, time } = connected(['lost request'], {}, random);
      await read();
      const tenth = Math.min(9, Math.floor((time.waited[0] ?? 0) / 50));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    assert.ok(Math.max(...tenths) <= 300, `peaks: ${tenths.join(', ')}`);
  });
});

describe('a call that takes too long', () => {
  it('waits 15 s for each answer and 45 s in all', async () => {
    const { ask, way, time } = connected(['silence', 'silence', 'silence']);
    const before = time.now();
    const error = await caught(ask());
    assert.ok(error instanceof ConnectionError);
    assert.equal(error.code, 'TIMEOUT');
    assert.equal(way.sent.length, 3);
    assert.equal(time.now() - before, 45_000);
    assert.deepEqual(time.waited, [15_000, 500, 15_000, 1_000, 13_500]);
  });

  it('takes the time the caller gives it', async () => {
    const { ask, time } = connected(['silence']);
    await ask({ timeout: 2_000 });
    assert.deepEqual(time.waited, [2_000, 500]);
  });

  it('stops when the caller aborts, and sends nothing more', async () => {
    const { call, way, time } = connected(['silence']);
    const stop = new AbortController();
    const asked = caught(call(createPaymentRequest, ASK, { signal: stop.signal }));
    await time.quiet();
    stop.abort(new Error('The page is closed.'));
    const error = await asked;
    assert.ok(error instanceof ConnectionError);
    assert.equal(error.code, 'ABORTED');
    assert.equal(way.sent.length, 1);
    assert.deepEqual(time.waited, []);
    assert.equal(time.waiting, 0);
  });

  it('stops between two attempts, too', async () => {
    const { call, way, time } = connected(['lost request']);
    const stop = new AbortController();
    const asked = caught(call(createPaymentRequest, ASK, { signal: stop.signal }));
    await time.quiet();
    stop.abort();
    const error = await asked;
    assert.equal(error instanceof ConnectionError && error.code, 'ABORTED');
    assert.equal(way.sent.length, 1);
  });

  it('sends nothing at all when it was aborted before', async () => {
    const { ask, way } = connected();
    const error = await caught(ask({ signal: AbortSignal.abort() }));
    assert.equal(error instanceof ConnectionError && error.code, 'ABORTED');
    assert.equal(way.sent.length, 0);
  });
});
