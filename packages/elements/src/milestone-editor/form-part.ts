import type { Measure } from './check.ts';
import type { MilestoneSheet } from './sheet.ts';

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
