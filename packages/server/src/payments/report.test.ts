import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addHours, instantOf, millisecondsOf } from '@handsel/protocol';
import { loadProviderReference } from '../store/provider-references.ts';
import { receiveReport } from './report.ts';
import { settleCharge } from './settle.ts';
import { Simulator } from './simulator.ts';
import { paying, type Paying } from './testing/paying.ts';

const CONFIRMED = 'payment_intent.amount_capturable_updated';

const addMinutes = (at: string, minutes: number) => instantOf(millisecondsOf(at) + minutes * 60_000);

/** A test on a contract whose payer must confirm with the bank, and is there. */
const atTheBank = (work: (at: Paying) => Promise<void>) => async () => {
  const at = await paying('pm_card_threeDSecure2Required');
  try {
    await settleCharge(at.world, at.contractId, at.chargeId);
    assert.equal((await at.charge()).status, 'requires_confirmation');
    await work(at);
  } finally {
    await at.close();
  }
};

describe('a report of the payment provider', () => {
  it(
    'brings a confirmed charge to its end',
    atTheBank(async ({ world, stripe, contract, charge }) => {
      stripe.books.confirm('pi_1', true);
      const answer = await receiveReport(world, stripe.report('pi_1', CONFIRMED));
      assert.equal(answer.status, 200);
      assert.equal((await charge()).status, 'succeeded');
      assert.equal((await contract()).status, 'active');
      assert.equal(stripe.books.intent('pi_1').status, 'succeeded');
    }),
  );

  it(
    'brings a refused charge to its end',
    atTheBank(async ({ world, stripe, charge }) => {
      stripe.books.confirm('pi_1', false);
      await receiveReport(world, stripe.report('pi_1', 'payment_intent.payment_failed'));
      const { status, failureCode } = await charge();
      assert.deepEqual([status, failureCode], ['failed', 'payment_intent_authentication_failure']);
    }),
  );

  it(
    'is not believed: the provider is asked',
    atTheBank(async ({ world, stripe, charge }) => {
      const answer = await receiveReport(world, stripe.report('pi_1', 'payment_intent.succeeded'));
      assert.equal(answer.status, 200);
      assert.equal((await charge()).status, 'requires_confirmation');
    }),
  );

  it(
    'does no harm when it comes ten times at once, and again later',
    atTheBank(async (at) => {
      const { world, stripe, contract } = at;
      stripe.books.confirm('pi_1', true);
      const report = stripe.report('pi_1', CONFIRMED);
      const answers = await Promise.all(Array.from({ length: 10 }, () => receiveReport(world, report.clone())));
      assert.deepEqual(
        answers.map(({ status }) => status),
        Array.from({ length: 10 }, () => 200),
      );
      const { version } = await contract();
      await receiveReport(world, report);
      assert.equal((await contract()).version, version);
      const funded = await world.store.read(({ db }) =>
        db.selectFrom('entries').select('id').where('template', '=', 'fund').execute(),
      );
      assert.equal(funded.length, 1);
    }),
  );

  it(
    'is refused when it is not signed, and changes nothing',
    atTheBank(async ({ world, stripe, charge, lines }) => {
      stripe.books.confirm('pi_1', true);
      const forged = stripe.report('pi_1', CONFIRMED, { secret: 'whsec_of_somebody_else' });
      const answer = await receiveReport(world, forged);
      assert.equal(answer.status, 400);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.equal(((await answer.json()) as { code: string }).code, 'MALFORMED');
      assert.equal((await charge()).status, 'requires_confirmation');
      assert.deepEqual(lines, ['warn: a payment report was not signed by the provider']);
    }),
  );

  it(
    'is not read to its end when it is too large',
    atTheBank(async ({ world }) => {
      let read = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          read += 1;
          controller.enqueue(new Uint8Array(64 * 1024));
        },
      });
      const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
      const answer = await receiveReport(world, new Request('https://vale.example/payments/webhook', init));
      assert.equal(answer.status, 413);
      assert.ok(read < 10, String(read));
    }),
  );

  it(
    'about a charge that is not ours, or of another kind, is taken and forgotten',
    atTheBank(async (at) => {
      const { world, stripe, contract } = at;
      const { version } = await contract();
      const intent = stripe.books.intent('pi_1');
      for (const metadata of [{}, { contractId: 'ctr_none', chargeId: 'chg_none' }]) {
        Object.assign(intent, { metadata });
        assert.equal((await receiveReport(world, stripe.report('pi_1', CONFIRMED))).status, 200);
      }
      assert.equal((await receiveReport(world, stripe.report('pi_1', 'payout.paid'))).status, 200);
      assert.equal((await contract()).version, version);
    }),
  );

  it(
    'is taken while the provider gives no answer, and the charge stays open',
    atTheBank(async (at) => {
      at.stripe.books.confirm('pi_1', true);
      at.stripe.failNext(503);
      assert.equal((await receiveReport(at.world, at.stripe.report('pi_1', CONFIRMED))).status, 200);
      assert.equal((await at.charge()).status, 'requires_confirmation');
      await settleCharge(at.world, at.contractId, at.chargeId);
      assert.equal((await at.charge()).status, 'succeeded');
    }),
  );

  it(
    'is nothing the simulator ever sends',
    atTheBank(async ({ world, stripe }) => {
      const payments = new Simulator({ store: world.store, publicUrl: 'https://vale.example' });
      assert.equal((await receiveReport({ ...world, payments }, stripe.report('pi_1', CONFIRMED))).status, 400);
    }),
  );
});

