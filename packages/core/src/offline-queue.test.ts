import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  approveMilestone,
  createPaymentRequest,
  createPreview,
  requestChanges,
  retrieveContract,
  viewPaymentRequest,
  withdrawContract,
} from '@handsel/protocol';
import { connect } from './call.ts';
import { OfflineQueue, type QueueOutcome } from './offline-queue.ts';
import { type Fault, FaultyWay } from './testing/faults.ts';
import { Keeper } from './testing/keeper.ts';
import { MemoryStorage } from './testing/memory-storage.ts';
import { problemOf } from './testing/samples.ts';
import { VirtualTime } from './testing/virtual-time.ts';

const NOTE = { contractId: 'ctr_1', paymentRequestId: 'prq_1', note: 'Bluer.' } as const;
const ASK = { contractId: 'ctr_1', milestoneId: 'ms_1' } as const;
const KEY = 'handsel:queue:rin';
const gone = (): Fault[] => Array.from({ length: 3 }, () => 'lost request');

/** A page: its connection and its queue go with a reload, storage and backend stay. */
function arrange(faults: readonly Fault[] = [], storage = new MemoryStorage(), keeper = new Keeper()) {
  const time = new VirtualTime();
  const way = new FaultyWay(keeper, faults, time);
  const call = connect({ backend: way, session: 't1' });
  const outcomes: QueueOutcome[] = [];
  const operations = [createPaymentRequest, requestChanges, viewPaymentRequest];
  const settled = (outcome: QueueOutcome) => outcomes.push(outcome);
  const queue = new OfflineQueue({ call, operations, storage, name: 'rin', settled, clock: time });
  const asked = () => way.sent.map(({ url }) => new URL(url).pathname.split('/').at(-1));
  return { time, way, keeper, storage, queue, outcomes, asked, call };
}

