import { CONTRACT_STATUSES, type ContractStatus } from '@handsel/protocol';
import { type Chart, edge, NOWHERE, SAME } from './chart.ts';

/** States a contract never leaves. */
export const OVER = ['completed', 'cancelled', 'declined', 'withdrawn', 'expired'] as const satisfies ContractStatus[];

/** Whether a contract is over. */
export function isOver(status: ContractStatus): boolean {
  return OVER.some((over) => over === status);
}

const FREELANCER = ['freelancer'] as const;
const CLIENT = ['client'] as const;
const EITHER = ['freelancer', 'client'] as const;
const SYSTEM = ['system'] as const;
const RUNNING = ['active', 'paused'] as const;

/** The life of a fixed-price contract. */
export const CONTRACT_CHART: Chart<ContractStatus> = {
  name: 'contract',
  states: CONTRACT_STATUSES,
  final: OVER,
  edges: [
    // Writing it.
    edge([NOWHERE], 'contracts.create', FREELANCER, ['draft']),
    edge([NOWHERE], 'contractRequests.create', CLIENT, ['draft']),
    edge(['draft'], 'contracts.update', FREELANCER, [SAME]),
    edge(['draft'], 'contracts.discard', FREELANCER, [NOWHERE]),
    edge(['draft'], 'contracts.send', FREELANCER, ['pending_acceptance']),
    // The offer and its answer.
    edge(['pending_acceptance'], 'contracts.revise', FREELANCER, [SAME]),
    edge(['pending_acceptance'], 'contracts.resend', FREELANCER, [SAME], 'offerOpen'),
    edge(['pending_acceptance'], 'contracts.withdraw', FREELANCER, ['withdrawn']),
    edge(['pending_acceptance'], 'invitation.verified', CLIENT, [SAME]),
    edge(['pending_acceptance'], 'contracts.accept', CLIENT, ['pending_funding'], 'offerOpen'),
    edge(['pending_acceptance'], 'contracts.decline', CLIENT, ['declined']),
    edge(['pending_acceptance'], 'clock.expireOffer', SYSTEM, ['expired'], 'offerOver'),
    // Money comes in.
    edge(['pending_funding', 'active'], 'contracts.fund', CLIENT, [SAME], 'noCharge', 'somethingToFund', 'roomForWork'),
    edge(['pending_funding'], 'charge.settled', SYSTEM, [SAME, 'active'], 'chargeOpen'),
    edge(RUNNING, 'charge.settled', SYSTEM, [SAME], 'chargeOpen'),
    edge(['pending_funding'], 'contracts.cancel', EITHER, ['cancelled'], 'noCharge'),
    edge(['pending_funding'], 'clock.cancelUnfunded', SYSTEM, ['cancelled'], 'noCharge', 'fundingOver'),
    // Work and payment. Only new work stops while it is paused: a running review goes on.
    edge(['active'], 'paymentRequests.create', FREELANCER, [SAME], 'noOtherRequest', 'noCharge'),
    edge(RUNNING, 'paymentRequests.withdraw', FREELANCER, [SAME]),
    edge(RUNNING, 'paymentRequests.view', CLIENT, [SAME]),
    edge(RUNNING, 'paymentRequests.requestChanges', CLIENT, [SAME]),
    edge(RUNNING, 'milestones.approve', CLIENT, [SAME, 'completed', 'ending'], 'noCharge'),
    // No guard against an open charge: a client who never confirms one must not hold up what silence has approved.
    edge(RUNNING, 'clock.autoRelease', SYSTEM, [SAME, 'completed']),
    // Changing what was agreed.
    edge(['active'], 'milestoneChanges.create', EITHER, [SAME], 'noChange', 'noCharge'),
    edge(['active'], 'milestoneChanges.accept', EITHER, [SAME], 'theirChange', 'noCharge', 'changeFits'),
    edge(RUNNING, 'milestoneChanges.reject', EITHER, [SAME], 'theirChange', 'noCharge'),
    edge(RUNNING, 'milestoneChanges.withdraw', EITHER, [SAME], 'ownChange', 'noCharge'),
    // Pausing and ending.
    edge(['active'], 'operator.hold', SYSTEM, ['paused']),
    edge(['paused'], 'operator.releaseHold', SYSTEM, ['active']),
    edge(RUNNING, 'contracts.endByFreelancer', FREELANCER, ['completed', 'cancelled'], 'noCharge'),
    edge(RUNNING, 'contracts.endByClient', CLIENT, ['completed', 'ending'], 'noCharge'),
    edge(['ending'], 'escrowRefunds.approve', FREELANCER, ['completed', 'cancelled']),
    edge(['ending'], 'clock.returnEscrow', SYSTEM, ['completed', 'cancelled'], 'replyOver'),
    edge(['ending'], 'disputes.open', FREELANCER, ['in_dispute'], 'replyOpen'),
    // Telling whoever must act that time runs out.
    edge(
      ['pending_acceptance', 'pending_funding', ...RUNNING, 'ending'],
      'clock.remind',
      SYSTEM,
      [SAME],
      'deadlineAhead',
    ),
  ],
};
