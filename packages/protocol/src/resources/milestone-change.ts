import * as z from 'zod/mini';
import { MilestoneChangeId, MilestoneId } from '../ids.ts';
import { Money, Price } from '../money/money.ts';
import type { Schema } from '../schema.ts';
import { Description, Note, Title } from '../text.ts';
import { CivilDate, Instant } from '../time.ts';
import { Role } from './party.ts';

const fields = {
  title: z.optional(Title),
  description: z.optional(Description),
  amount: z.optional(Price),
  dueOn: z.optional(z.nullable(CivilDate)),
};
const changeItem = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), ...fields, title: Title, amount: Price }),
  z.strictObject({ op: z.literal('edit'), milestoneId: MilestoneId, ...fields }),
  z.strictObject({ op: z.literal('remove'), milestoneId: MilestoneId }),
  z.strictObject({ op: z.literal('reorder'), milestoneIds: z.array(MilestoneId).check(z.maxLength(1000)) }),
]);

/** One change to the milestones of a signed contract. */
export type MilestoneChangeItem = z.infer<typeof changeItem>;
export const MilestoneChangeItem: Schema<MilestoneChangeItem> = changeItem;

const milestoneChangeDraft = z.strictObject({
  items: z.array(changeItem).check(z.minLength(1), z.maxLength(1000)),
  note: z.optional(Note),
});

/** A proposal to change milestones, as somebody writes it. */
export interface MilestoneChangeDraft extends z.infer<typeof milestoneChangeDraft> {}
export const MilestoneChangeDraft: Schema<MilestoneChangeDraft> = milestoneChangeDraft;

// What is read, not written: open for fields of a newer backend.
const answered = {
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  amount: z.optional(Money),
  dueOn: z.optional(z.nullable(CivilDate)),
};
const proposedItem = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), ...answered, title: z.string(), amount: Money }),
  z.object({ op: z.literal('edit'), milestoneId: MilestoneId, ...answered }),
  z.object({ op: z.literal('remove'), milestoneId: MilestoneId }),
  z.object({ op: z.literal('reorder'), milestoneIds: z.array(MilestoneId) }),
]);

const milestoneChange = z.object({
  id: MilestoneChangeId,
  by: Role,
  items: z.array(proposedItem),
  note: z.string(),
  /** An open request never expires; it is accepted, rejected or withdrawn. */
  state: z.enum(['open', 'accepted', 'rejected', 'withdrawn', 'superseded']),
  createdAt: Instant,
  decidedAt: z.nullable(Instant),
});

/** A proposal to change the milestones of a signed contract; nothing changes until the other side agrees. */
export interface MilestoneChange extends z.infer<typeof milestoneChange> {}
export const MilestoneChange: Schema<MilestoneChange> = milestoneChange;
