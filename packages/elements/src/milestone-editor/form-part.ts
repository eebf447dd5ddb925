import type { Measure, OpenRow } from './check.ts';
import { readMilestones, type Row } from './row.ts';
import { type MilestoneSheet, rowsOf } from './sheet.ts';

/** What is wrong with the whole, or with the first row that is not right; empty when nothing is. */
export function wholeFault(sheet: MilestoneSheet, { words, write, most }: Measure, required: boolean): string {
  const { rows, unsaved, faulty } = sheet;
  if (unsaved) return words.unsaved;
  if (required && rows.length === 0) return words.required;
  if (rows.length > most) return words.tooMany(write.count(most));
  return faulty ? words.faulty(write.count(faulty.number), faulty.fault) : '';
}

/** What the editor tells the `<form>` around it. */
export interface FormFacts {
  readonly sheet: MilestoneSheet;
  readonly required: boolean;
  /** What is wrong with the whole or with one row, in words; empty when nothing is. */
  readonly fault: string;
  /** Where the browser points when it says so. */
  readonly anchor: HTMLElement | undefined;
}

/** Writes value, state and validity into the form, as a native control would. */
export function tellForm(internals: ElementInternals, { sheet, required, fault, anchor }: FormFacts): void {
  const value = JSON.stringify(sheet.milestones);
  internals.setFormValue(value, JSON.stringify({ milestones: sheet.milestones, open: sheet.open }));
  if (!fault) return internals.setValidity({});
  const missing = required && sheet.rows.length === 0;
  internals.setValidity(missing ? { valueMissing: true } : { customError: true }, fault, anchor);
}

/** Reads the state a browser has kept over a reload or for autofill; an unknown one is nothing. */
export function readState(state: unknown, currency: string): { rows: Row[]; open: OpenRow | undefined } {
  try {
    const { milestones, open } = Object(JSON.parse(String(state))) as Record<string, unknown>;
    return { rows: rowsOf(readMilestones(milestones, currency)), open: readOpen(open) };
  } catch {
    return { rows: [], open: undefined };
  }
}

/** Reads what was being typed in a row, from a draft or a browser; an unknown shape is nothing. */
export function readOpen(value: unknown): OpenRow | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const typed = value as Record<string, unknown>;
  const text = (field: string) => (typeof typed[field] === 'string' ? typed[field] : '');
  // Keys are of one page view only: a row that was being edited comes back as a new one.
  return {
    key: undefined,
    title: text('title'),
    amount: text('amount'),
    dueOn: text('dueOn'),
    description: text('description'),
  };
}
