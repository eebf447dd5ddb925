import type { Action, ContractStatus, Instant, MilestoneId, Role } from '@handsel/protocol';
import type { CommandName } from './command.ts';
import { block, type Block } from './guards.ts';
import { currentMilestoneId, inProgress, openRequest } from './milestones.ts';
import type { ContractRecord } from './state.ts';
import { type Target, trial } from './trial.ts';

/** Something the viewer may do, or may not yet; whether this credential may is the view's to say. */
export type RuledAction = Omit<Action, 'hosted'>;

/** What an entry of the menu is about. */
type About = 'contract' | 'milestone' | 'request' | 'change';

interface Entry {
  readonly name: CommandName | 'contracts.discard';
  readonly about: About;
  /** Left out of the menu while this is not there. */
  readonly where: 'always' | 'open request' | 'their change' | 'own change';
}

const entry = (name: Entry['name'], about: About = 'contract', where: Entry['where'] = 'always'): Entry => ({
  name,
  about,
  where,
});

const REQUEST = entry('paymentRequests.create', 'milestone');
const CHANGES = [
  entry('milestoneChanges.create'),
  entry('milestoneChanges.accept', 'change', 'their change'),
  entry('milestoneChanges.reject', 'change', 'their change'),
  entry('milestoneChanges.withdraw', 'change', 'own change'),
];

const WORKING: Readonly<Record<Role, readonly Entry[]>> = {
  freelancer: [
    REQUEST,
    entry('paymentRequests.withdraw', 'request', 'open request'),
    ...CHANGES,
    entry('contracts.endByFreelancer'),
  ],
  client: [
    entry('milestones.approve', 'milestone'),
    entry('paymentRequests.requestChanges', 'request'),
    entry('contracts.fund'),
    ...CHANGES,
    entry('contracts.endByClient'),
  ],
};

// The button that asks for payment is on the page before and after there is work, and says why it cannot be pressed.
const WAITING = { freelancer: [REQUEST], client: [] };
const DONE = { freelancer: [], client: [] };

/** What each side finds in its menu, by the state the contract is in, in the order of the menu. */
const MENU: Readonly<Record<ContractStatus, Readonly<Record<Role, readonly Entry[]>>>> = {
  draft: {
    freelancer: [entry('contracts.send'), entry('contracts.update'), entry('contracts.discard')],
    client: [],
  },
  pending_acceptance: {
    freelancer: [entry('contracts.revise'), entry('contracts.resend'), entry('contracts.withdraw'), REQUEST],
    client: [entry('contracts.accept'), entry('contracts.decline')],
  },
  pending_funding: {
    freelancer: [entry('contracts.cancel'), REQUEST],
    client: [entry('contracts.fund'), entry('contracts.cancel')],
  },
  active: WORKING,
  paused: WORKING,
  ending: {
    freelancer: [entry('escrowRefunds.approve'), entry('disputes.open'), REQUEST],
    client: [],
  },
  in_dispute: WAITING,
  completed: DONE,
  cancelled: DONE,
  declined: DONE,
  withdrawn: DONE,
  expired: DONE,
};

/** What a side may do with a contract now, and what it may not yet and why: asked of the charts, entry by entry. */
export function actionsFor(contract: ContractRecord, role: Role, now: Instant): RuledAction[] {
  return MENU[contract.status][role].flatMap((item) =>
    isThere(contract, role, item)
      ? targets(contract, item).map((target) => ask(contract, role, now, item, target))
      : [],
  );
}

function isThere(contract: ContractRecord, role: Role, { where }: Entry): boolean {
  const { milestoneChange } = contract;
  switch (where) {
    case 'always':
      return true;
    case 'open request':
      return openRequest(contract) !== null;
    case 'their change':
      return milestoneChange?.state === 'open' && milestoneChange.by !== role;
    case 'own change':
      return milestoneChange?.state === 'open' && milestoneChange.by === role;
  }
}

function targets(contract: ContractRecord, { about }: Entry): Target[] {
  switch (about) {
    case 'contract':
      return [{}];
    case 'milestone': {
      const working = inProgress(contract).map(({ id }) => id);
      const current = currentMilestoneId(contract);
      const ids: (MilestoneId | null)[] = working.length > 0 ? working : [current];
      return ids.map((id) => (id === null ? {} : { milestoneId: id }));
    }
    case 'request':
      return [requestTarget(contract)];
    case 'change':
      return contract.milestoneChange ? [{ milestoneChangeId: contract.milestoneChange.id }] : [];
  }
}

function requestTarget(contract: ContractRecord): Target {
  const open = openRequest(contract);
  if (open) return { paymentRequestId: open.id, milestoneId: open.milestoneId };
  const current = currentMilestoneId(contract);
  return current === null ? {} : { milestoneId: current };
}

function ask(contract: ContractRecord, role: Role, now: Instant, { name, about }: Entry, target: Target): RuledAction {
  const blocked = trial(contract, name, { role, now }, target) ?? missing(about, target);
  const { milestoneId } = target;
  return {
    name,
    allowed: blocked === null,
    ...(blocked && { reason: blocked.reason }),
    ...(blocked?.at !== undefined && blocked.at > now && { unlocksAt: blocked.at }),
    ...(milestoneId !== undefined && { milestoneId }),
  };
}

/** The charts say what may be done with a milestone or a request, not that there is one. */
function missing(about: About, target: Target): Block | null {
  if (about === 'milestone' && target.milestoneId === undefined) return block('NOT_FUNDED');
  if (about === 'request' && target.paymentRequestId === undefined) return block('NOT_REQUESTED');
  return null;
}
