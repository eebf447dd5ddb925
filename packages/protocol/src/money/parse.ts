import { currencyDigits } from './currencies.ts';
import { LARGEST_PRICE, type Money } from './money.ts';

/** Why a typed amount was not understood. */
export type AmountRefusal = 'empty' | 'malformed' | 'ambiguous' | 'negative' | 'too_precise' | 'too_large';

/** What a typed amount means, or why it cannot be known. */
export type ParsedAmount = { ok: true; money: Money } | { ok: false; reason: AmountRefusal };

/** How the reader writes decimals; settles what "1,234" means. */
export interface AmountReading {
  /** The decimal sign of the reader's language. Left out: an amount that depends on it is refused as ambiguous. */
  decimal?: '.' | ',';
}

const refuse = (reason: AmountRefusal): ParsedAmount => ({ ok: false, reason });

/**
 * Reads an amount as people type it: "1,234.50", "1.234,50 €", "CHF 1'234.50", "1 234,50".
 *
 * Never guesses: "1,234" is refused as `ambiguous` where it could mean two amounts.
 */
export function parseAmount(text: string, currency: string, reading: AmountReading = {}): ParsedAmount {
  const bare = text.replace(/\p{Sc}|[\s'’_\u00a0\u202f]/gu, '').replace(/^[A-Za-z]{2,3}|[A-Za-z]{2,3}$/g, '');
  if (bare === '') return refuse('empty');
  if (/^[-−–(]/u.test(bare)) return refuse('negative');
  if (!/^[\d.,]+$/.test(bare) || !/\d/.test(bare)) return refuse('malformed');
  const decimals = decimalSign(bare, currencyDigits(currency), reading.decimal);
  if (decimals === 'ambiguous' || decimals === 'malformed') return refuse(decimals);
  return amountOf(bare, decimals, currency);
}

/** Which sign in the text divides whole from part: one of the two, none, or it cannot be known. */
function decimalSign(bare: string, digits: number, own?: '.' | ','): '.' | ',' | '' | 'ambiguous' | 'malformed' {
  const dots = bare.split('.').length - 1;
  const commas = bare.split(',').length - 1;
  if (dots === 0 && commas === 0) return '';
  if (dots > 0 && commas > 0) {
    const last = bare.lastIndexOf('.') > bare.lastIndexOf(',') ? '.' : ',';
    return (last === '.' ? dots : commas) === 1 ? last : 'malformed';
  }
  const sign = dots > 0 ? '.' : ',';
  if (dots + commas > 1) return '';
  const after = bare.length - 1 - bare.indexOf(sign);
  if (after !== 3 || bare.startsWith(sign) || /^0/.test(bare)) return sign;
  if (digits === 0) return '';
  if (own === undefined) return 'ambiguous';
  if (own !== sign) return '';
  return digits >= 3 ? sign : 'ambiguous';
}

function amountOf(bare: string, decimals: '.' | ',' | '', currency: string): ParsedAmount {
  const digits = currencyDigits(currency);
  const at = decimals === '' ? bare.length : bare.lastIndexOf(decimals);
  const whole = bare.slice(0, at);
  const part = bare.slice(at + 1).replace(/0+$/, '');
  // Groups of three, or of two before the last three as in India.
  if (/[.,]/.test(whole) && !/^\d{1,3}(?:([.,])\d{2,3})?(?:\1\d{2,3})*[.,]\d{3}$/.test(whole))
    return refuse('malformed');
  if (/[.,]/.test(part)) return refuse('malformed');
  if (part.length > digits) return refuse('too_precise');
  const amount = BigInt(whole.replace(/[.,]/g, '') + part.padEnd(digits, '0'));
  if (amount > BigInt(LARGEST_PRICE)) return refuse('too_large');
  return { ok: true, money: { amount: Number(amount), currency } };
}
