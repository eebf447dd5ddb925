import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addHours } from '@handsel/protocol';
import { ProviderUnknownError } from './provider.ts';
import { stripeBench, type StripeBench } from './testing/benches.ts';
import { chargeOf, outgoingOf, paid } from './testing/provider-suite.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Three captured charges, the newest first: $50, $30 and $20. */
async function threeCharges({ provider }: StripeBench) {
  const charges = [];
  for (const amount of [2_000, 3_000, 5_000]) {
    const order = chargeOf({ chargeId: `chg_${amount}`, amount: usd(amount), paymentMethod: 'pm_card_visa' });
    charges.unshift({ reference: await paid(provider, order), amount });
  }
  return charges;
}

const amounts = ({ stripe }: StripeBench) =>
  stripe.books.refunds.map(({ payment_intent, amount }) => [payment_intent, amount]);

describe('money that goes back through Stripe', () => {
  it('goes back over the newest charge first', async () => {
    const bench = stripeBench();
    const charges = await threeCharges(bench);
    const answer = await bench.provider.refund(outgoingOf({ amount: usd(6_500), charges }));
    assert.deepEqual(amounts(bench), [
      ['pi_3', 5_000],
      ['pi_2', 1_500],
    ]);
    assert.deepEqual(answer, { status: 'done', reference: bench.stripe.books.refunds.map(({ id }) => id).join(' ') });
  });

  it('goes on where the order before it stopped', async () => {
    const bench = stripeBench();
    const charges = await threeCharges(bench);
    await bench.provider.refund(outgoingOf({ amount: usd(6_500), charges }));
    await bench.provider.refund(outgoingOf({ orderId: 'ord_2', amount: usd(3_500), charges }));
    assert.deepEqual(amounts(bench).slice(2), [
      ['pi_2', 1_500],
      ['pi_1', 2_000],
    ]);
  });

  it('is not started when it is more than was charged', async () => {
    const bench = stripeBench();
    const charges = await threeCharges(bench);
    const answer = await bench.provider.refund(outgoingOf({ amount: usd(10_001), charges }));
    assert.deepEqual(answer, { status: 'failed', failureCode: 'refund_exceeds_charges' });
    assert.deepEqual(amounts(bench), []);
  });

  it('goes back once when an answer in the middle is lost, also after Stripe has forgotten the key', async () => {
    const bench = stripeBench();
    const { provider, stripe, time } = bench;
    const charges = await threeCharges(bench);
    const order = outgoingOf({ amount: usd(6_500), charges });
    let requests = 0;
    const { fetch } = stripe;
    const second = stripeBench({
      fetch: (input, init) => {
        requests += 1;
        // Two lists, then two refunds: the answer to the last is lost.
        if (requests === 4) stripe.loseNextAnswer();
        return fetch(input, init);
      },
    }).provider;
    await assert.rejects(second.refund(order), ProviderUnknownError);
    assert.equal(requests, 4);
    assert.equal(stripe.books.refunds.length, 2);
    time.now = addHours(time.now, 48);
    assert.equal((await provider.refund(order)).status, 'done');
    assert.deepEqual(amounts(bench), [
      ['pi_3', 5_000],
      ['pi_2', 1_500],
    ]);
  });

  it('tells when the bank did not take it, and leaves the charge free for another order', async () => {
    const bench = stripeBench();
    const charges = await threeCharges(bench);
    bench.stripe.books.refundsFail = true;
    const order = outgoingOf({ amount: usd(5_000), charges });
    const failed = { status: 'failed', failureCode: 'lost_or_stolen_card' };
    assert.deepEqual(await bench.provider.refund(order), failed);
    assert.deepEqual(await bench.provider.refund(order), failed);
    bench.stripe.books.refundsFail = false;
    assert.equal((await bench.provider.refund({ ...order, orderId: 'ord_2' })).status, 'done');
    assert.deepEqual(amounts(bench).at(-1), ['pi_3', 5_000]);
  });

  it('says so when only a part went back', async () => {
    const bench = stripeBench();
    const charges = await threeCharges(bench);
    bench.stripe.books.intent('pi_2').status = 'canceled';
    const answer = await bench.provider.refund(outgoingOf({ amount: usd(6_500), charges }));
    assert.deepEqual(answer, { status: 'failed', failureCode: 'in_part:payment_intent_unexpected_state' });
  });

  it('is counted as Stripe counts', async () => {
    const bench = stripeBench();
    const amount = { amount: 50, currency: 'UGX' };
    const reference = await paid(bench.provider, chargeOf({ amount, paymentMethod: 'pm_card_visa' }));
    await bench.provider.refund(outgoingOf({ amount, charges: [{ reference, amount: 50 }] }));
    assert.deepEqual(amounts(bench), [[reference, 5_000]]);
  });
});

describe('money that is paid out through Stripe', () => {
  it('goes to the freelancer’s account, beside the contract’s charges', async () => {
    const bench = stripeBench();
    await threeCharges(bench);
    await bench.provider.transfer(outgoingOf());
    const [transfer] = bench.stripe.books.transfers;
    assert.deepEqual(
      [transfer?.amount, transfer?.currency, transfer?.destination, transfer?.transfer_group],
      [10_000, 'usd', 'acct_rin', 'ctr_1'],
    );
  });

  it('stays while no account is connected', async () => {
    const answer = await stripeBench().provider.transfer(outgoingOf({ payeeAccount: null }));
    assert.deepEqual(answer, { status: 'failed', failureCode: 'payee_not_connected' });
  });

  it('fails when the account is none', async () => {
    const bench = stripeBench();
    await threeCharges(bench);
    const answer = await bench.provider.transfer(outgoingOf({ payeeAccount: 'acct_gone' }));
    assert.deepEqual(answer, { status: 'failed', failureCode: 'resource_missing' });
  });

  it('waits until what was charged is there', async () => {
    const bench = stripeBench();
    await threeCharges(bench);
    bench.stripe.books.pending = true;
    await assert.rejects(bench.provider.transfer(outgoingOf()), ProviderUnknownError);
    bench.stripe.books.pending = false;
    bench.time.now = addHours(bench.time.now, 25);
    assert.equal((await bench.provider.transfer(outgoingOf())).status, 'done');
  });

  it('goes out once when the answer is lost, also after Stripe has forgotten the key', async () => {
    const bench = stripeBench();
    await threeCharges(bench);
    bench.stripe.loseNextAnswer();
    await assert.rejects(bench.provider.transfer(outgoingOf()), ProviderUnknownError);
    bench.time.now = addHours(bench.time.now, 48);
    assert.equal((await bench.provider.transfer(outgoingOf())).status, 'done');
    assert.equal(bench.stripe.books.transfers.length, 1);
  });

  for (const status of [401, 409, 429, 500]) {
    it(`is asked for again after ${status}`, async () => {
      const bench = stripeBench();
      const charges = await threeCharges(bench);
      for (const kind of ['transfer', 'refund'] as const) {
        bench.stripe.failNext(status);
        await assert.rejects(bench.provider[kind](outgoingOf({ charges })), ProviderUnknownError);
      }
    });
  }
});
