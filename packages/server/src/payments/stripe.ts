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
import { clearly, refusalCode } from './stripe-faults.ts';
import { refundBack, transferOut } from './stripe-outgoing.ts';
import { readStripeReport } from './stripe-report.ts';

/** What Stripe is reached with. */
export interface StripeOptions {
  readonly secretKey: string;
  readonly publicKey: string;
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

/** Clocks of two companies differ. */
const CLOCK_MARGIN_MS = 5 * 60_000;

/** Moves real money, or test money with a test key: charges in two steps, paid on to connected accounts. */
export class Stripe implements PaymentProvider {
  readonly name = 'stripe';
  readonly simulated = false;
  readonly publicKey: string;
  readonly #sdk: Sdk;
  readonly #webhookSecret: string;
  readonly #clock: Clock | undefined;

  constructor({ secretKey, publicKey, webhookSecret, clock, address, fetch, ...limits }: StripeOptions) {
    const { timeoutMs = 15_000, retries = 1 } = limits;
    this.publicKey = publicKey;
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
      const params = intentParams(order, amount);
      return answerOf(await this.#sdk.paymentIntents.create(params, { idempotencyKey: order.chargeId }));
    } catch (error) {
      return { status: 'failed', failureCode: refusalCode(error) };
    }
  }

  async capture(_order: ChargeOrder, reference: string): Promise<ChargeAnswer> {
    try {
      // Without a key of ours: an intent can be captured once anyway, while a key would repeat an outage for a day.
      return answerOf(await this.#sdk.paymentIntents.capture(reference));
    } catch (error) {
      refusalCode(error);
      // Refused because it is captured already, or expired: the intent itself says which.
      return answerOf(await clearly(this.#sdk.paymentIntents.retrieve(reference)));
    }
  }

  async find(order: ChargeOrder): Promise<ChargeAnswer | undefined> {
    const intent = await clearly(order.reference === null ? this.#look(order) : this.#retrieve(order.reference));
    return intent && answerOf(intent);
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

  /**
   * Looks through the intents made since the charge was wanted. The list knows a new intent at once, Stripe's search
   * about a minute later; and unlike the idempotency key, which is forgotten after a day, it never forgets.
   */
  async #look({ chargeId, createdAt }: ChargeOrder): Promise<Sdk.PaymentIntent | undefined> {
    const gte = Math.floor((millisecondsOf(createdAt) - CLOCK_MARGIN_MS) / 1000);
    for await (const intent of this.#sdk.paymentIntents.list({ created: { gte }, limit: 100 })) {
      if (intent.metadata['chargeId'] === chargeId) return intent;
    }
    return undefined;
  }

  async #retrieve(reference: string): Promise<Sdk.PaymentIntent | undefined> {
    try {
      return await this.#sdk.paymentIntents.retrieve(reference);
    } catch (error) {
      if (error instanceof Sdk.errors.StripeInvalidRequestError && error.code === 'resource_missing') return undefined;
      throw error;
    }
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
