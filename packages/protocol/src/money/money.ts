import * as z from 'zod/mini';
import type { Schema } from '../schema.ts';
import { currencyDigits } from './currencies.ts';

/** The largest amount one milestone may hold, in minor units: a thousand of them still add up exactly. */
export const LARGEST_PRICE = 1_000_000_000_000;

const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const money = z.object({
  /** Minor units (cents for USD, yen for JPY, fils for KWD), a safe integer; never a fraction. */
  amount: z.int(),
  /** ISO 4217 code. */
  currency,
});

/** An amount of money: integer minor units and their currency. */
export interface Money extends z.infer<typeof money> {}
export const Money: Schema<Money> = money;

const price = z.strictObject({ amount: z.int().check(z.gte(1), z.lte(LARGEST_PRICE)), currency });

/** An amount somebody is to pay: more than nothing. */
export const Price: Schema<Money> = price;

const share = z.strictObject({ amount: z.int().check(z.gte(0), z.lte(LARGEST_PRICE)), currency });

/** A part of an amount, which may be nothing. */
export const Share: Schema<Money> = share;

/** Nothing, in the given currency. */
export function zero(currency: string): Money {
  return { amount: 0, currency };
}

/** Adds amounts of one currency. @throws {RangeError} when currencies differ or the sum is not a safe integer. */
export function sum(parts: readonly Money[], currency: string): Money {
  let amount = 0;
  for (const part of parts) {
    if (part.currency !== currency) throw new RangeError(`Cannot add ${part.currency} to ${currency}.`);
    amount += part.amount;
    if (!Number.isSafeInteger(amount)) throw new RangeError('The sum is too large to be exact.');
  }
  return { amount, currency };
}

/**
 * The share of an amount in basis points (1 = 0.01 %), rounded once to the nearest minor unit, halves up.
 *
 * One transaction, one rounding: 12 hours at 22.22 are 266.64, and 10 % of that is 26.66.
 */
export function feeOf(amount: Money, basisPoints: number): Money {
  const exact = BigInt(amount.amount) * BigInt(basisPoints);
  const rounded = (exact + (exact < 0n ? -5_000n : 5_000n)) / 10_000n;
  return { amount: Number(rounded), currency: amount.currency };
}

/**
 * Splits an amount by weights so that the parts add up to it exactly (largest remainder).
 * @throws {RangeError} when a weight is negative, or all are nothing.
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  const whole = weights.reduce((left, right) => left + BigInt(right), 0n);
  if (whole <= 0n || weights.some((weight) => weight < 0)) throw new RangeError('Weights must add up to more than 0.');
  const parts = weights.map((weight, index) => {
    const exact = BigInt(total.amount) * BigInt(weight);
    const amount = exact / whole - (exact % whole < 0n ? 1n : 0n);
    return { index, amount, rest: exact - amount * whole };
  });
  let left = BigInt(total.amount) - parts.reduce((done, part) => done + part.amount, 0n);
  for (const part of [...parts].sort((a, b) => Number(b.rest - a.rest) || a.index - b.index)) {
    if (left === 0n) break;
    part.amount += 1n;
    left -= 1n;
  }
  return parts.map((part) => ({ amount: Number(part.amount), currency: total.currency }));
}

/** The amount as an exact decimal string, for `Intl.NumberFormat` and for people: `1200.00`, `1200`, `1.200`. */
export function decimal({ amount, currency }: Money): string {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
