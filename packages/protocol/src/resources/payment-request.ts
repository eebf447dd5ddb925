import * as z from 'zod/mini';
import { MilestoneId, PaymentRequestId } from '../ids.ts';
import { Money } from '../money/money.ts';
import type { Schema } from '../schema.ts';
import { Instant } from '../time.ts';

/** Where a request for payment stands. */
export const PAYMENT_REQUEST_STATES = [
  'sent',
  'viewed',
  'changes_requested',
  'withdrawn',
  'cancelled',
  'disputed',
  'paid',
  'auto_paid',
] as const;

const paymentRequest = z.object({
  id: PaymentRequestId,
  milestoneId: MilestoneId,
  amount: Money,
  /** What the freelancer receives when all of it is approved. */
  net: Money,
  note: z.string(),
  state: z.enum(PAYMENT_REQUEST_STATES),
  sentAt: Instant,
  /** When the outbox took the mail to the client; null while it has not. Say "e-mailed" only when this is set. */
  emailedAt: z.nullable(Instant),
  viewedAt: z.nullable(Instant),
  /** Until when the client may answer; then it is paid. Null once decided. */
  decideBy: z.nullable(Instant),
  decidedAt: z.nullable(Instant),
  /** What the client wants to be different, when changes were asked for. */
  answer: z.nullable(z.string()),
});

/** The freelancer's request that the money held for a milestone be released. */
export interface PaymentRequest extends z.infer<typeof paymentRequest> {}
export const PaymentRequest: Schema<PaymentRequest> = paymentRequest;
