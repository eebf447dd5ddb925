import type { Action, Contract, Milestone, PaymentRequest } from '@handsel/protocol';

/** What the button can say about one milestone. */
export type Standing =
  | { readonly kind: 'ready'; readonly milestone: Milestone }
  | { readonly kind: 'asked'; readonly milestone: Milestone; readonly request: PaymentRequest }
  | { readonly kind: 'paid'; readonly milestone: Milestone }
  | { readonly kind: 'refused'; readonly milestone: Milestone | undefined; readonly reason: string };

const OPERATION = 'paymentRequests.create';

function actionFor({ actions }: Contract, milestoneId: string): Action | undefined {
  const ours = actions.filter(({ name }) => name === OPERATION);
  return ours.find((action) => action.milestoneId === milestoneId) ?? (milestoneId ? undefined : ours[0]);
}

/** Reads from the contract whether payment can be asked for. Nothing is guessed: the backend's actions decide. */
export function standingOf(contract: Contract, milestoneId = ''): Standing {
  const last = contract.milestones.findLast(({ state }) => state === 'paid')?.id;
  const wanted = milestoneId || contract.currentMilestoneId || (isOver(contract) ? last : undefined);
  const action = actionFor(contract, milestoneId);
  const milestone = contract.milestones.find(({ id }) => id === (action?.milestoneId ?? wanted));
  if (milestone?.state === 'paid') return { kind: 'paid', milestone };
  const request = contract.paymentRequest;
  if (milestone?.state === 'submitted' && request?.milestoneId === milestone.id) {
    return { kind: 'asked', milestone, request };
  }
  if (action?.allowed && milestone) return { kind: 'ready', milestone };
  const reason = contract.viewer === 'client' ? 'WRONG_ROLE' : (plainly(contract, milestone) ?? action?.reason);
  return { kind: 'refused', milestone, reason: reason ?? reasonOf(contract, milestone) };
}

function isOver({ status }: Contract): boolean {
  return status === 'completed' || status === 'cancelled';
}

// Two reasons that the state tells better than the closed list of reasons does.
function plainly({ status }: Contract, milestone: Milestone | undefined): string | undefined {
  if (status === 'ending') return 'ENDING';
  return status === 'active' && !milestone ? 'NO_MILESTONE' : undefined;
}

// A contract that offers no such action at all is before its start or after its end.
function reasonOf({ status }: Contract, milestone: Milestone | undefined): string {
  if (status === 'active') return milestone?.state === 'planned' ? 'NOT_FUNDED' : 'WRONG_STATE';
  if (status === 'in_dispute') return 'DISPUTE_OPEN';
  if (status === 'paused') return 'PAUSED';
  const early = status === 'draft' || status === 'pending_acceptance' || status === 'pending_funding';
  return early ? 'NOT_ACTIVE' : 'CONTRACT_OVER';
}
