import type { Instant, MilestoneId } from '@handsel/protocol';
import type { Deadline } from '../rules/decision.ts';

/** What the store itself leaves to be done later; areas add their own kinds. */
export const JOB_KINDS = {
  /** A deadline has come: the clock decides. */
  deadline: 'deadline',
  /** A deadline is near: whoever must act is reminded. */
  reminder: 'reminder',
  /** Money must leave through the payment provider. */
  paymentOrder: 'payment_order',
  /** A charge may still be open: the provider is asked how it stands. */
  charge: 'charge',
} as const;

/** What the job of a deadline, or of a reminder before it, knows. */
export interface DeadlineFacts {
  readonly deadline: Deadline['kind'];
  readonly at: Instant;
  readonly milestoneId: MilestoneId | null;
  /** How long before the deadline; nothing at the deadline itself. */
  readonly hours: number;
}
