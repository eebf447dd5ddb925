import { type MilestoneChangeItem, type MilestoneId, type Role } from '@handsel/protocol';
import type { EventDraft, RuleContext } from './decision.ts';
import { amountFaults, countFaults, plannedMilestone } from './draft.ts';
import type { Fault } from './faults.ts';
import type { ContractRecord, MilestoneRecord } from './state.ts';

/** What a proposal would make of the milestones, and what is wrong with it. */
export interface Revision {
  readonly milestones: readonly MilestoneRecord[];
  readonly faults: readonly Fault[];
  readonly events: readonly EventDraft[];
  /** Whether it touches money that is held, so that the other side has a say. */
  readonly touchesFunded: boolean;
}

interface Work {
  readonly contract: ContractRecord;
  readonly by: Role;
  readonly newId: RuleContext['newId'];
  milestones: MilestoneRecord[];
  readonly faults: Fault[];
  readonly events: EventDraft[];
  touchesFunded: boolean;
}

/** Carries out the items of a proposal, one after the other, without changing the contract. */
export function reviseMilestones(
  contract: ContractRecord,
  items: readonly MilestoneChangeItem[],
  by: Role,
  newId: RuleContext['newId'],
): Revision {
  const milestones = [...contract.milestones];
  const work: Work = { contract, by, newId, milestones, faults: [], events: [], touchesFunded: false };
  for (const [index, item] of items.entries()) carryOut(work, item, `/items/${index}`);
  work.faults.push(...countFaults(work.milestones.length, contract.policy, '/items'));
  return work;
}

/** What keeps the open proposal from being carried out any more: work has moved on since it was written. */
export function openFaults(contract: ContractRecord): readonly Fault[] {
  const { milestoneChange } = contract;
  if (milestoneChange?.state !== 'open') return [];
  const { items, by } = milestoneChange;
  return reviseMilestones(contract, items, by, (prefix) => `${prefix}_new`).faults;
}

/** What accepting would cost, milestone by milestone: the rise of those that hold money. */
export function raisedParts(
  before: Pick<ContractRecord, 'milestones'>,
  after: readonly MilestoneRecord[],
): { readonly milestoneId: MilestoneId; readonly amount: number }[] {
  const held = new Map(before.milestones.map(({ id, escrow }) => [id, escrow]));
  return after.flatMap(({ id, amount }) => {
    const rise = amount - (held.get(id) ?? 0);
    return (held.get(id) ?? 0) > 0 && rise > 0 ? [{ milestoneId: id, amount: rise }] : [];
  });
}

function carryOut(work: Work, item: MilestoneChangeItem, pointer: string): void {
  switch (item.op) {
    case 'add':
      return add(work, item, pointer);
    case 'edit':
      return edit(work, item, pointer);
    case 'remove':
      return remove(work, item, pointer);
    case 'reorder':
      return reorder(work, item, pointer);
  }
}

type Item<Op extends MilestoneChangeItem['op']> = Extract<MilestoneChangeItem, { op: Op }>;

function add(work: Work, item: Item<'add'>, pointer: string): void {
  const { currency, policy } = work.contract;
  work.faults.push(...amountFaults(item.amount, currency, policy, `${pointer}/amount`));
  const milestone = plannedMilestone(item, work.newId);
  work.milestones.push(milestone);
  work.events.push({
    type: 'milestone.added',
    data: { milestoneId: milestone.id, title: milestone.title, amount: item.amount },
  });
}

function edit(work: Work, item: Item<'edit'>, pointer: string): void {
  const { currency, policy } = work.contract;
  const milestone = work.milestones.find(({ id }) => id === item.milestoneId);
  if (!milestone) return refuse(work, `${pointer}/milestoneId`, 'unknown', 'There is no such milestone.');
  const amount = item.amount?.amount ?? milestone.amount;
  if (item.amount) work.faults.push(...amountFaults(item.amount, currency, policy, `${pointer}/amount`));
  if (milestone.state === 'submitted') {
    return refuse(work, `${pointer}/milestoneId`, 'in_review', 'Payment for this milestone is asked for.');
  }
  if (milestone.escrow > 0) {
    work.touchesFunded = true;
    fundedAmount(work, milestone, amount, `${pointer}/amount`);
  } else if (milestone.state !== 'planned') {
    return refuse(work, `${pointer}/milestoneId`, 'settled', 'This milestone is settled.');
  }
  const { title, description, dueOn } = item;
  const edited = {
    ...milestone,
    title: title ?? milestone.title,
    description: description ?? milestone.description,
    dueOn: dueOn === undefined ? milestone.dueOn : dueOn,
    amount,
  };
  work.milestones = work.milestones.map((each) => (each.id === milestone.id ? edited : each));
  const data = { milestoneId: milestone.id, title: edited.title, amount: { amount, currency } };
  work.events.push({ type: 'milestone.updated', data });
}

// What is held cannot become less than was promised; and only whoever pays on accepting can be asked for more.
function fundedAmount(work: Work, milestone: MilestoneRecord, amount: number, pointer: string): void {
  if (amount < milestone.escrow) {
    const message = 'A funded milestone cannot become smaller than what is held for it.';
    work.faults.push({ pointer, code: 'too_small', minimum: milestone.escrow, message });
  }
  if (amount > milestone.escrow && work.by === 'client') {
    refuse(work, pointer, 'funded', 'Only the freelancer can ask for more on a funded milestone.');
  }
}

function remove(work: Work, { milestoneId }: Item<'remove'>, pointer: string): void {
  const milestone = work.milestones.find(({ id }) => id === milestoneId);
  if (!milestone) return refuse(work, `${pointer}/milestoneId`, 'unknown', 'There is no such milestone.');
  if (milestone.state !== 'planned' || milestone.funded > 0) {
    return refuse(work, `${pointer}/milestoneId`, 'funded', 'Only a milestone that was not paid for can be removed.');
  }
  work.milestones = work.milestones.filter(({ id }) => id !== milestoneId);
  work.events.push({ type: 'milestone.removed', data: { milestoneId, title: milestone.title } });
}

/** The named milestones share the places they have now, in the new order; those that hold or held money stay put. */
function reorder(work: Work, { milestoneIds }: Item<'reorder'>, pointer: string): void {
  const wanted = new Set(milestoneIds);
  const known = work.milestones.filter(({ id }) => wanted.has(id));
  if (wanted.size !== milestoneIds.length || known.length !== wanted.size) {
    return refuse(work, `${pointer}/milestoneIds`, 'unknown', 'Name each milestone once.');
  }
  const byId = new Map(known.map((milestone) => [milestone.id, milestone]));
  const queue = milestoneIds.flatMap((id) => byId.get(id) ?? []);
  const before = work.milestones;
  const after = before.map((each) => (wanted.has(each.id) ? (queue.shift() ?? each) : each));
  const moved = after.some((each, place) => each !== before[place] && (each.state !== 'planned' || each.funded > 0));
  if (moved) {
    return refuse(work, `${pointer}/milestoneIds`, 'funded', 'Only milestones that were not paid for can be moved.');
  }
  work.milestones = after;
  work.events.push({ type: 'milestone.reordered', data: { milestoneIds: after.map(({ id }) => id) } });
}

function refuse(work: Work, pointer: string, code: string, message: string): void {
  work.faults.push({ pointer, code, message });
}
