import type { ContractStatus } from './resources/contract.ts';
import type { MilestoneState } from './resources/milestone.ts';

/** What the states of a contract are called in English, by every face of it. */
export const CONTRACT_STATE_WORDS: Readonly<Record<ContractStatus, string>> = {
  draft: 'Draft',
  pending_acceptance: 'Pending acceptance',
  pending_funding: 'Pending funding',
  active: 'Active',
  paused: 'Paused',
  ending: 'Ending: refund requested',
  in_dispute: 'In dispute',
  completed: 'Completed',
  cancelled: 'Cancelled',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

/** What the states of a milestone are called in English; `funded` is one that was paid in before its turn. */
export const MILESTONE_STATE_WORDS: Readonly<Record<MilestoneState | 'funded', string>> = {
  planned: 'Not funded',
  funded: 'Funded',
  active: 'Active & funded',
  submitted: 'Awaiting approval',
  changes_requested: 'Changes requested',
  paid: 'Paid',
  refunded: 'Refunded',
  in_dispute: 'In dispute',
};
