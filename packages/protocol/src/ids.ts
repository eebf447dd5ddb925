import * as z from 'zod/mini';
import type { Schema } from './schema.ts';

// A prefix says the kind; the rest is a UUIDv7 in our backend, and any short word in somebody else's.
// @__NO_SIDE_EFFECTS__
function id<Prefix extends string>(prefix: Prefix): Schema<`${Prefix}_${string}`> {
  return z
    .string()
    .check(z.regex(new RegExp(`^${prefix}_[0-9A-Za-z-]{1,64}$`))) as unknown as Schema<`${Prefix}_${string}`>;
}

/** Names one contract. */
export type ContractId = `ctr_${string}`;
export const ContractId: Schema<ContractId> = id('ctr');

/** Names one milestone of a contract. */
export type MilestoneId = `ms_${string}`;
export const MilestoneId: Schema<MilestoneId> = id('ms');

/** Names one request for payment. */
export type PaymentRequestId = `prq_${string}`;
export const PaymentRequestId: Schema<PaymentRequestId> = id('prq');

/** Names one proposed change to the milestones of a signed contract. */
export type MilestoneChangeId = `mcr_${string}`;
export const MilestoneChangeId: Schema<MilestoneChangeId> = id('mcr');

/** Names one attempt to charge a client. */
export type ChargeId = `chg_${string}`;
export const ChargeId: Schema<ChargeId> = id('chg');

/** Names a person or company that takes part in contracts. */
export type PartyId = `pty_${string}`;
export const PartyId: Schema<PartyId> = id('pty');

/** Names one event of a contract's history. */
export type EventId = `evt_${string}`;
export const EventId: Schema<EventId> = id('evt');
