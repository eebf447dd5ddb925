import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ChargeAnswer,
  type ChargeOrder,
  type OutgoingOrder,
  type PaymentProvider,
  ProviderUnknownError,
} from '../provider.ts';

/** A provider with what lies behind it. */
export interface Bench {
  readonly provider: PaymentProvider;
  readonly cards: { readonly good: string; readonly declined: string; readonly asks: string };
  /** A card, or a fault to come: the next charge is taken and its answer is lost. Answers the card to use. */
  loseAnswer(): string;
  /** The payer's answer at the bank. */
  confirm(order: ChargeOrder, reference: string, agreed: boolean): Promise<void>;
  /** How many charges, payouts and refunds the provider holds. */
  count(): Promise<{ readonly charges: number; readonly transfers: number; readonly refunds: number }>;
  close(): Promise<void>;
}

/** An order for a charge of $250.00, or what is said otherwise. */
export function chargeOf(order: Partial<ChargeOrder> & Pick<ChargeOrder, 'paymentMethod'>): ChargeOrder {
  return {
    chargeId: 'chg_1',
    contractId: 'ctr_1',
    amount: { amount: 25_000, currency: 'USD' },
    description: 'A website',
    payerEmail: 'kim@arden.example',
    returnUrl: 'https://vale.example/review/ctr_1',
    createdAt: '2026-11-23T14:20:00.000Z',
    reference: null,
    ...order,
  };
}

/** An order to pay out, or to give back, $100.00 of what was charged. */
export function outgoingOf(order: Partial<OutgoingOrder> = {}): OutgoingOrder {
  return {
    orderId: 'ord_1',
    contractId: 'ctr_1',
    amount: { amount: 10_000, currency: 'USD' },
    payeeAccount: 'acct_rin',
    charges: [],
    ...order,
  };
}

/** The name the provider gave a charge. */
export function referenceOf(answer: ChargeAnswer | undefined): string {
  if (!answer || answer.status === 'failed') throw new Error(`There is no reference: ${answer?.status ?? 'nothing'}.`);
  return answer.reference;
}

/** Charges and captures. */
export async function paid(provider: PaymentProvider, order: ChargeOrder): Promise<string> {
  const reference = referenceOf(await provider.authorize(order));
  assert.deepEqual(await provider.capture(order, reference), { status: 'captured', reference });
  return reference;
}

/** What every payment provider owes the backend. Each provider's test file calls this once. */
export function itBehavesLikeAProvider(name: string, open: () => Promise<Bench>): void {
  const bench = (work: (bench: Bench) => Promise<void>) => async () => {
    const opened = await open();
    try {
      await work(opened);
    } finally {
      await opened.close();
    }
  };
  describe(`${name} charges`, () => {
    chargeTests(bench);
  });
  describe(`${name} moves money out`, () => {
    outgoingTests(bench);
  });
}

type OnBench = (work: (bench: Bench) => Promise<void>) => () => Promise<void>;

