import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addHours } from '@handsel/protocol';
import { ProviderUnknownError } from './provider.ts';
import { stripeBench } from './testing/benches.ts';
import { listen } from './testing/listen.ts';
import { chargeOf, referenceOf } from './testing/provider-suite.ts';

const order = chargeOf({ paymentMethod: 'checkout' });
const URL = 'https://checkout.stripe.example/c/pay/cs_1';
const OPEN = { status: 'requires_confirmation', reference: 'cs_1', confirmationUrl: URL };
const EXPIRED = { status: 'failed', failureCode: 'expired' };

describe('paying on Stripe’s page', () => {
  it('is for exactly the amount that was shown, by card, and comes back to the contract', async () => {
    const { provider, stripe } = stripeBench();
    assert.deepEqual(await provider.authorize(order), OPEN);
    const [session] = stripe.sessions.all;
    assert.equal(session?.client_reference_id, 'chg_1');
    assert.equal(session.customer_email, 'kim@arden.example');
    assert.deepEqual([session.success_url, session.cancel_url], [order.returnUrl, order.returnUrl]);
    stripe.sessions.pay('cs_1');
    const [intent] = stripe.books.intents;
    assert.deepEqual([intent?.amount, intent?.currency, intent?.status], [25_000, 'usd', 'requires_capture']);
    assert.deepEqual(intent?.metadata, { contractId: 'ctr_1', chargeId: 'chg_1' });
  });

  it('is counted as Stripe counts, and refused where Stripe cannot', async () => {
    const { provider, stripe } = stripeBench();
    await provider.authorize({ ...order, amount: { amount: 5_000, currency: 'ISK' } });
    stripe.sessions.pay('cs_1');
    assert.equal(stripe.books.intents[0]?.amount, 500_000);
    const odd = { ...order, chargeId: 'chg_2', amount: { amount: 5_124, currency: 'KWD' } };
    assert.deepEqual(await provider.authorize(odd), { status: 'failed', failureCode: 'amount_not_expressible' });
  });

  it('is captured under the name of the payment, which is the one that money goes back over', async () => {
    const { provider, stripe } = stripeBench();
    await provider.authorize(order);
    stripe.sessions.pay('cs_1');
    const paid = await provider.find({ ...order, reference: 'cs_1' });
    assert.deepEqual(paid, { status: 'authorized', reference: 'pi_1' });
    const captured = { status: 'captured', reference: 'pi_1' };
    assert.deepEqual(await provider.capture(order, referenceOf(paid)), captured);
    assert.deepEqual(await provider.find({ ...order, reference: 'cs_1' }), captured);
    assert.deepEqual(await provider.find({ ...order, reference: 'pi_1' }), captured);
    assert.deepEqual(await provider.find(order), captured);
  });

  it('opens one page, however often and at once it is asked for', async () => {
    const { provider, stripe } = stripeBench();
    await Promise.allSettled(Array.from({ length: 20 }, () => provider.authorize(order)));
    assert.deepEqual(await provider.authorize(order), OPEN);
    assert.equal(stripe.sessions.all.length, 1);
  });

  it('is found when the answer with the page was lost, among others', async () => {
    const { provider, stripe, time } = stripeBench();
    stripe.loseNextAnswer();
    await assert.rejects(provider.authorize(order), ProviderUnknownError);
    for (let n = 0; n < 120; n++) await provider.authorize({ ...order, chargeId: `chg_other_${n}` });
    assert.deepEqual(await provider.find(order), OPEN);
    assert.equal(await provider.find({ ...order, createdAt: addHours(time.now, 1) }), undefined);
    assert.equal(await provider.find({ ...order, reference: 'cs_of_another_account' }), undefined);
  });

  it('goes on after a card was declined there: the payer takes another', async () => {
    const { provider, stripe } = stripeBench();
    await provider.authorize(order);
    stripe.sessions.pay('cs_1', 'pm_card_chargeDeclined');
    assert.deepEqual(await provider.find(order), OPEN);
    stripe.sessions.pay('cs_1');
    assert.equal((await provider.find(order))?.status, 'authorized');
    assert.equal(stripe.books.intents.length, 1);
  });

  it('is over when Stripe has closed the page', async () => {
    const { provider, time } = stripeBench();
    await provider.authorize(order);
    time.now = addHours(time.now, 23);
    assert.deepEqual(await provider.find(order), EXPIRED);
    assert.deepEqual(await provider.cancel(order, 'cs_1'), EXPIRED);
  });

  it('can be taken back until it is paid', async () => {
    const { provider, stripe } = stripeBench();
    await provider.authorize(order);
    stripe.sessions.pay('cs_1', 'pm_card_chargeDeclined');
    assert.deepEqual(await provider.cancel(order, 'cs_1'), EXPIRED);
    assert.deepEqual(await provider.cancel(order, 'cs_1'), EXPIRED);
    assert.deepEqual(await provider.find(order), EXPIRED);
    assert.equal(stripe.books.intents[0]?.status, 'canceled');
  });

  it('cannot be taken back once it is paid', async () => {
    const { provider, stripe } = stripeBench();
    await provider.authorize(order);
    stripe.sessions.pay('cs_1');
    assert.deepEqual(await provider.cancel(order, 'cs_1'), { status: 'authorized', reference: 'pi_1' });
  });

  it('fails when it was authorized and never captured', async () => {
    const { provider, stripe } = stripeBench();
    await provider.authorize(order);
    stripe.sessions.pay('cs_1');
    stripe.books.cancel('pi_1', 'automatic');
    assert.deepEqual(await provider.find(order), { status: 'failed', failureCode: 'authorization_expired' });
  });

  for (const status of [401, 409, 429, 500, 503]) {
    it(`is unclear at ${status}, whatever was asked`, async () => {
      const { provider, stripe } = stripeBench();
      await provider.authorize(order);
      const asks = [
        () => provider.authorize({ ...order, chargeId: 'chg_2' }),
        () => provider.find(order),
        () => provider.find({ ...order, reference: 'cs_1' }),
        () => provider.cancel(order, 'cs_1'),
      ];
      for (const ask of asks) {
        stripe.failNext(status);
        await assert.rejects(ask(), ProviderUnknownError);
      }
    });
  }

  it('goes over a real connection', async () => {
    const { stripe } = stripeBench();
    const { provider, close } = await listen(stripe);
    try {
      stripe.loseNextAnswer();
      await assert.rejects(provider.authorize(order), ProviderUnknownError);
      assert.deepEqual(await provider.find(order), OPEN);
      stripe.sessions.pay('cs_1');
      const paid = referenceOf(await provider.find({ ...order, reference: 'cs_1' }));
      stripe.loseNextAnswer();
      await assert.rejects(provider.capture(order, paid), ProviderUnknownError);
      assert.deepEqual(await provider.find({ ...order, reference: 'cs_1' }), { status: 'captured', reference: 'pi_1' });
    } finally {
      await close();
    }
  });
});
