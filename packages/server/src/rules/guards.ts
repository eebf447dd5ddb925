import type { Instant, ProblemCode, Reason, Role } from '@handsel/protocol';
import { openFaults } from './change-items.ts';
import { deadlinesOf } from './deadlines.ts';
import { inProgress, openCharge, openRequest, unfunded } from './milestones.ts';
import type { ContractRecord, MilestoneRecord } from './state.ts';

/** Why something is not possible: the code for the caller, the reason for the face, and when a clock changes it. */
export interface Block {
  readonly code: ProblemCode;
  readonly reason: Reason;
  /** When a window closed, or when it becomes possible. */
  readonly at?: Instant;
}

/** What a guard looks at besides the contract. */
export interface Situation {
  readonly now: Instant;
  readonly role: Role | 'system';
  readonly milestone?: MilestoneRecord | undefined;
}

type Guard = (contract: ContractRecord, situation: Situation) => Block | null;

/** Makes a block; without a code it is one of the many ways of being too early or too late. */
export function block(reason: Reason, code: ProblemCode = 'WRONG_STATE', at?: Instant | null): Block {
  return { code, reason, ...(at && { at }) };
}

const windowClosed = (at: Instant | null): Block => block('WRONG_STATE', 'WINDOW_CLOSED', at);

const over = (at: Instant | null | undefined, now: Instant): boolean => at !== null && at !== undefined && at <= now;

/** Every condition the charts name. Null lets pass. */
export const GUARDS = {
  offerOpen: ({ expiresAt }, { now }) => (over(expiresAt, now) ? windowClosed(expiresAt) : null),
  offerOver: ({ expiresAt }, { now }) => (over(expiresAt, now) ? null : block('WRONG_STATE')),
  fundingOver: ({ expiresAt }, { now }) => (over(expiresAt, now) ? null : block('WRONG_STATE')),
  noCharge: (contract) => (openCharge(contract) ? block('CHARGE_PENDING', 'CHARGE_PENDING') : null),
  chargeOpen: (contract) => (openCharge(contract) ? null : block('WRONG_STATE')),
  somethingToFund: (contract) => (unfunded(contract).length > 0 ? null : block('NOTHING_TO_FUND')),
  roomForWork: (contract) => {
    const busy = inProgress(contract);
    if (busy.length < contract.policy.maxActiveMilestones) return null;
    const review = busy.find(({ state }) => state === 'submitted');
    return review ? block('IN_REVIEW', 'WRONG_STATE', review.autoReleaseAt) : block('WRONG_STATE');
  },
  holdsMoney: (_contract, { milestone }) =>
    milestone && milestone.escrow > 0 ? null : block('NOT_FUNDED', 'NOT_FUNDED'),
  noOtherRequest: (contract) => (openRequest(contract) ? block('ALREADY_REQUESTED') : null),
  reviewOver: (_contract, { milestone, now }) => (over(milestone?.autoReleaseAt, now) ? null : block('WRONG_STATE')),
  noChange: ({ milestoneChange }) => (milestoneChange?.state === 'open' ? block('CHANGE_OPEN') : null),
  theirChange: ({ milestoneChange }, { role }) => {
    if (milestoneChange?.state !== 'open') return block('NO_CHANGE_OPEN');
    return milestoneChange.by === role ? block('WRONG_STATE', 'WRONG_ROLE') : null;
  },
  ownChange: ({ milestoneChange }, { role }) => {
    if (milestoneChange?.state !== 'open') return block('NO_CHANGE_OPEN');
    return milestoneChange.by === role ? null : block('WRONG_STATE', 'WRONG_ROLE');
  },
  changeFits: (contract) => {
    const faults = openFaults(contract);
    if (faults.length === 0) return null;
    const review = inProgress(contract).find(({ state }) => state === 'submitted');
    const waits = review && faults.every(({ code }) => code === 'in_review');
    return waits ? block('IN_REVIEW', 'WRONG_STATE', review.autoReleaseAt) : block('WRONG_STATE');
  },
  replyOpen: ({ escrowRefund }, { now }) =>
    over(escrowRefund?.dueAt, now) ? windowClosed(escrowRefund?.dueAt ?? null) : null,
  replyOver: ({ escrowRefund }, { now }) => (over(escrowRefund?.dueAt, now) ? null : block('WRONG_STATE')),
  deadlineAhead: (contract) => (deadlinesOf(contract).length > 0 ? null : block('WRONG_STATE')),
} as const satisfies Record<string, Guard>;

/** Names one condition of the charts. */
export type GuardName = keyof typeof GUARDS;
