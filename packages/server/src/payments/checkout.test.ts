import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addHours } from '@handsel/protocol';
import { loadProviderReference } from '../store/provider-references.ts';
import { receiveReport } from './report.ts';
import { settleCharge } from './settle.ts';
import { paying, type Paying } from './testing/paying.ts';

/** A test on a contract whose payer stands before Stripe's page. */
const onThePage = (work: (at: Paying & { settle: () => Promise<void> }) => Promise<void>) => async () => {
  const at = await paying('checkout');
  const settle = () => settleCharge(at.world, at.contractId, at.chargeId);
  try {
    await settle();
    assert.equal((await at.charge()).status, 'requires_confirmation');
    assert.equal((await at.charge()).confirmationUrl, 'https://checkout.stripe.example/c/pay/cs_1');
    await work({ ...at, settle });
  } finally {
    await at.close();
  }
};

const reference = ({ world, contractId, chargeId }: Paying) =>
  world.store.read((q) => loadProviderReference(q, contractId, chargeId));

describe('a charge that is paid on the provider’s page', () => {
  it(
    'is settled when the payer comes back, and keeps the name of the payment',
    onThePage(async (at) => {
      assert.equal(await reference(at), 'cs_1');
      at.stripe.sessions.pay('cs_1');
      await at.settle();
      assert.equal((await at.charge()).status, 'succeeded');
      assert.equal((await at.contract()).status, 'active');
      assert.equal(await reference(at), 'pi_1');
    }),
  );

  it(
    'is settled by the report when the payer does not come back, and by a late one not again',
    onThePage(async ({ world, stripe, charge, contract }) => {
      stripe.sessions.pay('cs_1');
      const late = stripe.report('cs_1', 'checkout.session.completed');
      assert.equal((await receiveReport(world, late.clone())).status, 200);
      assert.equal((await charge()).status, 'succeeded');
      const { version } = await contract();
      await receiveReport(world, late);
      await receiveReport(world, stripe.report('pi_1', 'payment_intent.succeeded'));
      assert.equal((await contract()).version, version);
    }),
  );

  it(
    'goes on when a card was declined there, whatever is reported of it',
    onThePage(async ({ world, stripe, charge }) => {
      stripe.sessions.pay('cs_1', 'pm_card_chargeDeclined');
      await receiveReport(world, stripe.report('pi_1', 'payment_intent.payment_failed'));
      assert.equal((await charge()).status, 'requires_confirmation');
    }),
  );

  it(
    'is over half an hour after it was wanted, and nobody can pay there any more',
    onThePage(async (at) => {
      at.time.now = addHours(at.time.now, 0.5);
      await at.settle();
      assert.equal((await at.charge()).failureCode, 'expired');
      assert.equal(at.stripe.sessions.session('cs_1').status, 'expired');
      const late = at.stripe.report('cs_1', 'checkout.session.expired');
      assert.equal((await receiveReport(at.world, late)).status, 200);
      assert.equal((await at.contract()).status, 'pending_funding');
    }),
  );

  it(
    'is paid when the payer was faster than the end of it',
    onThePage(async (at) => {
      at.stripe.sessions.pay('cs_1');
      at.time.now = addHours(at.time.now, 5);
      await at.settle();
      assert.equal((await at.charge()).status, 'succeeded');
    }),
  );

  it(
    'is captured once when the answer to the capture was lost',
    onThePage(async (at) => {
      at.stripe.sessions.pay('cs_1');
      at.stripe.loseNextAnswer();
      await at.settle();
      assert.equal((await at.charge()).status, 'requires_confirmation');
      await Promise.all(Array.from({ length: 10 }, () => at.settle()));
      assert.equal((await at.charge()).status, 'succeeded');
      assert.equal(at.stripe.books.intents.length, 1);
    }),
  );

  it('opens one page when the first answer was lost', async () => {
    const { world, contractId, chargeId, charge, stripe, close } = await paying('checkout');
    stripe.loseNextAnswer();
    await settleCharge(world, contractId, chargeId);
    assert.equal((await charge()).status, 'pending');
    await Promise.all(Array.from({ length: 10 }, () => settleCharge(world, contractId, chargeId)));
    assert.equal((await charge()).status, 'requires_confirmation');
    assert.equal(stripe.sessions.all.length, 1);
    await close();
  });
});
