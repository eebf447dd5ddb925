import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ContractId } from '@handsel/protocol';
import { sqliteHome } from '../node/sqlite.ts';
import { Place } from '../store/testing/place.ts';
import { carryOutOrder, PayeeNotConnectedError } from './orders.ts';
import { ProviderUnknownError } from './provider.ts';
import { START, stripeBench } from './testing/benches.ts';
import { chargeOf, paid } from './testing/provider-suite.ts';

const place = new Place(() => ({ home: sqliteHome(':memory:') }));

/** A contract with $50 and $30 captured, an order, and the world in which it is carried out. */
async function withOrder(kind: 'transfer' | 'refund', amount: number, account: string | null = 'acct_rin') {
  const bench = stripeBench();
  const contractId = await place.contract();
  for (const [n, cents] of [5_000, 3_000].entries()) {
    const chargeId = `chg_${n}`;
    const money = { amount: cents, currency: 'USD' };
    const order = chargeOf({ chargeId, contractId, amount: money, paymentMethod: 'pm_card_visa' });
    await addCharge(contractId, chargeId, cents, `2026-11-23T1${n}:00:00.000Z`, await paid(bench.provider, order));
  }
  await place.store.write(async ({ db }) => {
    const order = { contract_id: contractId, id: 'ord_1', kind, amount, currency: 'USD', event_seq: 1 } as const;
    const open = {
      status: 'open',
      provider_ref: null,
      failure_code: null,
      created_at: START,
      decided_at: null,
    } as const;
    await db
      .insertInto('payment_orders')
      .values({ ...order, ...open })
      .execute();
    await db.updateTable('parties').set({ payment_account: account }).execute();
  });
  const lines: string[] = [];
  const world = {
    store: place.store,
    clock: { now: () => START },
    payments: bench.provider,
    log: (level: string, message: string) => void lines.push(`${level}: ${message}`),
  };
  return { ...bench, contractId, lines, carryOut: () => carryOutOrder(world, contractId, 'ord_1') };
}

async function addCharge(contractId: string, id: string, amount: number, at: string, reference: string | null) {
  const parts = { amount, into_escrow: amount, from_carried: 0, client_fee: 0, initiation_fee: 0 };
  const made = { payment_method: 'pm_card_visa', confirmation_url: null, failure_code: null, created_at: at };
  const status = reference === null ? 'failed' : 'succeeded';
  await place.store.write(({ db }) =>
    db
      .insertInto('charges')
      .values({ contract_id: contractId, id, purpose: '{}', status, provider_ref: reference, ...parts, ...made })
      .execute(),
  );
}

const orderOf = (contractId: ContractId) =>
  place.store.read(({ db }) =>
    db
      .selectFrom('payment_orders')
      .select(['status', 'provider_ref', 'failure_code', 'decided_at'])
      .where('contract_id', '=', contractId)
      .executeTakeFirstOrThrow(),
  );

const OPEN = { status: 'open', provider_ref: null, failure_code: null, decided_at: null };

describe('an order to the payment provider', () => {
  it('pays the freelancer out, once, and notes it', async () => {
    const { carryOut, contractId, stripe } = await withOrder('transfer', 7_000);
    await carryOut();
    // Whoever asked the provider again would hear this.
    stripe.failNext(500);
    await carryOut();
    const done = { status: 'done', provider_ref: stripe.books.transfers[0]?.id, failure_code: null, decided_at: START };
    assert.deepEqual({ ...(await orderOf(contractId)) }, done);
    assert.deepEqual(
      stripe.books.transfers.map(({ amount, destination }) => [amount, destination]),
      [[7_000, 'acct_rin']],
    );
  });

  it('gives back over the newest captured charge first', async () => {
    const { carryOut, contractId, stripe } = await withOrder('refund', 4_000);
    await addCharge(contractId, 'chg_declined', 9_000, '2026-11-23T12:00:00.000Z', null);
    await carryOut();
    assert.deepEqual(
      stripe.books.refunds.map(({ amount, payment_intent }) => [payment_intent, amount]),
      [
        ['pi_2', 3_000],
        ['pi_1', 1_000],
      ],
    );
    assert.equal((await orderOf(contractId)).status, 'done');
  });

  it('leaves alone what was charged after it', async () => {
    const { carryOut, contractId, stripe, provider } = await withOrder('refund', 1_000);
    const order = chargeOf({ chargeId: 'chg_later', contractId, paymentMethod: 'pm_card_visa' });
    await addCharge(contractId, 'chg_later', 25_000, '2026-11-24T09:00:00.000Z', await paid(provider, order));
    await carryOut();
    assert.deepEqual(
      stripe.books.refunds.map(({ payment_intent }) => payment_intent),
      ['pi_2'],
    );
  });

  it('stays open while the provider gives no clear answer', async () => {
    const { carryOut, contractId, stripe } = await withOrder('transfer', 7_000);
    stripe.failNext(503);
    await assert.rejects(carryOut(), ProviderUnknownError);
    assert.deepEqual({ ...(await orderOf(contractId)) }, OPEN);
    await carryOut();
    assert.equal((await orderOf(contractId)).status, 'done');
  });

  it('stays open until the freelancer has an account', async () => {
    const { carryOut, contractId } = await withOrder('transfer', 7_000, null);
    await assert.rejects(carryOut(), PayeeNotConnectedError);
    assert.deepEqual({ ...(await orderOf(contractId)) }, OPEN);
    await place.store.write(({ db }) => db.updateTable('parties').set({ payment_account: 'acct_rin' }).execute());
    await carryOut();
    assert.equal((await orderOf(contractId)).status, 'done');
  });

  it('is noted and logged when it failed for good', async () => {
    const { carryOut, contractId, lines } = await withOrder('transfer', 7_000, 'acct_gone');
    await carryOut();
    await carryOut();
    const failed = { status: 'failed', provider_ref: null, failure_code: 'resource_missing', decided_at: START };
    assert.deepEqual({ ...(await orderOf(contractId)) }, failed);
    assert.deepEqual(lines, ['error: a payment order failed']);
  });

  it('that nobody gave is nothing to do', async () => {
    const { provider } = stripeBench();
    const log = () => assert.fail('There is nothing to say.');
    const world = { store: place.store, clock: { now: () => START }, payments: provider, log };
    await carryOutOrder(world, 'ctr_none', 'ord_none');
  });
});
