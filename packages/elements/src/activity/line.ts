import type { Contract, ContractEvent, Money } from '@handsel/protocol';
import { shortName } from '../foundation/people.ts';
import type { Writing } from '../foundation/writing.ts';
import type { ActivityWords } from '../locales/en/activity.ts';

/** One thing that happened, in words. */
export interface ActivityLine {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly text: string;
  /** What somebody wrote: a note, a reason, an answer. */
  readonly quote: string;
}

// A payment that has come or failed need not be said to have begun.
const SETTLED = ['charge.succeeded', 'charge.failed'];

/** Says each event that the words know, newest first; the same thing done over and over is said once. */
export function activityLines(
  contract: Contract,
  events: readonly ContractEvent[],
  words: ActivityWords,
  write: Writing,
): ActivityLine[] {
  const lines: ActivityLine[] = [];
  const settled = new Set(events.filter(({ type }) => SETTLED.includes(type)).map(({ data }) => data['chargeId']));
  for (const event of events) {
    if (event.type === 'charge.started' && settled.has(event.data['chargeId'])) continue;
    const text = wordEvent(contract, event, words, write);
    if (text === undefined) continue;
    const line = { seq: event.seq, type: event.type, at: event.at, text, quote: quoteOf(event) };
    const again = event.type === 'contract.draft_updated' && lines.at(-1)?.type === event.type;
    if (again) lines.pop();
    lines.push(line);
  }
  return lines.reverse();
}

function wordEvent(contract: Contract, event: ContractEvent, words: ActivityWords, write: Writing): string | undefined {
  const line = Object.hasOwn(words.lines, event.type) ? words.lines[event.type as keyof typeof words.lines] : undefined;
  if (!line) return undefined;
  const { role, name } = event.actor;
  const said = (side: 'freelancer' | 'client') =>
    side === contract.viewer ? words.youInside : shortName(contract[side], words.somebody);
  const who =
    role === contract.viewer
      ? words.you
      : role === 'system'
        ? ''
        : shortName({ ...contract[role], name: name ?? contract[role].name });
  const text = line({
    who: who || words.somebody,
    freelancer: said('freelancer'),
    client: said('client'),
    title: titleOf(contract, event, words),
    amount: amountOf(event, write),
    hours: typeof event.data['hours'] === 'number' ? write.count(event.data['hours']) : '',
    person: role !== 'system',
  });
  return text.charAt(0).toLocaleUpperCase(write.locale) + text.slice(1);
}

function titleOf({ milestones }: Contract, { data }: ContractEvent, words: ActivityWords): string {
  const { title, milestoneId } = data;
  if (typeof title === 'string' && title) return words.quoted(title);
  const milestone = milestones.find(({ id }) => id === milestoneId);
  return milestone ? words.quoted(milestone.title) : words.aMilestone;
}

function amountOf({ data: { amount } }: ContractEvent, write: Writing): string {
  return isMoney(amount) ? write.money(amount) : '';
}

// Events of a newer backend may carry anything.
function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value)) return false;
  return Number.isSafeInteger(value.amount) && typeof value.currency === 'string' && /^[A-Z]{3}$/.test(value.currency);
}

const QUOTES = ['note', 'reason', 'statement', 'comment', 'underpaymentReason'];

function quoteOf({ data }: ContractEvent): string {
  const said = QUOTES.map((name) => data[name]).find((text) => typeof text === 'string' && text !== '');
  return typeof said === 'string' ? said : '';
}
