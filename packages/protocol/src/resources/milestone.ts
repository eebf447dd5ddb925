import * as z from 'zod/mini';
import { MilestoneId } from '../ids.ts';
import { Money, Price } from '../money/money.ts';
import type { Schema } from '../schema.ts';
import { Description, Title } from '../text.ts';
import { CivilDate, Instant } from '../time.ts';

/** Where a milestone stands. `planned` may already hold money when the client paid for all of them at once. */
export const MILESTONE_STATES = [
  'planned',
  'active',
  'submitted',
  'changes_requested',
  'paid',
  'refunded',
  'in_dispute',
] as const;
/** Where a milestone stands. */
export type MilestoneState = (typeof MILESTONE_STATES)[number];

const milestone = z.object({
  id: MilestoneId,
  title: z.string(),
  /** What will be delivered; empty when not said. */
  description: z.string(),
  /** What it costs. */
  amount: Money,
  dueOn: z.nullable(CivilDate),
  state: z.enum(MILESTONE_STATES),
  /** What is held for it now. */
  escrow: Money,
  /** What was released to the freelancer, before fees. */
  released: Money,
  /** What went back to the client. */
  refunded: Money,
  fundedAt: z.nullable(Instant),
  submittedAt: z.nullable(Instant),
  /** When an unanswered request for payment is paid by itself. */
  autoReleaseAt: z.nullable(Instant),
  paidAt: z.nullable(Instant),
});

/** A step of the work, with its own price. */
export interface Milestone extends z.infer<typeof milestone> {}
export const Milestone: Schema<Milestone> = milestone;

const milestoneDraft = z.strictObject({
  title: Title,
  description: z.optional(Description),
  amount: Price,
  dueOn: z.optional(z.nullable(CivilDate)),
});

/** A milestone as somebody writes it. */
export interface MilestoneDraft extends z.infer<typeof milestoneDraft> {}
export const MilestoneDraft: Schema<MilestoneDraft> = milestoneDraft;
