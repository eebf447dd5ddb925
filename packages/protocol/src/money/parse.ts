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

// What people write beside a figure besides ISO codes. Other letters may mean more than they say: "5k", "5 mil", "5 cr".
const SIGN = /^(?:us|ca|au|nz|hk|a|c|r|rs|rp|rm|kr|kč|zł|ft|fr|sfr|lei|din|km|tl)$/iu;
const PARTS = /^(?:(\p{L}+)\.? ?)?(.*?)(?: ?(\p{L}+)\.?)?$/u;

/**
 * Reads an amount as people type it: "1,234.50", "1.234,50 €", "CHF 1'234.50", "1 234,50", "500 kr.".
 *
 * Never guesses: "1,234" is refused as `ambiguous` where it could mean two amounts, "5k" and "12 34" as `malformed`.
 */
export function parseAmount(text: string, currency: string, reading: AmountReading = {}): ParsedAmount {
  // No amount is that long, and the search for words beside it takes its time with long texts.
  if (text.length > 100) return refuse('malformed');
  const plain = text.replace(/[\p{Sc}\s'’_]+/gu, ' ').trim();
  const [, before = '', figure = '', after = ''] = PARTS.exec(plain) ?? [];
  const isOwn = (word: string) => word === '' || word.toUpperCase() === currency || SIGN.test(word);
  if (!isOwn(before) || !isOwn(after)) return refuse('malformed');
  if (figure === '') return refuse('empty');
  if (/^[-−–(]/u.test(figure)) return refuse('negative');
  if (!/^[\d., ]+$/.test(figure) || !/\d/.test(figure)) return refuse('malformed');
  const decimals = decimalSign(figure, currencyDigits(currency), reading.decimal);
  if (decimals === 'ambiguous' || decimals === 'malformed') return refuse(decimals);
  return amountOf(figure, decimals, currency);
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
  if (after !== 3 || bare.startsWith(sign) || /^0| /.test(bare)) return sign;
  if (digits === 0) return '';
  if (own === undefined) return 'ambiguous';
  if (own !== sign) return '';
  return digits >= 3 ? sign : 'ambiguous';
}

// Groups of three, or of two before the last three as in India, divided by one sign throughout.
const GROUPED = /^\d{1,3}([., ])(?:\d{2,3}\1)*\d{3}$/;

function amountOf(bare: string, decimals: '.' | ',' | '', currency: string): ParsedAmount {
  const digits = currencyDigits(currency);
  const at = decimals === '' ? bare.length : bare.lastIndexOf(decimals);
  const whole = bare.slice(0, at);
  const part = bare.slice(at + 1).replace(/0+$/, '');
  if (/\D/.test(whole) && !GROUPED.test(whole)) return refuse('malformed');
  if (/\D/.test(part)) return refuse('malformed');
  if (part.length > digits) return refuse('too_precise');
  const amount = BigInt(whole.replace(/\D/g, '') + part.padEnd(digits, '0'));
  if (amount > BigInt(LARGEST_PRICE)) return refuse('too_large');
  return { ok: true, money: { amount: Number(amount), currency } };
}
