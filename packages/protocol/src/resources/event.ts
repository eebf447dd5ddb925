import * as z from 'zod/mini';
import { ContractId, EventId } from '../ids.ts';
import type { Schema } from '../schema.ts';
import { Instant } from '../time.ts';

/** The kinds of events this backend writes. A newer one may write more: show those you know. */
export const EVENT_TYPES = [
  'contract.requested',
  'contract.created',
  'contract.draft_updated',
  'contract.sent',
  'contract.revised',
  'contract.resent',
  'contract.withdrawn',
  'contract.declined',
  'contract.expired',
  'contract.accepted',
  'contract.activated',
  'contract.paused',
  'contract.resumed',
  'contract.awaiting_next',
  'contract.end_requested',
  'contract.ended',
  'contract.completed',
  'contract.cancelled',
  'invitation.verified',
  'milestone.added',
  'milestone.updated',
  'milestone.removed',
  'milestone.reordered',
  'milestone.funded',
  'milestone.activated',
  'milestone.submitted',
  'milestone.submission_withdrawn',
  'milestone.changes_requested',
  'milestone.approved',
  'milestone.auto_approved',
  'milestone.paid',
  'milestone.refunded',
  'milestone_change.requested',
  'milestone_change.accepted',
  'milestone_change.rejected',
  'milestone_change.withdrawn',
  'payment_request.viewed',
  'payment.released',
  'charge.started',
  'charge.succeeded',
  'charge.failed',
  'escrow.carried',
  'escrow.returned',
  'escrow_refund.requested',
  'escrow_refund.approved',
  'escrow_refund.auto_approved',
  'dispute.opened',
  'deadline.approaching',
] as const;
/** The kinds of events this backend writes. */
export type EventType = (typeof EVENT_TYPES)[number];

const contractEvent = z.object({
  id: EventId,
  contractId: ContractId,
  /** 1, 2, 3, … per contract, without a gap. */
  seq: z.int(),
  /** One of `EVENT_TYPES`, or a newer one. */
  type: z.string(),
  at: Instant,
  actor: z.object({
    role: z.enum(['freelancer', 'client', 'system']),
    /** The person's name when it happened. */
    name: z.nullable(z.string()),
  }),
  /** What it was about: ids, titles, amounts. */
  data: z.record(z.string(), z.unknown()),
});

/** Something that happened to a contract. Never changed, never removed. */
export interface ContractEvent extends z.infer<typeof contractEvent> {}
export const ContractEvent: Schema<ContractEvent> = contractEvent;
