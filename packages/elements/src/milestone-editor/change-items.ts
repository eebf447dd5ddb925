import type { Milestone, MilestoneChangeItem, MilestoneId } from '@handsel/protocol';
import { groupOf, type Row } from './row.ts';

type Edit = Extract<MilestoneChangeItem, { op: 'edit' }>;

/** What of a signed milestone was edited; undefined when nothing was. */
export function editOf({ origin, title, description, amount, dueOn }: Row): Edit | undefined {
  if (!origin) return undefined;
  const edit: Edit = {
    op: 'edit',
    milestoneId: origin.id,
    ...(title !== origin.title && { title }),
    ...(description !== origin.description && { description }),
    ...(amount.amount !== origin.amount.amount && { amount }),
    ...(dueOn !== (origin.dueOn ?? '') && { dueOn: dueOn || null }),
  };
  return Object.keys(edit).length > 2 ? edit : undefined;
}

/** The new order of the milestones that may move; undefined when they stand as they did. */
export function orderOf(before: readonly Milestone[], rows: readonly Row[]): MilestoneId[] | undefined {
  const now = rows.filter((row) => groupOf(row) === 'kept').flatMap(({ origin }) => origin?.id ?? []);
  const left = new Set(now);
  const was = before.flatMap(({ id }) => (left.has(id) ? [id] : []));
  return now.some((id, place) => id !== was[place]) ? now : undefined;
}

/** The milestones of the contract that no row stands for any more. */
export function goneOf(before: readonly Milestone[], rows: readonly Row[]): Milestone[] {
  const left = new Set(rows.flatMap(({ origin }) => origin?.id ?? []));
  return before.filter(({ id }) => !left.has(id));
}

/** What to propose so that the contract's milestones become these rows. */
export function changeItems(before: readonly Milestone[], rows: readonly Row[]): MilestoneChangeItem[] {
  const order = orderOf(before, rows);
  return [
    ...goneOf(before, rows).map(({ id }) => ({ op: 'remove' as const, milestoneId: id })),
    ...rows.flatMap((row) => editOf(row) ?? []),
    ...rows.flatMap((row): MilestoneChangeItem[] => {
      const { origin, title, description, amount, dueOn } = row;
      if (origin) return [];
      return [{ op: 'add', title, ...(description && { description }), amount, ...(dueOn && { dueOn }) }];
    }),
    ...(order ? [{ op: 'reorder' as const, milestoneIds: order }] : []),
  ];
}
