import type { FakeParams } from './fake-params.ts';
import { FakeRefusal, invalid, missing } from './fake-refusal.ts';

/** A PaymentIntent, as far as the adapter looks at it. */
export interface FakeIntent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  status: 'requires_action' | 'requires_capture' | 'succeeded' | 'canceled' | 'requires_payment_method';
  next_action: unknown;
  last_payment_error: unknown;
  cancellation_reason: string | null;
}

/** What an intent is made of. */
export type FakeWish = Pick<FakeIntent, 'amount' | 'currency' | 'created' | 'metadata'>;

/** A refund or a transfer. */
export interface FakeMovement {
  readonly id: string;
  readonly object: 'refund' | 'transfer';
  readonly amount: number;
  readonly currency: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly payment_intent?: string;
  readonly transfer_group?: string;
  readonly destination?: string;
  readonly status?: 'succeeded' | 'failed';
  readonly failure_reason?: string;
}

const DECLINES: Readonly<Record<string, string>> = {
  pm_card_chargeDeclined: 'generic_decline',
  pm_card_visa_chargeDeclinedInsufficientFunds: 'insufficient_funds',
  pm_card_visa_chargeDeclinedLostCard: 'lost_card',
};
const CARDS: ReadonlySet<string> = new Set(['pm_card_visa', 'pm_card_threeDSecure2Required', ...Object.keys(DECLINES)]);

/** What the fake remembers, and the rules of moving money in it. */
export class FakeBooks {
  readonly intents: FakeIntent[] = [];
  readonly refunds: FakeMovement[] = [];
  readonly transfers: FakeMovement[] = [];
  readonly accounts = new Set(['acct_rin']);
  /** Money that was paid in is not there to be paid out yet. */
  pending = false;
  /** The next refund is taken, and fails at the bank. */
  refundsFail = false;
  #ids = 0;

  pay(params: FakeParams, created: number): FakeIntent {
    const currency = params.text('currency');
    const card = params.text('payment_method');
    for (const [name, value] of [
      ['capture_method', 'manual'],
      ['confirm', 'true'],
    ] as const) {
      if (params.text(name) !== value) throw invalid('parameter_invalid', name);
    }
    if (!CARDS.has(card)) throw invalid('resource_missing', 'payment_method');
    const intent = this.intend({ amount: params.amount(currency), currency, created, metadata: params.metadata() });
    return this.charge(intent, card, params.text('return_url'));
  }

  /** An intent that no card is charged for yet. */
  intend(wish: FakeWish): FakeIntent {
    const open = { status: 'requires_payment_method', next_action: null, last_payment_error: null } as const;
    const intent: FakeIntent = {
      id: this.#id('pi'),
      object: 'payment_intent',
      ...wish,
      ...open,
      cancellation_reason: null,
    };
    this.intents.push(intent);
    return intent;
  }

  /** Charges a card; again, where one was declined before. */
  charge(intent: FakeIntent, card: string, returnUrl: string): FakeIntent {
    if (DECLINES[card] !== undefined) throw this.#decline(intent, 'card_declined', DECLINES[card]);
    intent.last_payment_error = null;
    intent.status = card === 'pm_card_threeDSecure2Required' ? 'requires_action' : 'requires_capture';
    if (intent.status === 'requires_action') {
      const url = `https://hooks.stripe.example/redirect/${intent.id}`;
      intent.next_action = { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } };
    }
    return intent;
  }

  capture(id: string): FakeIntent {
    const intent = this.intent(id);
    if (intent.status !== 'requires_capture') throw invalid('payment_intent_unexpected_state');
    intent.status = 'succeeded';
    return intent;
  }

  cancel(id: string, reason: string): FakeIntent {
    const intent = this.intent(id);
    if (intent.status === 'succeeded' || intent.status === 'canceled') throw invalid('payment_intent_unexpected_state');
    Object.assign(intent, { status: 'canceled', next_action: null, cancellation_reason: reason });
    return intent;
  }

  intent(id: string): FakeIntent {
    const intent = this.intents.find((each) => each.id === id);
    if (!intent) throw missing('intent');
    return intent;
  }

  /** The payer's answer on the bank's page. */
  confirm(id: string, agreed: boolean): void {
    const intent = this.intent(id);
    if (intent.status !== 'requires_action') throw new Error(`${id} is not to be confirmed.`);
    intent.next_action = null;
    if (agreed) intent.status = 'requires_capture';
    else this.#decline(intent, 'payment_intent_authentication_failure');
  }

  refund(params: FakeParams): FakeMovement {
    const intent = this.intent(params.text('payment_intent'));
    const amount = params.amount(intent.currency);
    if (intent.status !== 'succeeded') throw invalid('payment_intent_unexpected_state');
    const left =
      intent.amount - total(this.refunds.filter((each) => each.payment_intent === intent.id && !failed(each)));
    if (left === 0) throw invalid('charge_already_refunded');
    if (amount > left) throw invalid('amount_too_large', 'amount');
    const outcome = this.refundsFail
      ? ({ status: 'failed', failure_reason: 'lost_or_stolen_card' } as const)
      : ({ status: 'succeeded' } as const);
    const refund: FakeMovement = {
      id: this.#id('re'),
      object: 'refund',
      amount,
      currency: intent.currency,
      metadata: params.metadata(),
      payment_intent: intent.id,
      ...outcome,
    };
    this.refunds.push(refund);
    return refund;
  }

  transfer(params: FakeParams): FakeMovement {
    const currency = params.text('currency');
    const destination = params.text('destination');
    const amount = params.amount(currency);
    if (!this.accounts.has(destination)) throw invalid('resource_missing', 'destination');
    if (this.pending || amount > this.balance(currency)) throw invalid('balance_insufficient');
    const transfer: FakeMovement = {
      id: this.#id('tr'),
      object: 'transfer',
      amount,
      currency,
      destination,
      metadata: params.metadata(),
      transfer_group: params.text('transfer_group'),
    };
    this.transfers.push(transfer);
    return transfer;
  }

  balance(currency: string): number {
    const paid = this.intents.filter((each) => each.status === 'succeeded' && each.currency === currency);
    const left = [...this.refunds.filter((each) => !failed(each)), ...this.transfers];
    return total(paid) - total(left.filter((each) => each.currency === currency));
  }

  #id(kind: string): string {
    this.#ids += 1;
    return `${kind}_${this.#ids}`;
  }

  #decline(intent: FakeIntent, code: string, decline_code?: string): FakeRefusal {
    const error = { type: 'card_error', code, decline_code, message: 'Your card was declined.' };
    intent.status = 'requires_payment_method';
    intent.last_payment_error = error;
    return new FakeRefusal(402, { ...error, payment_intent: { ...intent } });
  }
}

function failed({ status }: FakeMovement): boolean {
  return status === 'failed';
}

function total(parts: readonly { readonly amount: number }[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}
