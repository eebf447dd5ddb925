import { MILESTONE_STATES, type MilestoneState } from '@handsel/protocol';
import { type Chart, edge, follows, NOWHERE, SAME } from './chart.ts';

const FREELANCER = ['freelancer'] as const;
const CLIENT = ['client'] as const;
const EITHER = ['freelancer', 'client'] as const;
const SYSTEM = ['system'] as const;

/** States in which a milestone is worked on. */
export const IN_PROGRESS = ['active', 'submitted', 'changes_requested'] as const satisfies MilestoneState[];
const OPEN = ['planned', ...IN_PROGRESS] as const;

/** Whether a milestone is being worked on, and holds money for it. */
export function isInProgress(state: MilestoneState): boolean {
  return IN_PROGRESS.some((known) => known === state);
}

/** The life of one milestone. A planned one may already hold money, when the client paid for all at once. */
export const MILESTONE_CHART: Chart<MilestoneState> = {
  name: 'milestone',
  states: MILESTONE_STATES,
  final: ['paid', 'refunded'],
  edges: [
    // Planning.
    follows([NOWHERE], 'contracts.create', FREELANCER, ['planned']),
    follows([NOWHERE], 'contractRequests.create', CLIENT, ['planned']),
    follows([NOWHERE, 'planned'], 'contracts.update', FREELANCER, ['planned', NOWHERE]),
    follows([NOWHERE, 'planned'], 'contracts.revise', FREELANCER, ['planned', NOWHERE]),
    follows(['planned'], 'contracts.discard', FREELANCER, [NOWHERE]),
    follows([NOWHERE, 'planned'], 'milestoneChanges.create', CLIENT, ['planned', NOWHERE]),
    follows([NOWHERE, 'planned'], 'milestoneChanges.accept', EITHER, ['planned', NOWHERE]),
    follows(['active', 'changes_requested'], 'milestoneChanges.accept', EITHER, [SAME]),
    // Money comes in: what was paid for is worked on, one after the other.
    follows(['planned'], 'contracts.fund', CLIENT, ['active', SAME]),
    follows([NOWHERE, 'planned'], 'charge.settled', SYSTEM, ['planned', 'active', NOWHERE]),
    follows(['active', 'changes_requested'], 'charge.settled', SYSTEM, [SAME]),
    // Asking for payment, and the answer.
    edge(['active', 'changes_requested'], 'paymentRequests.create', FREELANCER, ['submitted'], 'holdsMoney'),
    edge(['submitted'], 'paymentRequests.withdraw', FREELANCER, ['active']),
    edge(['submitted'], 'paymentRequests.requestChanges', CLIENT, ['changes_requested']),
    // When the contract ends with less than all, the rest stays held until the other side has answered.
    edge(IN_PROGRESS, 'milestones.approve', CLIENT, ['paid', 'active'], 'holdsMoney'),
    edge(['submitted'], 'clock.autoRelease', SYSTEM, ['paid'], 'reviewOver', 'holdsMoney'),
    follows(['planned'], 'milestones.approve', CLIENT, ['active']),
    follows(['planned'], 'clock.autoRelease', SYSTEM, ['active']),
    // The contract ends.
    follows(OPEN, 'contracts.endByFreelancer', FREELANCER, ['refunded']),
    follows(OPEN, 'contracts.endByClient', CLIENT, ['paid']),
    follows(['submitted', 'changes_requested'], 'contracts.endByClient', CLIENT, ['active']),
    follows(['planned', 'active'], 'escrowRefunds.approve', FREELANCER, ['paid', 'refunded']),
    follows(['planned', 'active'], 'clock.returnEscrow', SYSTEM, ['paid', 'refunded']),
    follows(['planned', 'active'], 'disputes.open', FREELANCER, ['in_dispute']),
  ],
};
