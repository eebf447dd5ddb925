/** An amount as it travels: an integer in minor units. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** How a figure is written. `digits` comes from the protocol's currency table, never from Intl. */
export interface MoneyFormat {
  readonly locale: string;
  readonly digits: number;
  /** Adds the ISO code after the figure: for pages that show more than one currency. */
  readonly code?: boolean;
  /** Writes the plus, too. */
  readonly signed?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  return format;
}

/** The decimal form of an integer in minor units, made of its own digits: `1205` with 2 digits is `12.05`. */
export function toDecimal(amount: number, digits: number): `${number}` {
  const figures = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  const sign = amount < 0 ? '-' : '';
  return (digits ? `${sign}${whole}.${figures.slice(-digits)}` : `${sign}${whole}`) as `${number}`;
}

/** Writes money in full: every minor digit, a true minus with a narrow space, no rounding. */
export function formatMoney(money: Money, { locale, digits, code = false, signed = false }: MoneyFormat): string {
  const figure = numberFormat(locale, money.currency, digits).format(toDecimal(Math.abs(money.amount), digits));
  const sign = money.amount < 0 ? '\u2212\u202f' : signed ? '+\u202f' : '';
  // Where a currency has no sign of its own, its code stands in the figure already.
  return `${sign}${figure}${code && !figure.includes(money.currency) ? `\u00a0${money.currency}` : ''}`;
}

/** The sign that stands before (or after) figures of this currency: `$`, `€`, `CHF`. */
export function currencySign(currency: string, locale: string): string {
  const parts = numberFormat(locale, currency, 0).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** A figure to be typed over: digits and separators of the locale, without the currency. */
export function formatFigure(amount: number, { locale, digits }: MoneyFormat): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    toDecimal(amount, digits),
  );
}
