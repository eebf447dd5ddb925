import { decimal, currencyDigits, type Instant, type Money } from '@handsel/protocol';

/** An amount as a mail shows it: `$1,200.00`. */
export function moneyText(money: Money): string {
  const digits = currencyDigits(money.currency);
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(decimal(money) as `${number}`);
}

/** A deadline as a mail shows it: `Thu 3 Dec 2026, 14:40 UTC`. */
export function momentText(instant: Instant): string {
  return `${dayText(instant)}, ${instant.slice(11, 16)} UTC`;
}

/** A day as a mail shows it: `Thu 3 Dec 2026`. */
export function dayText(instant: Instant): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(instant)).replace(',', '');
}