function chargeTests(on: OnBench): void {
  it(
    'once, however often it is asked',
    on(async ({ provider, cards, count }) => {
      const order = chargeOf({ paymentMethod: cards.good });
      const first = await provider.authorize(order);
      assert.equal(first.status, 'authorized');
      assert.deepEqual(await provider.authorize(order), first);
      assert.equal((await count()).charges, 1);
    }),
  );

  it(
    'once when twenty ask at the same moment',
    on(async ({ provider, cards, count }) => {
      const order = chargeOf({ paymentMethod: cards.good });
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => provider.authorize(order)));
      assert.equal((await count()).charges, 1);
      const found = await provider.find(order);
      assert.equal(found?.status, 'authorized');
      for (const each of tries) {
        if (each.status === 'fulfilled') assert.deepEqual(each.value, found);
        else assert.ok(each.reason instanceof ProviderUnknownError, String(each.reason));
      }
    }),
  );

  it(
    'and finds the charge whose answer was lost',
    on(async ({ provider, loseAnswer, count }) => {
      const order = chargeOf({ paymentMethod: loseAnswer() });
      await assert.rejects(provider.authorize(order), ProviderUnknownError);
      const found = await provider.find(order);
      assert.equal(found?.status, 'authorized');
      assert.deepEqual(await provider.authorize(order), found);
      assert.equal((await provider.capture(order, referenceOf(found))).status, 'captured');
      assert.equal((await count()).charges, 1);
    }),
  );

  it(
    'and knows nothing of a charge nobody asked for',
    on(async ({ provider, cards }) => {
      await provider.authorize(chargeOf({ paymentMethod: cards.good }));
      assert.equal(await provider.find(chargeOf({ chargeId: 'chg_2', paymentMethod: cards.good })), undefined);
    }),
  );

  it(
    'and says why a card was declined, also when asked later',
    on(async ({ provider, cards }) => {
      const order = chargeOf({ paymentMethod: cards.declined });
      const declined = await provider.authorize(order);
      assert.equal(declined.status, 'failed');
      assert.deepEqual(await provider.authorize(order), declined);
      assert.deepEqual(await provider.find(order), declined);
    }),
  );

  it(
    'after the payer confirmed with the bank',
    on(async ({ provider, cards, confirm, count }) => {
      const order = chargeOf({ paymentMethod: cards.asks });
      const asked = await provider.authorize(order);
      assert.ok(asked.status === 'requires_confirmation' && asked.confirmationUrl.startsWith('https://'), asked.status);
      assert.deepEqual(await provider.find(order), asked);
      await confirm(order, asked.reference, true);
      const { reference } = asked;
      assert.deepEqual(await provider.find({ ...order, reference }), { status: 'authorized', reference });
      assert.deepEqual(await provider.capture(order, reference), { status: 'captured', reference });
      assert.equal((await count()).charges, 1);
    }),
  );

  it(
    'nothing when the payer refuses at the bank',
    on(async ({ provider, cards, confirm }) => {
      const order = chargeOf({ paymentMethod: cards.asks });
      const reference = referenceOf(await provider.authorize(order));
      await confirm(order, reference, false);
      assert.equal((await provider.find(order))?.status, 'failed');
      assert.equal((await provider.capture(order, reference)).status, 'failed');
    }),
  );

  it(
    'nothing when the payer never answers, and it is taken back',
    on(async ({ provider, cards }) => {
      const order = chargeOf({ paymentMethod: cards.asks });
      const reference = referenceOf(await provider.authorize(order));
      const expired = { status: 'failed', failureCode: 'expired' };
      assert.deepEqual(await provider.cancel(order, reference), expired);
      assert.deepEqual(await provider.cancel(order, reference), expired);
      assert.deepEqual(await provider.find({ ...order, reference }), expired);
      assert.deepEqual(await provider.capture(order, reference), expired);
    }),
  );

  it(
    'for good: what was captured is not taken back',
    on(async ({ provider, cards }) => {
      const order = chargeOf({ paymentMethod: cards.good });
      const reference = await paid(provider, order);
      assert.deepEqual(await provider.cancel(order, reference), { status: 'captured', reference });
    }),
  );

  it(
    'once when it is captured twice, and twice at a time',
    on(async ({ provider, cards }) => {
      const order = chargeOf({ paymentMethod: cards.good });
      const reference = referenceOf(await provider.authorize(order));
      const both = [provider.capture(order, reference), provider.capture(order, reference)];
      const captured = { status: 'captured', reference };
      assert.deepEqual(await Promise.all(both), [captured, captured]);
      assert.deepEqual(await provider.capture(order, reference), captured);
      assert.deepEqual(await provider.find(order), captured);
    }),
  );
}

function outgoingTests(on: OnBench): void {
  for (const kind of ['transfer', 'refund'] as const) {
    it(
      `once for one order (${kind})`,
      on(async ({ provider, cards, count }) => {
        const reference = await paid(provider, chargeOf({ paymentMethod: cards.good }));
        const order = outgoingOf({ charges: [{ reference, amount: 25_000 }] });
        const tries = await Promise.allSettled(Array.from({ length: 20 }, () => provider[kind](order)));
        const answer = await provider[kind](order);
        assert.equal(answer.status, 'done');
        for (const each of tries) {
          if (each.status === 'fulfilled') assert.deepEqual(each.value, answer);
          else assert.ok(each.reason instanceof ProviderUnknownError, String(each.reason));
        }
        const { transfers, refunds } = await count();
        assert.deepEqual(
          { transfers, refunds },
          { transfer: { transfers: 1, refunds: 0 }, refund: { transfers: 0, refunds: 1 } }[kind],
        );
      }),
    );

    it(
      `again for another order (${kind})`,
      on(async ({ provider, cards, count }) => {
        const reference = await paid(provider, chargeOf({ paymentMethod: cards.good }));
        const charges = [{ reference, amount: 25_000 }];
        await provider[kind](outgoingOf({ charges }));
        await provider[kind](outgoingOf({ orderId: 'ord_2', charges }));
        const { transfers, refunds } = await count();
        assert.equal(transfers + refunds, 2);
      }),
    );
  }
}
