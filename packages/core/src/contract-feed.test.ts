import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApiError } from './errors.ts';
import { contractOf, problemOf } from './testing/samples.ts';
import { gone, OPENING, watched } from './testing/watched.ts';

describe('the store of a contract', () => {
  it('asks for nothing before somebody looks', async () => {
    const { store, time, way } = watched();
    await time.quiet();
    assert.equal(store.snapshot.status, 'loading');
    assert.equal(way.sent.length, 0);
  });

  it('reads the contract and its events, then follows it live', async () => {
    const { store, listen, time, asked, seqs } = watched();
    listen();
    await time.quiet();
    assert.deepEqual(asked(), OPENING);
    const { status, contract, error, asOf } = store.snapshot;
    assert.deepEqual([status, contract?.version, error, asOf], ['ready', 5, undefined, '2026-11-23T14:20:00.000Z']);
    assert.deepEqual(seqs(), [1, 2, 3, 4, 5, 6, 7]);
  });

  it('reads the contract again when something happens before its events are read', async () => {
    const { store, keeper, time } = watched();
    let early = true;
    store.subscribe(() => {
      if (early) keeper.happen({ status: 'completed' });
      early = false;
    });
    await time.quiet();
    assert.equal(store.snapshot.contract?.status, 'completed');
  });

  it('is shared by all who look, and stops with the last one', async () => {
    const { client, keeper, listen, time, way } = watched();
    const leave = listen();
    const leaveToo = client.contract('ctr_1').subscribe(() => undefined);
    await time.quiet();
    assert.equal(way.sent.length, 3);
    leave();
    leave();
    await time.quiet();
    assert.equal(keeper.followers, 1);
    leaveToo();
    await time.quiet();
    assert.equal(keeper.followers, 0);
    await time.advance(300_000);
    assert.equal(way.sent.length, 3);
  });

  it('tells a listener who came twice twice, and once after one of the two left', async () => {
    const { store, keeper, time } = watched();
    let told = 0;
    const listener = () => (told += 1);
    const leave = store.subscribe(listener);
    store.subscribe(listener);
    await time.quiet();
    told = 0;
    keeper.tell({ ...keeper.happen({}, false), seq: 3 });
    leave();
    await store.refresh();
    const once = told;
    store.subscribe(listener);
    told = 0;
    await store.refresh();
    assert.equal(told, once * 2);
  });

  it('replaces the snapshot when something changes, and keeps it when nothing does', async () => {
    const { store, keeper, listen, time } = watched();
    listen();
    await time.quiet();
    const before = store.snapshot;
    assert.equal(store.snapshot, before);
    assert.ok(Object.isFrozen(before));
    keeper.happen({ status: 'completed' });
    await time.quiet();
    assert.notEqual(store.snapshot, before);
    assert.equal(before.contract?.status, 'active');
    assert.equal(store.snapshot.contract?.status, 'completed');
  });

  it('reads the contract once for a burst of events', async () => {
    const { store, keeper, listen, time, asked, seqs } = watched();
    listen();
    await time.quiet();
    for (let event = 0; event < 20; event += 1) keeper.happen();
    await time.quiet();
    assert.equal(store.snapshot.contract?.version, 25);
    assert.equal(seqs().at(-1), 27);
    assert.deepEqual(asked().slice(3), ['GET /ctr_1']);
  });

  it('reads once more when something happens while it is reading', async () => {
    const { store, keeper, listen, time, way } = watched();
    listen();
    await time.quiet();
    const old = keeper.contract;
    way.next(Response.json({ ...old, version: 6, seq: 8 }));
    keeper.happen();
    keeper.happen();
    await time.quiet();
    assert.equal(store.snapshot.contract?.version, 7);
    assert.equal(way.sent.length, 5);
  });

  it('never goes back to an older version', async () => {
    const { store, keeper, listen, time, way } = watched();
    listen();
    await time.quiet();
    keeper.happen({ title: 'A newer logo' });
    await time.quiet();
    way.next(Response.json(contractOf({ version: 5, title: 'An older logo' })));
    await store.refresh();
    assert.equal(store.snapshot.contract?.title, 'A newer logo');
    assert.equal(store.snapshot.contract.version, 6);
  });

  it('goes on telling the others when one listener throws', async (test) => {
    const { store, time, listen, told } = watched();
    const thrown: unknown[] = [];
    // What the page's own handler of errors would see.
    test.mock.method(globalThis, 'queueMicrotask', (task: () => void) => {
      try {
        task();
      } catch (error) {
        thrown.push(error);
      }
    });
    store.subscribe(() => {
      throw new Error('Not my day.');
    });
    listen();
    await time.quiet();
    assert.ok(told.times > 0);
    assert.equal(String(thrown[0]), 'Error: Not my day.');
    assert.equal(store.snapshot.status, 'ready');
  });
});

