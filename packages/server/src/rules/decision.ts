import type { EventType, Instant, MilestoneId, ProblemCode, RefusalExtras, Role } from '@handsel/protocol';
import type { ContractRecord } from './state.ts';

/** Who acts: one side of the contract, or the clock. */
export interface Actor {
  readonly role: Role | 'system';
  /** The person's name when it happened; null for the clock. */
  readonly name: string | null;
}

/** What the rules are given besides the contract and the command. */
export interface RuleContext {
  readonly now: Instant;
  readonly actor: Actor;
  /** A fresh id: `newId('ms')` is `ms_` and a UUIDv7. */
  newId<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}`;
}

/** Something that happened, before the store gives it an id, a number and a time. */
export interface EventDraft {
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * One leg of a journal entry. Positive is a debit, negative a credit; the legs of an entry add up to nothing.
 * `account` is one of `ledger.ts`, such as `cash`, `escrow:ms_…`, `carry`, `payee:available`, `fee:freelancer`.
 */
export interface Posting {
  readonly account: string;
  readonly amount: number;
}

/** One journal entry: a template's name (`fund`, `release`, `carry`, `escrow_return`, `pay_back`) and its postings. */
export interface EntryDraft {
  readonly template: string;
  readonly milestoneId: MilestoneId | null;
  readonly postings: readonly Posting[];
}

/** A mail one side must get. Words are the mail area's; here is only which one, to whom, and the facts of the moment. */
export interface MailDraft {
  readonly template: MailTemplate;
  readonly to: Role;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** Every mail about a contract. Codes and sign-in are the identity area's. */
export const MAIL_TEMPLATES = [
  'request_received',
  'contract_offered',
  'contract_revised',
  'contract_withdrawn',
  'contract_declined',
  'contract_expired',
  'contract_accepted',
  'contract_funded_freelancer',
  'contract_funded_client',
  'contract_cancelled',
  'charge_failed',
  'payment_requested',
  'payment_request_sent',
  'changes_requested',
  'payment_approved',
  'payment_auto_approved',
  'contract_completed_client',
  'change_requested',
  'change_accepted',
  'change_rejected',
  'contract_ended',
  'end_requested',
  'escrow_returned',
  'dispute_opened',
  'deadline_offer',
  'deadline_funding',
  'deadline_review',
  'deadline_refund',
] as const;
/** Names one mail about a contract. */
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** Money that must leave through the payment provider, once the decision is stored. */
export interface PaymentOrder {
  /** `transfer` pays the freelancer out, `refund` returns money to the client's card. */
  readonly kind: 'transfer' | 'refund';
  readonly amount: number;
}

/** What a command comes to: the contract as it then is, and everything that must be stored and told with it. */
export interface Decision {
  readonly contract: ContractRecord;
  readonly events: readonly EventDraft[];
  readonly entries: readonly EntryDraft[];
  readonly mails: readonly MailDraft[];
  readonly orders: readonly PaymentOrder[];
}

/** A deadline that a contract's state implies; the store keeps its jobs equal to these. */
export interface Deadline {
  readonly kind: 'offer' | 'funding' | 'review' | 'refund';
  readonly at: Instant;
  /** The milestone in review. */
  readonly milestoneId: MilestoneId | null;
}

/** What the rules throw to refuse: the protocol's `Refusal`, with these extras. */
export type { ProblemCode, RefusalExtras };
