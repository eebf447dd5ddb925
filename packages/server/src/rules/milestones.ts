import type { ContractStatus, MilestoneId } from '@handsel/protocol';
import { isOver } from './contract-chart.ts';
import { isInProgress } from './milestone-chart.ts';
import { isUnanswered } from './payment-request-chart.ts';
import type { ChargeRecord, ContractRecord, MilestoneRecord, PaymentRequestRecord } from './state.ts';

type Milestones = Pick<ContractRecord, 'milestones'>;

/** The milestones being worked on, in the order of the work. */
export function inProgress({ milestones }: Milestones): MilestoneRecord[] {
  return milestones.filter(({ state }) => isInProgress(state));
}

/** The milestones that wait for money, in the order of the work. */
export function unfunded({ milestones }: Milestones): MilestoneRecord[] {
  return milestones.filter(({ state, funded }) => state === 'planned' && funded === 0);
}

/** The milestones that are not settled yet: planned, or being worked on. */
export function unsettled({ milestones }: Milestones): MilestoneRecord[] {
  return milestones.filter(({ state }) => state === 'planned' || isInProgress(state));
}

/** The milestone being worked on, or the next to be; `undefined` when there is none, or the contract is over. */
export function currentMilestone(
  contract: Milestones & { readonly status: ContractStatus },
): MilestoneRecord | undefined {
  if (isOver(contract.status)) return undefined;
  const { milestones } = contract;
  return inProgress(contract)[0] ?? milestones.find(({ state }) => state === 'planned' || state === 'in_dispute');
}

/** The id of the milestone being worked on, or the next to be. */
export function currentMilestoneId(contract: Parameters<typeof currentMilestone>[0]): MilestoneId | null {
  return currentMilestone(contract)?.id ?? null;
}

/** The request for payment that waits for its answer. */
export function openRequest({ paymentRequest }: ContractRecord): PaymentRequestRecord | null {
  return paymentRequest && isUnanswered(paymentRequest.state) ? paymentRequest : null;
}

/** The charge whose outcome is not known yet. */
export function openCharge({ charge }: ContractRecord): ChargeRecord | null {
  return charge?.status === 'pending' || charge?.status === 'requires_confirmation' ? charge : null;
}

/** All that is held now: for milestones, and carried over. */
export function heldIn({ milestones, carried }: Pick<ContractRecord, 'milestones' | 'carried'>): number {
  return milestones.reduce((sum, { escrow }) => sum + escrow, carried);
}