describe('a queue of writes', () => {
  it('sends what waits in order, each with the key it was queued with', async () => {
    const { queue, time, way, outcomes, asked, storage } = arrange();
    const first = await queue.add(createPaymentRequest, ASK);
    const second = await queue.add(requestChanges, NOTE, { idempotencyKey: 'the-key-of-the-intent' });
    assert.equal(way.sent.length, 0);
    assert.equal(await time.until(queue.flush()), 0);
    assert.deepEqual(asked(), ['payment-requests', 'request-changes']);
    assert.deepEqual(way.keys, [first.idempotencyKey, 'the-key-of-the-intent']);
    assert.deepEqual(
      outcomes.map(({ status, write }) => [status, write.operation]),
      [
        ['sent', 'paymentRequests.create'],
        ['sent', 'paymentRequests.requestChanges'],
      ],
    );
    assert.equal(second.queuedAt, time.now());
    assert.equal(storage.size, 0);
  });

  it('keeps everything while there is no connection, and nothing overtakes', async () => {
    const { queue, time, way, asked } = arrange(gone());
    await queue.add(createPaymentRequest, ASK);
    await queue.add(requestChanges, NOTE);
    assert.equal(await time.until(queue.flush()), 2);
    assert.deepEqual(new Set(asked()), new Set(['payment-requests']));
    assert.equal((await queue.pending()).length, 2);
    assert.equal(await time.until(queue.flush()), 0);
    assert.equal(new Set(way.keys).size, 2);
  });

  it('happens once when the page is reloaded before the answer came', async () => {
    const first = arrange(['lost answer', 'lost answer', 'lost answer']);
    const write = await first.queue.add(createPaymentRequest, ASK);
    assert.equal(await first.time.until(first.queue.flush()), 1);
    const { queue, time, keeper, outcomes } = arrange([], first.storage, first.keeper);
    assert.equal(await time.until(queue.flush()), 0);
    assert.deepEqual(keeper.effects, [write.idempotencyKey]);
    assert.equal(outcomes[0]?.status, 'sent');
  });

  it('sends once when it is flushed from many places at the same time', async () => {
    const { queue, time, way, keeper } = arrange();
    await queue.add(createPaymentRequest, ASK);
    await time.until(Promise.all([queue.flush(), queue.flush(), queue.flush()]));
    assert.equal(way.sent.length, 1);
    assert.equal(keeper.effects.length, 1);
  });

  it('goes on by itself until all is sent', async () => {
    const { queue, time, keeper } = arrange([...gone(), ...gone()]);
    for (let write = 0; write < 3; write += 1) await queue.add(createPaymentRequest, ASK);
    await time.until(queue.drain());
    assert.equal(keeper.effects.length, 3);
    assert.equal((await queue.pending()).length, 0);
  });

  it('drops what the backend refuses, says so, and goes on with the rest', async () => {
    const { queue, time, outcomes, keeper } = arrange([problemOf(409, 'WRONG_STATE')]);
    await queue.add(createPaymentRequest, ASK);
    await queue.add(requestChanges, NOTE);
    await time.until(queue.flush());
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['refused', 'sent'],
    );
    assert.equal(keeper.effects.length, 1);
  });

  it('waits until somebody has signed in again', async () => {
    const { queue, time, outcomes } = arrange([problemOf(401, 'SESSION_EXPIRED')]);
    await queue.add(createPaymentRequest, ASK);
    assert.equal(await time.until(queue.flush()), 1);
    assert.deepEqual(outcomes, []);
    assert.equal(await time.until(queue.flush()), 0);
  });

  it('does not send what is so old that its key may be forgotten', async () => {
    const { queue, time, way, outcomes } = arrange();
    await queue.add(createPaymentRequest, ASK);
    await time.advance(30 * 24 * 60 * 60 * 1000 + 1);
    await queue.flush();
    assert.equal(way.sent.length, 0);
    assert.equal(outcomes[0]?.status, 'expired');
  });

  it('never takes what moves money, what only reads, or what it was not made for', async () => {
    const { call, storage, queue } = arrange();
    const options = { call, storage, name: 'rin' };
    for (const operation of [approveMilestone, retrieveContract]) {
      assert.throws(() => new OfflineQueue({ ...options, operations: [operation] }), {
        code: 'MISUSE',
        message: `"${operation.name}" cannot be queued: only writes that move no money can.`,
      });
    }
    await assert.rejects(queue.add(withdrawContract, { contractId: 'ctr_1' }), { code: 'MISUSE' });
    assert.ok(createPreview.money !== true);
    assert.equal(storage.size, 0);
  });

  it('survives what another version or another hand has written into the storage', async () => {
    const { queue, storage, time, keeper } = arrange();
    for (const text of ['{"half', '7', '[null, {"operation":"paymentRequests.create"}]']) {
      storage.setItem(KEY, text);
      assert.deepEqual(await queue.pending(), []);
    }
    await queue.add(createPaymentRequest, ASK);
    await time.until(queue.flush());
    assert.equal(keeper.effects.length, 1);
  });

  it('says so when a write cannot be kept', async () => {
    const { queue, storage } = arrange();
    storage.denied = true;
    await assert.rejects(queue.add(createPaymentRequest, ASK), /denied/);
  });

  it('works with a storage that takes its time, and loses nothing that is added at once', async () => {
    const { call, time, way } = arrange();
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => Promise.resolve(kept.get(key) ?? null),
      setItem: async (key: string, value: string) => void (await Promise.resolve(kept.set(key, value))),
      removeItem: async (key: string) => void (await Promise.resolve(kept.delete(key))),
    };
    const queue = new OfflineQueue({ call, operations: [createPaymentRequest], storage, name: 'rin', clock: time });
    await Promise.all(Array.from({ length: 20 }, () => queue.add(createPaymentRequest, ASK)));
    assert.equal((await queue.pending()).length, 20);
    await time.until(queue.flush());
    assert.equal(new Set(way.keys).size, 20);
    assert.equal(kept.size, 0);
  });
});
