import type { NextStep } from '@handsel/protocol';
import { openFaults } from './change-items.ts';
import { currentMilestone, inProgress, openCharge, unfunded } from './milestones.ts';
import type { ContractRecord, MilestoneRecord } from './state.ts';

const NOTHING: NextStep = { by: 'nobody', action: null, milestoneId: null, until: null };

/** What happens next and who does it: the same for both sides. */
export function nextStep(contract: ContractRecord): NextStep {
  const { status, expiresAt } = contract;
  switch (status) {
    case 'draft':
      return { ...NOTHING, by: 'freelancer', action: 'contracts.send' };
    case 'pending_acceptance':
      return { ...NOTHING, by: 'client', action: 'contracts.accept', until: expiresAt };
    case 'pending_funding':
    case 'active':
      return chargeStep(contract) ?? workStep(contract);
    case 'paused':
      return chargeStep(contract) ?? reviewStep(inProgress(contract)) ?? NOTHING;
    case 'ending':
      return { ...NOTHING, by: 'freelancer', action: 'escrowRefunds.approve', until: expiresAt };
    case 'in_dispute':
    case 'completed':
    case 'cancelled':
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return NOTHING;
  }
}

/** A charge that is being checked is waited for; one that wants a confirmation waits for the client. */
function chargeStep(contract: ContractRecord): NextStep | null {
  const charge = openCharge(contract);
  if (!charge) return null;
  const milestoneId = currentMilestone(contract)?.id ?? null;
  if (charge.status === 'pending') return { ...NOTHING, milestoneId };
  return { ...NOTHING, by: 'client', action: 'charges.retrieve', milestoneId };
}

function workStep(contract: ContractRecord): NextStep {
  const review = reviewStep(inProgress(contract));
  if (review) return review;
  const [working] = inProgress(contract);
  if (working) return { ...NOTHING, by: 'freelancer', action: 'paymentRequests.create', milestoneId: working.id };
  const [waiting] = unfunded(contract);
  if (waiting) {
    const until = contract.status === 'pending_funding' ? contract.expiresAt : null;
    return { by: 'client', action: 'contracts.fund', milestoneId: waiting.id, until };
  }
  const { milestoneChange } = contract;
  if (milestoneChange?.state !== 'open') return { ...NOTHING, by: 'freelancer', action: 'milestoneChanges.create' };
  // One that no longer fits can only be taken back.
  if (openFaults(contract).length > 0)
    return { ...NOTHING, by: milestoneChange.by, action: 'milestoneChanges.withdraw' };
  return {
    ...NOTHING,
    by: milestoneChange.by === 'client' ? 'freelancer' : 'client',
    action: 'milestoneChanges.accept',
  };
}

function reviewStep(working: readonly MilestoneRecord[]): NextStep | null {
  const submitted = working.find(({ state }) => state === 'submitted');
  if (!submitted) return null;
  return { by: 'client', action: 'milestones.approve', milestoneId: submitted.id, until: submitted.autoReleaseAt };
}
