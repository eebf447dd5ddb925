import * as z from 'zod/mini';
import { currencyDigits } from './money/currencies.ts';
import type { Money } from './money/money.ts';
import type { Schema } from './schema.ts';

const fees = z.object({
  /** Taken from what the freelancer is paid, in basis points, rounded once per release. */
  freelancerBps: z.int(),
  /** Added to what the client pays into escrow, in basis points, rounded once per funding. */
  clientBps: z.int(),
  /** Added once, to the first funding, in minor units. */
  initiationMinor: z.int(),
  /** Whether the client's fee on money that comes back comes back with it. */
  clientFeeRefundable: z.boolean(),
});

const policy = z.object({
  /** Smallest milestone in minor units, by currency; other currencies: five whole units. */
  minMilestoneMinor: z.record(z.string(), z.int()),
  /** How many milestones a contract may have. */
  maxMilestones: z.int(),
  /** How many milestones may be worked on at once. */
  maxActiveMilestones: z.int(),
  /** Days until an unanswered offer expires. */
  invitationTtlDays: z.int(),
  /** Life of an e-mailed code, in minutes. */
  emailCodeTtlMinutes: z.int(),
  /** How often a code may be tried before another is needed. */
  emailCodeMaxTries: z.int(),
  /** Days until a signed contract that nobody funds is cancelled. */
  fundingTtlDays: z.int(),
  /** Days a client has to answer a request for payment; then it is paid. */
  reviewDays: z.int(),
  /** Hours before a deadline at which the one who must act is reminded. */
  reminderHours: z.array(z.int()),
  /** Days between release and free disposal. */
  securityHoldDays: z.int(),
  /** Days a freelancer has to answer when the client ends with money in escrow; then it goes back. */
  escrowRefundReplyDays: z.int(),
  /** Whether a contract is completed when its last milestone is paid. */
  autoComplete: z.boolean(),
  fees,
});

/** Every number of the rules. A contract keeps the policy it was begun under. */
export interface Policy extends z.infer<typeof policy> {}
export const Policy: Schema<Policy> = policy;

/** What a backend uses unless its operator says otherwise: no fees, since nobody stands between the two sides. */
export const DEFAULT_POLICY: Policy = {
  minMilestoneMinor: { USD: 500 },
  maxMilestones: 1000,
  maxActiveMilestones: 1,
  invitationTtlDays: 30,
  emailCodeTtlMinutes: 15,
  emailCodeMaxTries: 5,
  fundingTtlDays: 14,
  reviewDays: 14,
  reminderHours: [72, 24],
  securityHoldDays: 0,
  escrowRefundReplyDays: 7,
  autoComplete: true,
  fees: { freelancerBps: 0, clientBps: 0, initiationMinor: 0, clientFeeRefundable: true },
};

/** The smallest amount of one milestone: 5.00 USD, 5 JPY, 5.000 KWD. */
export function smallestMilestone(policy: Policy, currency: string): Money {
  return { amount: policy.minMilestoneMinor[currency] ?? 5 * 10 ** currencyDigits(currency), currency };
}
