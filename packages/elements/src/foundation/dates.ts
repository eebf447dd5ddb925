const HELD = '\u00a0';

// English without a country reads best in the order of the words around it: 3 Dec, not Dec 3.
function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** Keeps the parts of a date together, but lets a line break after its comma. */
function hold(text: string): string {
  return text.replaceAll(' ', HELD).replaceAll(`,${HELD}`, ', ');
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a hundred times what using it does; a long list has a date in each row.
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(dateLocale(locale), options);
  formats.set(key, known);
  return known;
}

function format(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return Number.isNaN(at.getTime()) ? '' : hold(formatOf(locale, options).format(at));
}

/** A civil date, the same in every zone: `4 Dec 2026`. */
export function formatDate(date: string, locale: string): string {
  return format(new Date(`${date}T00:00:00Z`), locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** The day of an instant, where the reader is: `19 Nov 2026`. */
export function formatDay(instant: string, locale: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return format(new Date(instant), locale, { day: 'numeric', month: 'short', year: 'numeric', ...zone });
}

/** The day of an instant that is near, without its year: `3 Dec`. */
export function formatNear(instant: string, locale: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return format(new Date(instant), locale, { day: 'numeric', month: 'short', ...zone });
}

/** The last moment before an instant: an offer that is over on the 13th at midnight can be accepted until the 12th. */
export function justBefore(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(at - 1).toISOString();
}

/** A deadline, where the reader is: `Thu 3 Dec, 14:40`. */
export function formatInstant(instant: string, locale: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = format(new Date(instant), locale, { weekday: 'short', day: 'numeric', month: 'short', ...zone });
  return day && `${day.replace(`,${HELD}`, HELD).replace(', ', HELD)}, ${formatTime(instant, locale, timeZone)}`;
}

/** The time of an instant, where the reader is: `14:40`. */
export function formatTime(instant: string, locale: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return format(new Date(instant), locale, { hour: '2-digit', minute: '2-digit', ...zone });
}

/** The civil date this many days after another. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The civil date of an instant, where the reader is. */
export function civilDate(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
