import { currencyDigits, type Money } from '@handsel/protocol';

// Stripe counts the krona and the shilling with two digits that must be zero, ISO 4217 with none.
const TWO_EMPTY_DIGITS: ReadonlySet<string> = new Set(['ISK', 'UGX']);
// Stripe counts whole ariary, ISO 4217 with two digits.
const NO_DIGITS: ReadonlySet<string> = new Set(['MGA']);

/**
 * An amount as Stripe counts it, which is mostly in the minor units of ISO 4217.
 * `undefined` when Stripe cannot express it exactly; it is never rounded.
 */
export function stripeAmount({ amount, currency }: Money): number | undefined {
  if (TWO_EMPTY_DIGITS.has(currency)) return amount * 100;
  if (NO_DIGITS.has(currency)) return amount % 100 === 0 ? amount / 100 : undefined;
  // The card networks take three digits only with a zero at the end.
  if (currencyDigits(currency) === 3) return amount % 10 === 0 ? amount : undefined;
  // Four digits are funds and indices, in which nobody can be charged.
  return currencyDigits(currency) > 3 ? undefined : amount;
}
