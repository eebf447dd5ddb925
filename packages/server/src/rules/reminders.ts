import type { Command } from './command.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Step } from './step.ts';

/** Reminds whoever must act before a deadline; says nothing about one that is gone. */
export function remind(step: Step, { kind, hours }: Omit<Extract<Command, { name: 'clock.remind' }>, 'name'>): void {
  const deadline = deadlinesOf(step.contract).find((each) => each.kind === kind);
  if (!deadline) return;
  const { at, milestoneId } = deadline;
  const milestone = milestoneId === null ? null : step.milestone(milestoneId);
  step.tell('deadline.approaching', { kind, at, hours, milestoneId });
  const facts = { at, hours, milestone: milestone?.title ?? null };
  switch (kind) {
    case 'offer':
      return step.mail('deadline_offer', 'client', facts);
    case 'funding':
      return step.mail('deadline_funding', 'client', facts);
    case 'review':
      return step.mail('deadline_review', 'client', { ...facts, amount: milestone?.escrow ?? 0 });
    case 'refund':
      return step.mail('deadline_refund', 'freelancer', { ...facts, amount: step.contract.escrowRefund?.amount ?? 0 });
  }
}
