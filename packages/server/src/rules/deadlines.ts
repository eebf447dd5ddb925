import type { Instant, MilestoneId } from '@handsel/protocol';
import type { Deadline } from './decision.ts';
import { openCharge } from './milestones.ts';
import type { ContractRecord } from './state.ts';

/** The deadlines a contract's state implies, none of which depends on what time it is. */
export function deadlinesOf(contract: ContractRecord): Deadline[] {
  switch (contract.status) {
    case 'pending_acceptance':
      return at('offer', contract.expiresAt);
    case 'pending_funding':
      // While a charge is being checked nothing is cancelled; the deadline is back when the charge has failed.
      return openCharge(contract) ? [] : at('funding', contract.expiresAt);
    case 'active':
    case 'paused':
      return contract.milestones.flatMap(({ id, state, autoReleaseAt }) =>
        state === 'submitted' ? at('review', autoReleaseAt, id) : [],
      );
    case 'ending':
      return at('refund', contract.escrowRefund?.dueAt ?? null);
    case 'draft':
    case 'in_dispute':
    case 'completed':
    case 'cancelled':
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return [];
  }
}

function at(kind: Deadline['kind'], instant: Instant | null, milestoneId: MilestoneId | null = null): Deadline[] {
  return instant === null ? [] : [{ kind, at: instant, milestoneId }];
}
