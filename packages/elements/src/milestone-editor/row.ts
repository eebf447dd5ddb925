import type { Milestone, MilestoneDraft, Money } from '@handsel/protocol';
import { LARGEST_PRICE } from '@handsel/protocol/money';

/** A milestone in the editor. */
export interface Row {
  /** Stays with the row wherever it moves. */
  readonly key: number;
  readonly title: string;
  readonly description: string;
  readonly amount: Money;
  /** A civil date, or empty. */
  readonly dueOn: string;
  /** The milestone of the signed contract it stands for; undefined for one that is new. */
  readonly origin?: Milestone;
}

/** Where a row may go: nowhere, among those of the signed contract, or among the new ones. */
export type Group = 'fixed' | 'kept' | 'new';

/** Rows that hold or held money stay where they are; on a signed contract, new ones come after the others. */
export function groupOf({ origin }: Row): Group {
  if (!origin) return 'new';
  return origin.state === 'planned' && origin.escrow.amount === 0 ? 'kept' : 'fixed';
}

/** Whether a row may be edited: not once its money is asked for, paid, back or in dispute. */
export function isEditable({ origin }: Row): boolean {
  if (!origin || origin.state === 'planned') return true;
  return (origin.state === 'active' || origin.state === 'changes_requested') && origin.escrow.amount > 0;
}

let keys = 0;

/** A key that no other row has. */
export function freshKey(): number {
  keys += 1;
  return keys;
}

/** The row of a milestone as somebody wrote it. */
export function rowOf({ title, description = '', amount, dueOn }: MilestoneDraft): Row {
  return { key: freshKey(), title, description, amount, dueOn: dueOn ?? '' };
}

/** The row of a milestone of a signed contract. */
export function rowOfMilestone(origin: Milestone): Row {
  const { title, description, amount, dueOn } = origin;
  return { key: freshKey(), title, description, amount, dueOn: dueOn ?? '', origin };
}

/** The milestone a row says, as it travels. */
export function draftOf({ title, description, amount, dueOn }: Row): MilestoneDraft {
  return { title, ...(description && { description }), amount, ...(dueOn && { dueOn }) };
}

/** The places a row may take: those of its group. */
export function placesOf(rows: readonly Row[], row: Row): number[] {
  const group = groupOf(row);
  if (group === 'fixed') return [];
  return rows.flatMap((each, place) => (groupOf(each) === group ? [place] : []));
}

/** The rows with one of them moved to a place of its group; the others of the group close up, fixed ones stay. */
export function moveRow(rows: readonly Row[], key: number, to: number): readonly Row[] {
  const row = rows.find((each) => each.key === key);
  const places = row ? placesOf(rows, row) : [];
  const goal = places.indexOf(to);
  if (!row || goal < 0) return rows;
  const queue = places.flatMap((place) => rows[place] ?? []).filter((each) => each.key !== key);
  queue.splice(goal, 0, row);
  return rows.map((each, place) => (places.includes(place) ? (queue.shift() ?? each) : each));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readMoney(value: unknown, currency: string): Money {
  const { amount, currency: own } = Object(value) as Partial<Record<keyof Money, unknown>>;
  const safe = typeof amount === 'number' && Number.isSafeInteger(amount) && Math.abs(amount) <= LARGEST_PRICE;
  return { amount: safe ? amount : 0, currency: /^[A-Z]{3}$/.test(text(own)) ? text(own) : currency };
}

/** Reads milestones from a page, a form or a draft, whatever they are; what is wrong is shown, never thrown. */
export function readMilestones(value: unknown, currency: string): MilestoneDraft[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 1000).map((each: unknown) => {
    const { title, description, amount, dueOn } = Object(each) as Record<string, unknown>;
    const day = text(dueOn);
    return {
      title: text(title),
      ...(text(description) && { description: text(description) }),
      amount: readMoney(amount, currency),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(day) && { dueOn: day }),
    };
  });
}

/** Milestones as JSON, still to be read; what is not JSON is none. */
export function readJson(value: string): readonly MilestoneDraft[] {
  try {
    return JSON.parse(value) as readonly MilestoneDraft[];
  } catch {
    return [];
  }
}
