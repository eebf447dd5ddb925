import { type MilestoneChangeDraft, Refusal, type Role } from '@handsel/protocol';
import { raisedParts, type Revision, reviseMilestones } from './change-items.ts';
import type { RuleContext } from './decision.ts';
import { refuseFaults } from './faults.ts';
import type { ContractRecord, MilestoneChangeRecord } from './state.ts';
import type { Step } from './step.ts';

/** Changes milestones at once where only the client's own plans are touched; else proposes it to the other side. */
export function proposeChange(step: Step, { items, note }: MilestoneChangeDraft, by: Role): void {
  const { contract, context } = step;
  const revision = reviseMilestones(contract, items, by, context.newId);
  refuseFaults(revision.faults);
  if (by === 'client' && !revision.touchesFunded) return write(step, revision);
  const id = context.newId('mcr');
  step.change({
    milestoneChange: {
      id,
      by,
      items,
      note: note ?? '',
      state: 'open',
      createdAt: context.now,
      decidedAt: null,
    },
  });
  step.tell('milestone_change.requested', { milestoneChangeId: id, by, items, note: note ?? '' });
  step.mail('change_requested', other(by), { note: note ?? null });
}

/** What the open proposal makes of the contract, as it is by now. */
export function openRevision(contract: ContractRecord, newId: RuleContext['newId']) {
  const change = openChange(contract);
  const revision = reviseMilestones(contract, change.items, change.by, newId);
  // The charts let nobody agree to what no longer fits, and nothing moves while it is paid for.
  if (revision.faults.length > 0) throw new Error(`The change ${change.id} no longer fits the contract.`);
  return { change, revision, raised: raisedParts(contract, revision.milestones) };
}

/** Carries the open proposal out, and says so. */
export function concludeChange(step: Step): void {
  const { change, revision } = openRevision(step.contract, step.context.newId);
  decideChange(step, change, 'accepted');
  step.tell('milestone_change.accepted', { milestoneChangeId: change.id });
  write(step, revision);
  step.mail('change_accepted', change.by);
}

/** Refuses the open proposal. */
export function rejectChange(step: Step, reason: string | undefined): void {
  const change = openChange(step.contract);
  decideChange(step, change, 'rejected');
  step.tell('milestone_change.rejected', { milestoneChangeId: change.id, reason: reason || null });
  step.mail('change_rejected', change.by, { reason: reason || null });
}

/** Takes the open proposal back. */
export function withdrawChange(step: Step): void {
  const change = openChange(step.contract);
  decideChange(step, change, 'withdrawn');
  step.tell('milestone_change.withdrawn', { milestoneChangeId: change.id });
}

/** Lets an open proposal go when the contract it is about ends. */
export function supersedeChange(step: Step): void {
  const { milestoneChange } = step.contract;
  if (milestoneChange?.state === 'open') decideChange(step, milestoneChange, 'superseded');
}

function openChange({ milestoneChange }: ContractRecord): MilestoneChangeRecord {
  if (milestoneChange?.state !== 'open') throw new Refusal('WRONG_STATE');
  return milestoneChange;
}

function decideChange(step: Step, change: MilestoneChangeRecord, state: MilestoneChangeRecord['state']): void {
  step.change({ milestoneChange: { ...change, state, decidedAt: step.context.now } });
}

function write(step: Step, { milestones, events }: Revision): void {
  step.change({ milestones });
  for (const { type, data } of events) step.tell(type, data);
}

function other(role: Role): Role {
  return role === 'client' ? 'freelancer' : 'client';
}
