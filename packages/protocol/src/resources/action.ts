import * as z from 'zod/mini';
import { MilestoneId } from '../ids.ts';
import type { Schema } from '../schema.ts';
import { Instant } from '../time.ts';

/** Why something is not possible now. The face words these; a newer backend may know more. */
export const REASONS = [
  'NOT_ACTIVE',
  'NOT_FUNDED',
  'NOT_REQUESTED',
  'ALREADY_REQUESTED',
  'CHARGE_PENDING',
  'CHANGE_OPEN',
  'NO_CHANGE_OPEN',
  'DISPUTE_OPEN',
  'IN_REVIEW',
  'PAUSED',
  'NOTHING_TO_FUND',
  'CONTRACT_OVER',
  'WRONG_STATE',
] as const;

/** Why something is not possible now. */
export type Reason = (typeof REASONS)[number];

const action = z.object({
  /** The operation's name: `contracts.send`, `paymentRequests.create`, … */
  name: z.string(),
  allowed: z.boolean(),
  /** True when this credential may not do it here, but the person may on the backend's own pages: `contract.url`. */
  hosted: z.boolean(),
  /** One of `REASONS`, when it is not allowed. */
  reason: z.optional(z.string()),
  /** When it becomes possible, where a clock decides. */
  unlocksAt: z.optional(Instant),
  /** The milestone it is about. */
  milestoneId: z.optional(MilestoneId),
});

/** Something the viewer may do with a contract, or may not yet and why. Menus and buttons come from these alone. */
export interface Action extends z.infer<typeof action> {}
export const Action: Schema<Action> = action;
