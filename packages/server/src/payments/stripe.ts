import { millisecondsOf } from '@handsel/protocol';
import Sdk from 'stripe';
import type { Clock } from '../ports.ts';
import type {
  ChargeAnswer,
  ChargeOrder,
  OutgoingAnswer,
  OutgoingOrder,
  PaymentProvider,
  ProviderEvent,
} from './provider.ts';
import { stripeAmount } from './stripe-amount.ts';
import { answerOf } from './stripe-answer.ts';
import { CHECKOUT, closeSession, findSession, isSession, openSession } from './stripe-checkout.ts';
import { clearly, orAsItStands, refusalCode, unlessMissing } from './stripe-faults.ts';
import { findOurs, madeFor } from './stripe-lists.ts';
import { refundBack, transferOut } from './stripe-outgoing.ts';
import { readStripeReport } from './stripe-report.ts';

/** What Stripe is reached with. */
export interface StripeOptions {
  readonly secretKey: string;
  /** Under which Stripe signs its reports: `whsec_…`. */
  readonly webhookSecret: string;
  /** Says how old a report is. Default: the machine's clock. */
  readonly clock?: Clock;
  /** Where the API is. Default: Stripe's own address. */
  readonly address?: { readonly protocol: 'http' | 'https'; readonly host: string; readonly port: number };
  /** Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch;
  /** How long one try may take. Default 15 s. */
  readonly timeoutMs?: number;
  /** Tries after the first within one call. Default 1; our jobs try again later anyway. */
  readonly retries?: number;
}

/** Moves real money, or test money with a test key: charges in two steps, paid on to connected accounts. */
export class Stripe implements PaymentProvider {
  readonly simulated = false;
  readonly paymentMethods = [{ id: CHECKOUT, kind: 'page', provider: 'Stripe' }] as const;
  readonly #sdk: Sdk;
  readonly #webhookSecret: string;
  readonly #clock: Clock | undefined;

  constructor({ secretKey, webhookSecret, clock, address, fetch, ...limits }: StripeOptions) {
    const { timeoutMs = 15_000, retries = 1 } = limits;
    this.#webhookSecret = webhookSecret;
    this.#clock = clock;
    this.#sdk = new Sdk(secretKey, {
      httpClient: Sdk.createFetchHttpClient(fetch),
      timeout: timeoutMs,
      maxNetworkRetries: retries,
      telemetry: false,
      ...address,
    });
  }

  async authorize(order: ChargeOrder): Promise<ChargeAnswer> {
    const amount = stripeAmount(order.amount);
    if (amount === undefined) return { status: 'failed', failureCode: 'amount_not_expressible' };
    try {
      if (order.paymentMethod === CHECKOUT) return await openSession(this.#sdk, order, amount);
      const params = intentParams(order, amount);
      return answerOf(await this.#sdk.paymentIntents.create(params, { idempotencyKey: order.chargeId }));
    } catch (error) {
      return { status: 'failed', failureCode: refusalCode(error) };
    }
  }

  async capture(_order: ChargeOrder, reference: string): Promise<ChargeAnswer> {
    const { paymentIntents: intents } = this.#sdk;
    // Without a key of ours: an intent can be captured once anyway, while a key would repeat an outage for a day.
    // Refused when it is captured already, or expired: the intent itself says which.
    return answerOf(await orAsItStands(intents.capture(reference), () => intents.retrieve(reference)));
  }

  async find(order: ChargeOrder): Promise<ChargeAnswer | undefined> {
    const { reference, paymentMethod } = order;
    const onPage = reference === null ? paymentMethod === CHECKOUT : isSession(reference);
    if (onPage) return findSession(this.#sdk, order);
    const intent = await clearly(reference === null ? this.#look(order) : this.#retrieve(reference));
    return intent && answerOf(intent);
  }

  async cancel(_order: ChargeOrder, reference: string): Promise<ChargeAnswer> {
    if (isSession(reference)) return closeSession(this.#sdk, reference);
    const { paymentIntents: intents } = this.#sdk;
    const cancelled = intents.cancel(reference, { cancellation_reason: 'abandoned' });
    // Refused when it is captured or cancelled already: the intent itself says which.
    return answerOf(await orAsItStands(cancelled, () => intents.retrieve(reference)));
  }

  transfer(order: OutgoingOrder): Promise<OutgoingAnswer> {
    return transferOut(this.#sdk, order);
  }

  refund(order: OutgoingOrder): Promise<OutgoingAnswer> {
    return refundBack(this.#sdk, order);
  }

  async readReport(request: Request): Promise<ProviderEvent | undefined> {
    const now = this.#clock && millisecondsOf(this.#clock.now());
    return readStripeReport(await request.text(), request.headers.get('stripe-signature'), this.#webhookSecret, now);
  }

  #look(order: ChargeOrder): Promise<Sdk.PaymentIntent | undefined> {
    return findOurs(this.#sdk.paymentIntents.list(madeFor(order)), 'chargeId', order.chargeId);
  }

  #retrieve(reference: string): Promise<Sdk.PaymentIntent | undefined> {
    return unlessMissing(this.#sdk.paymentIntents.retrieve(reference));
  }
}

function intentParams(order: ChargeOrder, amount: number): Sdk.PaymentIntentCreateParams {
  const { chargeId, contractId, paymentMethod, description, returnUrl } = order;
  return {
    amount,
    currency: order.amount.currency.toLowerCase(),
    payment_method: paymentMethod,
    // Cards only: with other methods money is not promised first and taken later.
    allowed_payment_method_types: ['card'],
    capture_method: 'manual',
    confirm: true,
    return_url: returnUrl,
    description,
    // Joins the payment with what is paid on from it, in Stripe's own books.
    transfer_group: contractId,
    metadata: { contractId, chargeId },
  };
}
