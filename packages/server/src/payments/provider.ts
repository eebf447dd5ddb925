import type { Instant, Money, OfferedPaymentMethod } from '@handsel/protocol';

/** How a charge stands at the provider. `authorized` money is promised, `captured` money is there. */
export type ChargeAnswer =
  | { readonly status: 'authorized'; readonly reference: string }
  | { readonly status: 'captured'; readonly reference: string }
  | { readonly status: 'requires_confirmation'; readonly reference: string; readonly confirmationUrl: string }
  | { readonly status: 'processing'; readonly reference: string }
  | { readonly status: 'failed'; readonly failureCode: string };

/** What is to be charged. `chargeId` is also the idempotency key: asking twice charges once. */
export interface ChargeOrder {
  readonly chargeId: string;
  readonly contractId: string;
  readonly amount: Money;
  readonly paymentMethod: string;
  /** One line for the payer's statement and the provider's records. */
  readonly description: string;
  readonly payerEmail: string;
  /** Where the payer comes back to after confirming with the bank, or paying on the provider's page. */
  readonly returnUrl: string;
  /** When the charge was first wanted: no provider heard of it earlier. */
  readonly createdAt: Instant;
  /** The provider's own name for it, the last that was heard; null before. A payment has another than its page. */
  readonly reference: string | null;
}

/** Money that leaves: to the freelancer, or back to the client. `orderId` is also the idempotency key. */
export interface OutgoingOrder {
  readonly orderId: string;
  readonly contractId: string;
  readonly amount: Money;
  /** The provider's account of the freelancer; null while none is connected. */
  readonly payeeAccount: string | null;
  /** The captured charges of the contract, newest first: a refund is spread over them. */
  readonly charges: readonly { readonly reference: string; readonly amount: number }[];
}

/** How an outgoing order ended. */
export type OutgoingAnswer =
  { readonly status: 'done'; readonly reference: string } | { readonly status: 'failed'; readonly failureCode: string };

/** What a provider reports by itself: which charge to look at again. The truth is asked for, never taken from it. */
export interface ProviderEvent {
  readonly chargeId: string;
  readonly contractId: string;
}

/** The provider did not answer, or not clearly: the money may have moved. Ask again with the same id. */
export class ProviderUnknownError extends Error {
  override readonly name = 'ProviderUnknownError';
}

/** Whoever sent a report did not sign it as the provider does, or long ago: nothing in it may be believed. */
export class UntrustedReportError extends Error {
  override readonly name = 'UntrustedReportError';
}

/** Moves real or simulated money. Every call may be repeated with the same id and then changes nothing more. */
export interface PaymentProvider {
  /** True when no real money moves; the face says so. */
  readonly simulated: boolean;
  /** The ways to pay that need no card field in the page, the usual one first. */
  readonly paymentMethods: readonly OfferedPaymentMethod[];
  /** @throws {ProviderUnknownError} when no clear answer came. */
  authorize(order: ChargeOrder): Promise<ChargeAnswer>;
  /** @throws {ProviderUnknownError} when no clear answer came. */
  capture(order: ChargeOrder, reference: string): Promise<ChargeAnswer>;
  /**
   * Takes back what the payer was asked to confirm and has not: it fails with `expired`, unless the payer was faster.
   * @throws {ProviderUnknownError} when no clear answer came.
   */
  cancel(order: ChargeOrder, reference: string): Promise<ChargeAnswer>;
  /**
   * How a charge stands; `undefined` when the provider never heard of it.
   * @throws {ProviderUnknownError} when no clear answer came.
   */
  find(order: ChargeOrder): Promise<ChargeAnswer | undefined>;
  /**
   * Pays the freelancer. Fails with `payee_not_connected` while there is no account to pay to.
   * @throws {ProviderUnknownError} when no clear answer came, or the money is not there yet.
   */
  transfer(order: OutgoingOrder): Promise<OutgoingAnswer>;
  /** @throws {ProviderUnknownError} when no clear answer came. */
  refund(order: OutgoingOrder): Promise<OutgoingAnswer>;
  /**
   * Reads a signed report; `undefined` when it is about nothing of ours.
   * @throws {UntrustedReportError} when the signature is wrong or too old.
   */
  readReport(request: Request): Promise<ProviderEvent | undefined>;
}
