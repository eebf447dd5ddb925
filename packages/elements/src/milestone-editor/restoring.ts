import type { OpenRow } from './check.ts';
import { readMilestones, type Row, rowOf } from './row.ts';

/** Reads the state a browser has kept over a reload or for autofill; an unknown one is nothing. */
export function readState(state: unknown, currency: string): { rows: Row[]; open: OpenRow | undefined } {
  try {
    const { milestones, open } = Object(JSON.parse(String(state))) as Record<string, unknown>;
    return { rows: readMilestones(milestones, currency).map(rowOf), open: readOpen(open) };
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