describe('a listener that leaves', () => {
  it('before anything came leaves nothing open', async () => {
    const { keeper, listen, time, way } = watched();
    listen()();
    await time.advance(300_000);
    assert.equal(keeper.followers, 0);
    assert.equal(way.sent.length, 1);
  });

  it('in the very moment the contract is ready leaves nothing open', async () => {
    const { store, keeper, time, way } = watched();
    const leave = store.subscribe(() => {
      if (store.snapshot.status === 'ready') leave();
    });
    await time.advance(300_000);
    assert.equal(keeper.followers, 0);
    assert.equal(way.sent.length, 2);
  });

  it('and comes back at once is followed once', async () => {
    const { keeper, listen, time, seqs } = watched();
    for (let turn = 0; turn < 5; turn += 1) listen()();
    listen();
    await time.quiet();
    assert.equal(keeper.followers, 1);
    keeper.happen();
    await time.quiet();
    assert.deepEqual(seqs(), [1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('the store of a contract on a bad line', () => {
  it('is offline when nothing can be read, and mends itself when the backend is back', async () => {
    const { store, listen, time } = watched([...gone(), ...gone()]);
    listen();
    await time.advance(1_500);
    assert.equal(store.snapshot.status, 'offline');
    assert.equal((store.snapshot.error as ApiError).code, 'NO_ANSWER');
    await time.advance(10_000);
    assert.equal(store.snapshot.status, 'ready');
    assert.equal(store.snapshot.error, undefined);
    assert.equal(store.snapshot.contract?.id, 'ctr_1');
  });

  it('keeps what it knows while it is offline, says of when it is, and catches up', async () => {
    const { store, keeper, listen, time, way, seqs } = watched();
    listen();
    await time.advance(30_000);
    keeper.send(': still here\n\n');
    await time.advance(10_000);
    way.next('lost request', 'lost request');
    keeper.hangUp();
    keeper.happen({ status: 'completed' });
    await time.advance(600);
    const { status, contract, asOf } = store.snapshot;
    assert.deepEqual([status, contract?.status, asOf], ['offline', 'active', '2026-11-23T14:20:30.000Z']);
    await time.advance(10_000);
    assert.equal(store.snapshot.status, 'ready');
    assert.equal(store.snapshot.contract?.status, 'completed');
    assert.deepEqual(seqs(), [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('does not call itself offline when the backend only ends the stream', async () => {
    const { store, keeper, listen, time } = watched();
    const seen = new Set<string>();
    listen();
    await time.quiet();
    store.subscribe(() => seen.add(store.snapshot.status));
    for (let restart = 0; restart < 5; restart += 1) {
      keeper.hangUp();
      await time.advance(10_000);
    }
    keeper.happen();
    await time.quiet();
    assert.deepEqual([...seen], ['ready']);
    assert.equal(store.snapshot.contract?.version, 6);
  });

  it('comes back when only the reading after an event fails', async () => {
    const { store, keeper, listen, time, way } = watched();
    listen();
    await time.quiet();
    way.next(...gone());
    keeper.happen({ status: 'completed' });
    await time.advance(1_600);
    assert.equal(store.snapshot.status, 'offline');
    await time.advance(10_000);
    assert.equal(store.snapshot.status, 'ready');
    assert.equal(store.snapshot.contract?.status, 'completed');
    assert.equal(keeper.followers, 1);
  });

  it('fails when only a person can help, asks no more, and starts again at a refresh', async () => {
    const { store, keeper, listen, time, way } = watched([problemOf(401, 'SESSION_EXPIRED')]);
    listen();
    await time.advance(60_000);
    assert.equal(store.snapshot.status, 'failed');
    assert.ok(store.snapshot.error instanceof ApiError);
    assert.equal(way.sent.length, 1);
    await store.refresh();
    await time.quiet();
    assert.equal(store.snapshot.status, 'ready');
    assert.equal(keeper.followers, 1);
  });

  it('mends itself when a refresh fails while it is followed', async () => {
    const { store, keeper, listen, time, way } = watched();
    listen();
    await time.quiet();
    way.next(...gone());
    await assert.rejects(time.until(store.refresh()), { code: 'NO_ANSWER' });
    assert.equal(store.snapshot.status, 'offline');
    await time.advance(10_000);
    assert.equal(store.snapshot.status, 'ready');
    assert.equal(keeper.followers, 1);
  });

  it('does not take a reading that began before for a refresh', async () => {
    const { store, keeper, time, way } = watched();
    way.next(Response.json(keeper.contract));
    const early = store.refresh();
    keeper.happen({ title: 'A newer logo' }, false);
    await time.until(Promise.all([early, store.refresh()]));
    assert.equal(store.snapshot.contract?.title, 'A newer logo');
  });

  it('rejects a refresh that fails, and keeps why', async () => {
    const { store } = watched([problemOf(404, 'NOT_FOUND')]);
    await assert.rejects(store.refresh(), { code: 'NOT_FOUND' });
    assert.equal(store.snapshot.status, 'failed');
  });
});
