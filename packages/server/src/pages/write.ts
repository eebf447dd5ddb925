import { type CivilDate, type Instant, instantOf, millisecondsOf, type Money, type Party } from '@handsel/protocol';
import { dayText, moneyText } from '../mail/figures.ts';
import { html, type SafeHtml } from './html.ts';

export { dayText, momentText, moneyText } from '../mail/figures.ts';

/** What is taken off a sum. */
export function minusText(money: Money): string {
  return `− ${moneyText(money)}`;
}

/** The last moment before something is over: an offer that is over on the 26th at midnight ends on the 25th. */
export function lastMoment(over: Instant): Instant {
  return instantOf(millisecondsOf(over) - 1);
}

/** A day of the calendar: `Thu 3 Dec 2026`. */
export function dateText(date: CivilDate): string {
  return dayText(`${date}T00:00:00.000Z`);
}

/** `14 days`, with a space that does not break. */
export function daysText(count: number): string {
  return count === 1 ? '1\u00a0day' : `${count}\u00a0days`;
}

/** Hours, as days where they are whole ones. */
export function hoursText(hours: number): string {
  if (hours % 24 === 0) return daysText(hours / 24);
  return hours === 1 ? '1\u00a0hour' : `${hours}\u00a0hours`;
}

/** Basis points as people read them: `2.5 %`. */
export function percentText(basisPoints: number): string {
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(basisPoints / 100)}\u00a0%`;
}

/** The whole name; without one the company or the address, which are at least true. */
export function fullName({ name, company, email }: Party): string {
  return name ?? company ?? email ?? 'The other side';
}

/** How a sentence names somebody: by the first name, where that is surely one; else in full. */
export function shortName(party: Party): string {
  const [first = '', ...others] = party.name?.trim().split(/\s+/) ?? [];
  const plain =
    others.length > 0 && others.length < 4 && /^\p{L}[\p{L}'’-]+$/u.test(first) && !/[&,]/.test(party.name ?? '');
  return plain ? first : fullName(party);
}

/** What somebody wrote, with its own lines and its own direction. */
export function prose(text: string): SafeHtml {
  return html`<p class="prose" dir="auto">${text}</p>`;
}

/** What the other side said, set apart so that nobody takes it for ours. */
export function quote(text: string | null): SafeHtml | null {
  return text ? html`<blockquote dir="auto">${text}</blockquote>` : null;
}

/** One line of a ledger. */
export function row(label: string, figure: string, kind: 'sub' | 'total' | '' = ''): SafeHtml {
  return html`<div${kind && html` class="${kind}"`}><dt>${label}</dt><dd>${figure}</dd></div>`;
}

/** One line of a ledger, when there is something to say in it. */
export function rowIf(label: string, money: Money, kind: 'sub' | 'total' | '' = ''): SafeHtml | false {
  return money.amount > 0 && row(label, moneyText(money), kind);
}
