import { type AmountRefusal, currencyDigits, parseAmount } from '@handsel/protocol/money';
import type { AmountWords } from '../../locales/en/amounts.ts';
import { formatFigure, type Money, toDecimal } from '../money-format.ts';
import type { Writing } from '../writing.ts';

/** What a typed amount means, or why it cannot be known. */
export type TypedAmount =
  { readonly ok: true; readonly money: Money } | { readonly ok: false; readonly reason: AmountRefusal };

/** How the reader writes decimals, so that what was typed is read the same way. */
function decimalSign(locale: string): '.' | ',' {
  const part = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  return part?.value === ',' ? ',' : '.';
}

/** Reads an amount as people of this locale type it. */
export function readAmount(text: string, currency: string, locale: string): TypedAmount {
  return parseAmount(text, currency, { decimal: decimalSign(locale) });
}

/** Writes an amount to be typed over; never in a form that could not be read back. */
export function writeAmount(money: Money, locale: string): string {
  const digits = currencyDigits(money.currency);
  const figure = formatFigure(money.amount, { locale, digits });
  const read = readAmount(figure, money.currency, locale);
  return read.ok && read.money.amount === money.amount ? figure : toDecimal(money.amount, digits);
}

/** What a typed amount is written as when its field is left: in full if it was understood, else as it is. */
export function tidied(text: string, currency: string, locale: string): string {
  const read = readAmount(text, currency, locale);
  return read.ok ? writeAmount(read.money, locale) : text;
}

/** What is wrong with a typed amount, in words; empty when nothing is. */
export function amountFault(text: string, smallest: Money, words: AmountWords, write: Writing): string {
  const { currency } = smallest;
  const read = readAmount(text, currency, write.locale);
  if (!read.ok) return words[read.reason](writeAmount({ amount: smallest.amount, currency }, write.locale), currency);
  const missing = smallest.amount - read.money.amount;
  return missing > 0 ? words.tooSmall(write.money(smallest), write.money({ amount: missing, currency })) : '';
}
