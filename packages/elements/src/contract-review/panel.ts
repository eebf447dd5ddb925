import type { Action, Contract, Milestone } from '@handsel/protocol';

/** What the right-hand side shows: one decision at a time. */
export type PanelName =
  'sign' | 'decline' | 'fund' | 'cancel' | 'charge' | 'approve' | 'changes' | 'end' | 'change' | 'reject' | 'still';

/** Whether the viewer may do something: here, on the hosted page, or not. */
export type Permission = 'here' | 'hosted' | 'no';

/** The action of that name, for the milestone where one is meant. */
export function actionOf({ actions }: Contract, name: string, milestoneId?: string): Action | undefined {
  const named = actions.filter((action) => action.name === name);
  return milestoneId === undefined ? named[0] : named.find((action) => action.milestoneId === milestoneId);
}

/** Whether the viewer may do something, from the backend's actions alone. */
export function permission(contract: Contract, name: string, milestoneId?: string): Permission {
  const action = actionOf(contract, name, milestoneId);
  if (action?.hosted) return 'hosted';
  return action?.allowed ? 'here' : 'no';
}

/** The milestone that money can be released for now. */
export function payable(contract: Contract): Milestone | undefined {
  const asked = contract.milestones.find(({ state }) => state === 'submitted');
  if (asked) return asked;
  const actions = contract.actions.filter(
    ({ name, allowed, hosted }) => name === 'milestones.approve' && (allowed || hosted),
  );
  return contract.milestones.find(({ id }) => actions.some(({ milestoneId }) => milestoneId === id));
}

/** The milestones that the next payment into escrow is for. */
export function fundable(contract: Contract): Milestone[] {
  return contract.milestones.filter(({ state, escrow }) => state === 'planned' && escrow.amount === 0);
}

/** The number of a milestone, as people count. */
export function numberOf(contract: Contract, milestone: Milestone): number {
  return contract.milestones.indexOf(milestone) + 1;
}

/** What is to be decided now, when the person has chosen nothing else. */
export function panelOf(contract: Contract): PanelName {
  if (contract.viewer !== 'client') return 'still';
  if (contract.chargePending) return 'charge';
  if (contract.status === 'pending_acceptance') return 'sign';
  if (contract.status === 'pending_funding') return 'fund';
  if (contract.status !== 'active' && contract.status !== 'paused') return 'still';
  if (contract.milestones.some(({ state }) => state === 'submitted')) return 'approve';
  if (contract.milestoneChange?.state === 'open' && contract.milestoneChange.by === 'freelancer') return 'change';
  const funding = contract.next.by === 'client' && contract.next.action === 'contracts.fund';
  return funding && permission(contract, 'contracts.fund') !== 'no' ? 'fund' : 'still';
}

const NEEDS: Readonly<Partial<Record<PanelName, string>>> = {
  sign: 'contracts.accept',
  decline: 'contracts.decline',
  fund: 'contracts.fund',
  cancel: 'contracts.cancel',
  changes: 'paymentRequests.requestChanges',
  end: 'contracts.endByClient',
  change: 'milestoneChanges.accept',
  reject: 'milestoneChanges.reject',
};

/** Whether a panel still makes sense for the contract as it now stands. */
export function stillOpen(panel: PanelName, contract: Contract): boolean {
  const needed = NEEDS[panel];
  if (contract.viewer !== 'client') return panel === 'still';
  if (panel === 'approve') return payable(contract) !== undefined;
  return needed === undefined || permission(contract, needed) !== 'no';
}
