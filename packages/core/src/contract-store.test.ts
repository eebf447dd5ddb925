import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient } from './client.ts';
import { ApiError } from './errors.ts';
import { type Fault, FaultyWay } from './testing/faults.ts';
import { Keeper } from './testing/keeper.ts';
import { contractOf, paymentRequestOf, problemOf } from './testing/samples.ts';
import { VirtualTime } from './testing/virtual-time.ts';

const SIGNED = { termsHash: 'a'.repeat(64), signature: 'Rin Vale' };

function arrange(faults: readonly Fault[] = []) {
  const time = new VirtualTime();
  const keeper = new Keeper();
  const way = new FaultyWay(keeper, faults);
  const { now, sleep } = time;
  const client = createClient({ backend: way, session: 't1', now, sleep, random: () => 1 });
  const store = client.contract('ctr_1');
  const told = { times: 0 };
  const listen = () => store.subscribe(() => (told.times += 1));
  const asked = () =>
    way.sent.map(({ method, url }) => `${method} ${new URL(url).pathname.slice('/v1/contracts'.length)}`);
  const seqs = () => store.snapshot.events.map(({ seq }) => seq);
  return { time, keeper, way, client, store, told, listen, asked, seqs };
}

const OPENING = ['GET /ctr_1', 'GET /ctr_1/events', 'GET /ctr_1/events/stream'];
const gone = (): Fault[] => Array.from({ length: 3 }, () => 'lost request');

describe('the store of a contract', () => {
  it('asks for nothing before somebody looks', async () => {
    const { store, time, way } = arrange();
    await time.quiet();
    assert.equal(store.snapshot.status, 'loading');
    assert.equal(way.sent.length, 0);
  });

  it('reads the contract and its events, then follows it live', async () => {
    const { store, listen, time, asked, seqs } = arrange();
    listen();
    await time.quiet();
    assert.deepEqual(asked(), OPENING);
    const { status, contract, error, asOf } = store.snapshot;
    assert.deepEqual([status, contract?.version, error, asOf], ['ready', 5, undefined, '2026-11-23T14:20:00.000Z']);
    assert.deepEqual(seqs(), [1, 2, 3, 4, 5, 6, 7]);
  });

  it('is shared by all who look, and stops with the last one', async () => {
    const { client, keeper, listen, time, way } = arrange();
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
    const { store, keeper, time } = arrange();
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
    const { store, keeper, listen, time } = arrange();
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
    const { store, keeper, listen, time, asked, seqs } = arrange();
    listen();
    await time.quiet();
    for (let event = 0; event < 20; event += 1) keeper.happen();
    await time.quiet();
    assert.equal(store.snapshot.contract?.version, 25);
    assert.equal(seqs().at(-1), 27);
    assert.deepEqual(asked().slice(3), ['GET /ctr_1']);
  });

  it('reads once more when something happens while it is reading', async () => {
    const { store, keeper, listen, time, way } = arrange();
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
    const { store, keeper, listen, time, way } = arrange();
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
    const { store, time, listen, told } = arrange();
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

describe('the store of a contract on a bad line', () => {
  it('is offline when nothing can be read, and mends itself when the backend is back', async () => {
    const { store, listen, time } = arrange([...gone(), ...gone()]);
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
    const { store, keeper, listen, time, way, seqs } = arrange();
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
    const { store, keeper, listen, time } = arrange();
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
    const { store, keeper, listen, time, way } = arrange();
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
    const { store, keeper, listen, time, way } = arrange([problemOf(401, 'SESSION_EXPIRED')]);
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

  it('rejects a refresh that fails, and keeps why', async () => {
    const { store } = arrange([problemOf(404, 'NOT_FOUND')]);
    await assert.rejects(store.refresh(), { code: 'NOT_FOUND' });
    assert.equal(store.snapshot.status, 'failed');
  });
});

describe('a command of the store', () => {
  it('shows its answer at once, and reads nothing again when its event comes', async () => {
    const { store, listen, time, asked, seqs } = arrange();
    listen();
    await time.quiet();
    const sent = await store.send(SIGNED);
    assert.equal(store.snapshot.contract?.version, sent.version);
    assert.equal(sent.version, 6);
    await time.quiet();
    assert.deepEqual(seqs().slice(-1), [8]);
    assert.deepEqual(asked(), [...OPENING, 'POST /ctr_1/send']);
  });

  it('reads the contract when the answer is something else', async () => {
    const { store, asked } = arrange();
    const request = await store.requestPayment('ms_1', { note: 'Done.' });
    assert.deepEqual(request, paymentRequestOf());
    assert.deepEqual(asked(), ['POST /ctr_1/milestones/ms_1/payment-requests', 'GET /ctr_1']);
    assert.equal(store.snapshot.contract?.version, 6);
  });

  it('has succeeded even if the contract cannot be read afterwards', async () => {
    const { store, time } = arrange(['none', ...gone()]);
    assert.equal((await time.until(store.requestPayment('ms_1'))).id, 'prq_1');
    assert.equal(store.snapshot.status, 'offline');
  });

  it('takes the contract out of a funding', async () => {
    const contract = contractOf({ version: 9 });
    const charge = {
      id: 'chg_1',
      contractId: 'ctr_1',
      amount: { amount: 50_000, currency: 'USD' },
      status: 'pending',
      confirmationUrl: null,
      failureCode: null,
      createdAt: contract.createdAt,
    };
    const { store } = arrange([Response.json({ charge, contract })]);
    const input = { scope: 'next', paymentMethod: 'pm_sim_success_visa', consentToken: 'c'.repeat(20) } as const;
    assert.equal((await store.fund(input)).charge.status, 'pending');
    assert.equal(store.snapshot.contract?.version, 9);
  });

  it('names the version the snapshot shows, and refuses to guess one', async () => {
    const { store, way } = arrange();
    const draft = {
      client: { email: 'kit@arden.example' },
      title: 'A logo',
      description: '',
      currency: 'USD',
      milestones: [],
    };
    await assert.rejects(async () => store.update(draft), { code: 'MISUSE' });
    assert.equal(way.sent.length, 0);
    await store.refresh();
    await store.revise({ draft, signature: 'Rin Vale' });
    assert.equal(way.sent.at(-1)?.headers.get('if-match'), '"5"');
  });

  it('reads the contract anew when it was refused because things have moved on', async () => {
    const { store, listen, time, way, asked } = arrange();
    listen();
    await time.quiet();
    way.next(problemOf(409, 'WRONG_STATE'));
    await assert.rejects(store.withdraw(), { code: 'WRONG_STATE' });
    await time.quiet();
    assert.deepEqual(asked().slice(3), ['POST /ctr_1/withdraw', 'GET /ctr_1']);
  });

  it('has one for each operation about a contract', () => {
    const { store } = arrange();
    const commands = [
      ...[
        'update',
        'discard',
        'send',
        'revise',
        'resend',
        'withdraw',
        'accept',
        'decline',
        'cancel',
        'preview',
        'fund',
      ],
      ...['charge', 'endByFreelancer', 'endByClient', 'requestPayment', 'withdrawPaymentRequest', 'viewPaymentRequest'],
      ...['requestChanges', 'approve', 'proposeChange', 'acceptChange', 'rejectChange', 'withdrawChange'],
      ...['approveEscrowRefund', 'openDispute'],
    ];
    for (const name of commands) assert.equal(typeof Reflect.get(store, name), 'function', name);
  });
});
