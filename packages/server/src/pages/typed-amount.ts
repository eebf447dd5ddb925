import type { Money } from '@handsel/protocol';
import { type AmountRefusal, parseAmount } from '@handsel/protocol/money';

const REFUSALS: Readonly<Record<AmountRefusal, string>> = {
  empty: 'Enter an amount.',
  malformed: 'Enter the amount in figures, such as 250.00.',
  ambiguous: 'This could mean two amounts. Write all decimals, such as 1250.00.',
  negative: 'Enter an amount above zero.',
  too_precise: 'This currency has no such small parts.',
  too_large: 'This is more than one milestone may hold.',
};

/** What an amount typed into a plain form means, or what is wrong with it. These pages are in English: a dot is decimal. */
export function readAmount(text: string, currency: string): Money | string {
  const read = parseAmount(text, currency, { decimal: '.' });
  return read.ok ? read.money : REFUSALS[read.reason];
}

/** A part of what is held: more than nothing, and less than all of it. */
export function readPart(text: string, held: Money, heldText: string): Money | string {
  const read = readAmount(text, held.currency);
  if (typeof read === 'string') return read;
  if (read.amount === 0) return 'Enter more than nothing.';
  if (read.amount > held.amount) return `At most ${heldText} is in escrow.`;
  return read.amount === held.amount ? `Enter less than ${heldText}, or choose all of it.` : read;
}
