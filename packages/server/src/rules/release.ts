import type { MilestoneId } from '@handsel/protocol';
import { carryEntry, type Part, payBackEntry, releaseEntry, returnedFee, returnEntry, splitRelease } from './ledger.ts';
import { heldIn } from './milestones.ts';
import type { ContractRecord, MilestoneRecord } from './state.ts';
import type { Step } from './step.ts';

/** Releases what is held to the freelancer, part by part, as one payment with one fee. */
export function release(step: Step, parts: readonly Part[]): { readonly amount: number; readonly net: number } {
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const { fee, net } = splitRelease(step.contract, amount);
  if (amount === 0) return { amount, net };
  step.post(releaseEntry(step.contract, parts));
  for (const part of parts) {
    if (part.milestoneId === null) spendCarried(step, part.amount, 'released');
    else takeFrom(step, part.milestoneId, part.amount, 'released');
  }
  const { paid, fees } = step.contract;
  step.change({ paid: paid + amount, fees: fees + fee });
  step.order('transfer', net);
  step.tell('payment.released', {
    milestoneId: parts.length === 1 ? (parts[0]?.milestoneId ?? null) : null,
    // Without the fee: both sides read events, and what the freelancer is left with is not the client's business.
    amount: step.money(amount),
  });
  return { amount, net };
}

/** Keeps what was not approved for the next milestone. */
export function carryOver(step: Step, milestoneId: MilestoneId): void {
  const { escrow } = step.milestone(milestoneId);
  if (escrow === 0) return;
  step.post(carryEntry(milestoneId, escrow));
  takeFrom(step, milestoneId, escrow, 'carriedOut');
  step.change({ carried: step.contract.carried + escrow });
  step.tell('escrow.carried', { milestoneId, amount: step.money(escrow) });
}

/** Gives everything that is still held back to the client. Answers how much that was, fees included. */
export function returnHeld(step: Step): number {
  const parts = heldParts(step.contract);
  const held = heldIn(step.contract);
  if (held === 0) return 0;
  const clientFee = returnedFee(step.contract, held, step.contract.paid + held);
  const amount = held + clientFee;
  step.post(returnEntry(parts, clientFee));
  step.post(payBackEntry(amount));
  for (const part of parts) {
    if (part.milestoneId === null) spendCarried(step, part.amount, 'refunded');
    else refund(step, part.milestoneId, part.amount);
  }
  const { returned, clientFees } = step.contract;
  step.change({ returned: returned + amount, clientFees: clientFees - clientFee });
  step.order('refund', amount);
  step.tell('escrow.returned', { amount: step.money(amount) });
  step.mail('escrow_returned', 'client', { amount });
  return amount;
}

/** All that is held, part by part, in the order in which it is spent: what is worked on, what is planned, the carry. */
export function heldParts({ milestones, carried }: ContractRecord): Part[] {
  const holding = milestones.filter(({ escrow }) => escrow > 0);
  const parts: Part[] = holding.map(({ id, escrow }) => ({ milestoneId: id, amount: escrow }));
  return carried > 0 ? [...parts, { milestoneId: null, amount: carried }] : parts;
}

/** The first so much of what is held. */
export function firstOf(parts: readonly Part[], amount: number): Part[] {
  let left = amount;
  return parts.flatMap((part) => {
    const taken = Math.min(left, part.amount);
    left -= taken;
    return taken > 0 ? [{ ...part, amount: taken }] : [];
  });
}

function refund(step: Step, milestoneId: MilestoneId, amount: number): void {
  takeFrom(step, milestoneId, amount, 'refunded');
  const { title, released } = step.milestone(milestoneId);
  if (released > 0) return settle(step, milestoneId);
  step.changeMilestone(milestoneId, { state: 'refunded', autoReleaseAt: null });
  step.tell('milestone.refunded', { milestoneId, title, amount: step.money(amount) });
}

/** Marks a milestone as paid: nothing more is held for it. */
export function settle(step: Step, milestoneId: MilestoneId): void {
  const { title, released } = step.milestone(milestoneId);
  step.changeMilestone(milestoneId, { state: 'paid', paidAt: step.context.now, autoReleaseAt: null });
  step.tell('milestone.paid', { milestoneId, title, amount: step.money(released) });
}

type Sink = 'released' | 'refunded' | 'carriedOut';

function takeFrom(step: Step, milestoneId: MilestoneId, amount: number, sink: Sink): void {
  const milestone = step.milestone(milestoneId);
  step.changeMilestone(milestoneId, { escrow: milestone.escrow - amount, [sink]: milestone[sink] + amount });
}

// What was carried over came from milestones; where it ends is noted there, newest first, so that each adds up.
function spendCarried(step: Step, amount: number, sink: 'released' | 'refunded'): void {
  let left = amount;
  for (const { id, carriedOut } of [...step.contract.milestones].reverse()) {
    const taken = Math.min(left, carriedOut);
    if (taken === 0) continue;
    const milestone: MilestoneRecord = step.milestone(id);
    step.changeMilestone(id, { carriedOut: carriedOut - taken, [sink]: milestone[sink] + taken });
    left -= taken;
  }
  step.change({ carried: step.contract.carried - amount });
}
