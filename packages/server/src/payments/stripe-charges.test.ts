import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addHours } from '@handsel/protocol';
import { ProviderUnknownError } from './provider.ts';
import { stripeBench } from './testing/benches.ts';
import { chargeOf, paid, referenceOf } from './testing/provider-suite.ts';

const order = chargeOf({ paymentMethod: 'pm_card_visa' });

describe('a charge through Stripe', () => {
  it('is authorized first, and carries our ids', async () => {
    const { provider, stripe } = stripeBench();
    await provider.authorize(order);
    const [intent] = stripe.books.intents;
    assert.equal(intent?.status, 'requires_capture');
    assert.deepEqual(intent.metadata, { contractId: 'ctr_1', chargeId: 'chg_1' });
    assert.deepEqual([intent.amount, intent.currency], [25_000, 'usd']);
  });

  it('is counted as Stripe counts', async () => {
    const { provider, stripe } = stripeBench();
    await provider.authorize({ ...order, amount: { amount: 5_000, currency: 'ISK' } });
    assert.equal(stripe.books.intents[0]?.amount, 500_000);
  });

  it('is refused, not rounded, when Stripe cannot express it', async () => {
    const { provider, stripe } = stripeBench();
    const answer = await provider.authorize({ ...order, amount: { amount: 5_124, currency: 'KWD' } });
    assert.deepEqual(answer, { status: 'failed', failureCode: 'amount_not_expressible' });
    assert.equal(stripe.books.intents.length, 0);
  });

  it('names the bank’s reason of a decline, but not that a card is lost', async () => {
    const { provider } = stripeBench();
    const failed = async (paymentMethod: string, chargeId: string) =>
      provider.authorize({ ...order, paymentMethod, chargeId });
    const [poor, lost] = ['pm_card_visa_chargeDeclinedInsufficientFunds', 'pm_card_visa_chargeDeclinedLostCard'];
    assert.deepEqual(await failed(poor ?? '', 'chg_2'), { status: 'failed', failureCode: 'insufficient_funds' });
    assert.deepEqual(await failed(lost ?? '', 'chg_3'), { status: 'failed', failureCode: 'generic_decline' });
    assert.deepEqual(await failed('pm_unheard_of', 'chg_4'), { status: 'failed', failureCode: 'resource_missing' });
  });

  it('is found after Stripe has forgotten the key, among hundreds of others', async () => {
    const { provider, stripe, time } = stripeBench();
    stripe.loseNextAnswer();
    await assert.rejects(provider.authorize(order), ProviderUnknownError);
    time.now = addHours(time.now, 1);
    for (let n = 0; n < 250; n++) await provider.authorize({ ...order, chargeId: `chg_other_${n}` });
    time.now = addHours(time.now, 30);
    const found = await provider.find(order);
    assert.deepEqual(found, { status: 'authorized', reference: stripe.books.intents[0]?.id });
  });

  it('is not looked for before it was wanted', async () => {
    const { provider, time } = stripeBench();
    await provider.authorize(order);
    const later = { ...order, createdAt: addHours(time.now, 1) };
    assert.equal(await provider.find(later), undefined);
  });

  it('is asked for by its name once that is known', async () => {
    const { provider } = stripeBench();
    const reference = await paid(provider, order);
    const elsewhere = { ...order, chargeId: 'chg_not_in_the_list', reference };
    assert.deepEqual(await provider.find(elsewhere), { status: 'captured', reference });
    assert.equal(await provider.find({ ...order, reference: 'pi_of_another_account' }), undefined);
  });

  it('fails when it was not captured in time', async () => {
    const { provider, stripe } = stripeBench();
    const reference = referenceOf(await provider.authorize(order));
    stripe.books.intent(reference).status = 'canceled';
    const failed = { status: 'failed', failureCode: 'authorization_expired' };
    assert.deepEqual(await provider.capture(order, reference), failed);
    assert.deepEqual(await provider.find(order), failed);
  });

  it('is captured once when the answer to the capture was lost', async () => {
    const { provider, stripe } = stripeBench();
    const reference = referenceOf(await provider.authorize(order));
    stripe.loseNextAnswer();
    await assert.rejects(provider.capture(order, reference), ProviderUnknownError);
    assert.deepEqual(await provider.capture(order, reference), { status: 'captured', reference });
  });

  it('is captured after an outage at once, not a day later', async () => {
    const { provider, stripe } = stripeBench();
    const reference = referenceOf(await provider.authorize(order));
    stripe.failNext(500);
    await assert.rejects(provider.capture(order, reference), ProviderUnknownError);
    assert.deepEqual(await provider.capture(order, reference), { status: 'captured', reference });
  });

  it('is on its way while Stripe is confirming it, or says what we do not know yet', async () => {
    const { provider, stripe } = stripeBench();
    const reference = referenceOf(await provider.authorize(order));
    const intent = stripe.books.intent(reference);
    for (const status of ['requires_payment_method', 'processing', 'invented_later']) {
      Object.assign(intent, { status });
      assert.deepEqual(await provider.find(order), { status: 'processing', reference });
    }
  });
});

describe('an unclear answer of Stripe', () => {
  for (const status of [401, 403, 409, 429, 500, 502, 503]) {
    it(`is ${status}, whatever was asked`, async () => {
      const { provider, stripe } = stripeBench();
      const reference = referenceOf(await provider.authorize({ ...order, chargeId: 'chg_0' }));
      const asks = [
        () => provider.authorize(order),
        () => provider.find(order),
        () => provider.find({ ...order, reference }),
        () => provider.capture(order, reference),
      ];
      for (const ask of asks) {
        stripe.failNext(status);
        await assert.rejects(ask(), ProviderUnknownError);
      }
    });
  }

  it('is one that breaks off', async () => {
    const { provider, stripe } = stripeBench();
    stripe.cutNextAnswer();
    await assert.rejects(provider.authorize(order), ProviderUnknownError);
    assert.equal((await provider.find(order))?.status, 'authorized');
  });

  it('is none in time', async () => {
    const { provider, stripe } = stripeBench({ timeoutMs: 10 });
    stripe.hangNext();
    await assert.rejects(provider.authorize(order), ProviderUnknownError);
  });

  it('is that the same key came with something else', async () => {
    const { provider } = stripeBench();
    await provider.authorize(order);
    await assert.rejects(provider.authorize({ ...order, description: 'Renamed' }), ProviderUnknownError);
    assert.equal((await provider.find(order))?.status, 'authorized');
  });
});
