import { currencyDigits } from '@handsel/protocol/money';
import { formatDate, formatDay, formatInstant, formatNear, formatTime } from './dates.ts';
import { formatMoney, type Money } from './money-format.ts';

/** How one element writes figures and dates: always in full, always in the reader's language. */
export interface Writing {
  readonly locale: string;
  /** `$1,200.00`; a minus is written as `− $60.00`. */
  money(money: Money): string;
  /** The same figure with a minus before it. */
  minus(money: Money): string;
  /** A civil date: `4 Dec 2026`. */
  date(date: string): string;
  /** The day of an instant: `19 Nov 2026`. */
  day(instant: string): string;
  /** When something happened: `19 Nov 2026, 14:32`. */
  stamp(instant: string): string;
  /** The day of an instant that is near, without its year: `3 Dec`. */
  near(instant: string): string;
  /** The time of an instant: `14:20`. */
  time(instant: string): string;
  /** A deadline: `Thu 3 Dec, 14:40`. */
  moment(instant: string): string;
  /** A share in basis points: `5`, `2.5`. */
  percent(basisPoints: number): string;
  /** A plain count: `2,000`. */
  count(count: number): string;
}

/** Writes for one locale; `code` adds the ISO code to each figure, for pages that show several currencies. */
export function writing(locale: string, code = false): Writing {
  const money = (value: Money) => formatMoney(value, { locale, digits: currencyDigits(value.currency), code });
  return {
    locale,
    money,
    minus: (value) => (value.amount === 0 ? money(value) : money({ ...value, amount: -value.amount })),
    date: (date) => formatDate(date, locale),
    day: (instant) => formatDay(instant, locale),
    stamp: (instant) => `${formatDay(instant, locale)}, ${formatTime(instant, locale)}`,
    near: (instant) => formatNear(instant, locale),
    time: (instant) => formatTime(instant, locale),
    moment: (instant) => formatInstant(instant, locale),
    percent: (basisPoints) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(basisPoints / 100),
    count: (count) => new Intl.NumberFormat(locale).format(count),
  };
}
