import Sdk from 'stripe';
import { ProviderUnknownError } from './provider.ts';

// Told to whoever holds the card, these would help a thief.
const KEPT_BACK: ReadonlySet<string> = new Set([
  'fraudulent',
  'lost_card',
  'stolen_card',
  'pickup_card',
  'merchant_blacklist',
]);

/** What is told of a decline: the bank's reason, except where it must not be told. */
export function declineCode(error: { readonly code?: string; readonly decline_code?: string }): string {
  const code = error.decline_code ?? error.code ?? 'card_declined';
  return KEPT_BACK.has(code) ? 'generic_decline' : code;
}

/**
 * Stripe's code of a clear refusal: what was asked for has not happened, and asking again would not help.
 * @throws {ProviderUnknownError} for everything else, since the money may have moved.
 */
export function refusalCode(error: unknown): string {
  if (error instanceof Sdk.errors.StripeCardError) return declineCode(error);
  if (error instanceof Sdk.errors.StripeInvalidRequestError) {
    // Paid-in money takes some days to become available: the payout is early, not wrong.
    if (error.code === 'balance_insufficient') throw unknown(error);
    return error.code ?? 'invalid_request';
  }
  throw unknown(error);
}

/** No code means no word from Stripe: offline, timeout, 409, 429, 5xx, a cut answer, or a key Stripe does not take. */
function unknown(error: unknown): unknown {
  if (!(error instanceof Sdk.errors.StripeError)) return error;
  return new ProviderUnknownError(`Stripe gave no clear answer: ${error.code ?? error.type}.`, { cause: error });
}

/** An answer about something Stripe may not have; `undefined` when it has not. */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Sdk.errors.StripeInvalidRequestError && error.code === 'resource_missing') return undefined;
    throw error;
  }
}

/**
 * What an attempt made of something; where Stripe clearly refuses it, how that something stands instead.
 * @throws {ProviderUnknownError} when no answer came, or one that settles nothing.
 */
export async function orAsItStands<T>(attempt: Promise<T>, look: () => Promise<T>): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    refusalCode(error);
    return clearly(look());
  }
}

/** Awaits an answer of Stripe. @throws {ProviderUnknownError} when none came, or one that settles nothing. */
export async function clearly<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw unknown(error);
  }
}
