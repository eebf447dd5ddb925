import { DEFAULT_POLICY, type Money, type Policy, smallestMilestone } from '@handsel/protocol';
import { LONGEST } from '@handsel/protocol/longest';
import { isCurrency } from '@handsel/protocol/money';
import { amountFault, writeAmount } from '../foundation/form/typed-amount.ts';
import { type TextFault, textFault } from '../foundation/form/text-fault.ts';
import type { Writing } from '../foundation/writing.ts';
import type { MilestoneEditorWords } from '../locales/en/milestone-editor.ts';
import type { Row } from './row.ts';

/** The row that is open, as it is typed. */
export interface OpenRow {
  /** The row it will replace; undefined for a new one. */
  readonly key: number | undefined;
  readonly title: string;
  readonly amount: string;
  readonly dueOn: string;
  readonly description: string;
}

/** What can be typed in a row. */
export type RowField = 'title' | 'amount' | 'dueOn' | 'description';

/** What is wrong with a row, by field, in words. */
export type RowFaults = Partial<Record<RowField, string>>;

/** What a row is measured by. */
export interface Measure {
  readonly smallest: Money;
  /** How many milestones there may be. */
  readonly most: number;
  /** Whoever writes pays: only the other side can ask for more on what is funded. */
  readonly pays: boolean;
  readonly words: MilestoneEditorWords;
  readonly write: Writing;
}

/** What the page or the contract says about amounts. */
export interface Limits {
  readonly currency: string;
  readonly policy: Policy | undefined;
  /** In minor units, instead of the policy's. */
  readonly minimum?: number | undefined;
}

/** The smallest amount, and how many there may be. */
export function limitsOf({ currency, policy = DEFAULT_POLICY, minimum }: Limits): Pick<Measure, 'smallest' | 'most'> {
  const least = smallestMilestone(policy, isCurrency(currency) ? currency : 'USD');
  const smallest = minimum !== undefined && Number.isSafeInteger(minimum) ? { ...least, amount: minimum } : least;
  return { smallest, most: policy.maxMilestones };
}

/** An empty row. */
export const NEW_ROW: OpenRow = { key: undefined, title: '', amount: '', dueOn: '', description: '' };

/** A row, opened to be typed over. */
export function openedRow({ key, title, amount, dueOn, description }: Row, { smallest, write }: Measure): OpenRow {
  const figure = amount.currency === smallest.currency ? writeAmount(amount, write.locale) : '';
  return { key, title, amount: figure, dueOn, description };
}

function titleFault(title: string, measure: Measure): string {
  const { words } = measure;
  return inWords(textFault(title, LONGEST.title, { required: true }), LONGEST.title, words.nameLine, measure);
}

function descriptionFault(text: string, measure: Measure): string {
  const { description: longest } = LONGEST;
  return inWords(textFault(text, longest, { lines: true }), longest, measure.words.stray, measure);
}

function inWords(fault: TextFault | undefined, longest: number, stray: string, { words, write }: Measure): string {
  if (fault === undefined) return '';
  if (fault === 'missing') return words.nameMissing;
  if (fault === 'stray') return stray;
  return words.tooLong(write.count(longest), write.count(fault.over));
}

function heldFault(amount: number | undefined, row: Row | undefined, { words, write, pays }: Measure): string {
  const held = row?.origin?.escrow;
  if (!held || amount === undefined || held.amount === 0) return '';
  if (amount < held.amount) return words.heldAtLeast(write.money(held));
  return pays && amount > held.amount ? words.heldAtMost(write.money(held)) : '';
}

function known(faults: RowFaults): RowFaults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== ''));
}

/** Everything that is wrong with what was typed; `row` is the one it replaces. */
export function typedFaults(open: OpenRow, row: Row | undefined, amount: number | undefined, measure: Measure) {
  const { words, smallest, write } = measure;
  return known({
    title: titleFault(open.title, measure),
    amount: amountFault(open.amount, smallest, words, write) || heldFault(amount, row, measure),
    dueOn: open.dueOn === '' || /^\d{4}-\d{2}-\d{2}$/.test(open.dueOn) ? '' : words.dateWrong,
    description: descriptionFault(open.description, measure),
  });
}

/** The first thing that is wrong with a saved row; empty when nothing is. */
export function rowFault(row: Row, measure: Measure): string {
  const { smallest, words, write } = measure;
  if (row.amount.currency !== smallest.currency) return words.wrongCurrency(smallest.currency);
  const missing = smallest.amount - row.amount.amount;
  if (missing > 0 && !(row.origin && row.amount.amount === row.origin.amount.amount)) {
    return words.tooSmall(write.money(smallest), write.money({ ...smallest, amount: missing }));
  }
  return titleFault(row.title, measure) || descriptionFault(row.description, measure);
}