describe('a charge that is settled through Stripe', () => {
  it(
    'keeps the provider’s name of it as soon as it is heard',
    atTheBank(async ({ world, contractId, chargeId }) => {
      assert.equal(await world.store.read((q) => loadProviderReference(q, contractId, chargeId)), 'pi_1');
    }),
  );

  it(
    'says once that the payer must confirm',
    atTheBank(async ({ world, contractId, chargeId, contract }) => {
      const { version, seq } = await contract();
      await settleCharge(world, contractId, chargeId);
      const after = await contract();
      assert.deepEqual([after.version, after.seq], [version, seq]);
    }),
  );

  it(
    'waits half an hour for the payer, and not for ever',
    atTheBank(async (at) => {
      at.time.now = addMinutes(at.time.now, 29);
      await settleCharge(at.world, at.contractId, at.chargeId);
      assert.equal((await at.charge()).status, 'requires_confirmation');
      at.time.now = addMinutes(at.time.now, 1);
      await settleCharge(at.world, at.contractId, at.chargeId);
      const { status, failureCode } = await at.charge();
      assert.deepEqual([status, failureCode], ['failed', 'expired']);
      assert.equal(at.stripe.books.intent('pi_1').status, 'canceled');
    }),
  );

  it(
    'counts when the payer confirmed in time and we look days later',
    atTheBank(async (at) => {
      at.stripe.books.confirm('pi_1', true);
      at.time.now = addHours(at.time.now, 72);
      await settleCharge(at.world, at.contractId, at.chargeId);
      assert.equal((await at.charge()).status, 'succeeded');
      assert.equal(at.stripe.books.intents.length, 1);
    }),
  );

  it(
    'stays open while nobody can say whether it was taken back',
    atTheBank(async (at) => {
      at.time.now = addHours(at.time.now, 1);
      at.stripe.loseNextAnswer();
      await settleCharge(at.world, at.contractId, at.chargeId);
      assert.equal((await at.charge()).status, 'requires_confirmation');
      await settleCharge(at.world, at.contractId, at.chargeId);
      assert.equal((await at.charge()).failureCode, 'expired');
    }),
  );

  it('is charged once when the first answer is lost', async () => {
    const { world, contractId, chargeId, charge, contract, stripe, close } = await paying('pm_card_visa');
    stripe.loseNextAnswer();
    await settleCharge(world, contractId, chargeId);
    assert.equal((await charge()).status, 'pending');
    await settleCharge(world, contractId, chargeId);
    assert.equal((await charge()).status, 'succeeded');
    assert.equal((await contract()).status, 'active');
    assert.equal(stripe.books.intents.length, 1);
    await close();
  });

  it('is charged once when ten settle it at the same time', async () => {
    const { world, contractId, chargeId, charge, stripe, close } = await paying('pm_card_visa');
    await Promise.all(Array.from({ length: 10 }, () => settleCharge(world, contractId, chargeId)));
    await settleCharge(world, contractId, chargeId);
    assert.equal((await charge()).status, 'succeeded');
    assert.equal(stripe.books.intents.length, 1);
    await close();
  });
});
