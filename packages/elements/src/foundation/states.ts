import type { ContractStatus, Milestone, MilestoneState } from '@handsel/protocol';
import type { StateWords } from '../locales/en/states.ts';
import {
  AWAITING,
  CHANGES,
  CLOSED,
  DISPUTED,
  DRAFT,
  FUNDED,
  type Mark,
  PAID,
  PAUSED,
  PLANNED,
  REFUNDED,
  type Role,
  SENT,
} from './marks.ts';

/** How a state is shown: its coin, its pair of colours, its word. */
export interface Stand {
  readonly coin: Mark;
  readonly role: Role;
  readonly word: string;
}

const CONTRACT: Readonly<Record<ContractStatus, readonly [Mark, Role]>> = {
  draft: [DRAFT, 'quiet'],
  pending_acceptance: [SENT, 'quiet'],
  pending_funding: [PLANNED, 'quiet'],
  active: [FUNDED, 'held'],
  paused: [PAUSED, 'quiet'],
  ending: [REFUNDED, 'due'],
  in_dispute: [DISPUTED, 'dispute'],
  completed: [PAID, 'paid'],
  cancelled: [CLOSED, 'quiet'],
  declined: [CLOSED, 'quiet'],
  withdrawn: [CLOSED, 'quiet'],
  expired: [CLOSED, 'quiet'],
};

const MILESTONE: Readonly<Record<MilestoneState | 'funded', readonly [Mark, Role]>> = {
  planned: [PLANNED, 'quiet'],
  funded: [FUNDED, 'held'],
  active: [FUNDED, 'held'],
  submitted: [AWAITING, 'due'],
  changes_requested: [CHANGES, 'changes'],
  paid: [PAID, 'paid'],
  refunded: [REFUNDED, 'quiet'],
  in_dispute: [DISPUTED, 'dispute'],
};

/** How a contract stands. */
export function contractStand(status: ContractStatus, { contractStates }: StateWords): Stand {
  const [coin, role] = CONTRACT[status];
  return { coin, role, word: contractStates[status] };
}

/** How a milestone stands. One that is planned may hold money already, when all were paid in at once. */
export function milestoneStand(
  { state, escrow }: Pick<Milestone, 'state'> & Partial<Pick<Milestone, 'escrow'>>,
  { milestoneStates }: StateWords,
): Stand {
  const key = state === 'planned' && escrow && escrow.amount > 0 ? 'funded' : state;
  const [coin, role] = MILESTONE[key];
  return { coin, role, word: milestoneStates[key] };
}

/** How a contract stands in a list: while work goes on, what its milestone waits for says more than "Active". */
export function workingStand(status: ContractStatus, milestone: MilestoneState | undefined, words: StateWords): Stand {
  const telling = milestone === 'submitted' || milestone === 'changes_requested';
  return status === 'active' && telling ? milestoneStand({ state: milestone }, words) : contractStand(status, words);
}
