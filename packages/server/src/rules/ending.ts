import { addDays, type ContractStatus } from '@handsel/protocol';
import { needShare, needWords } from './faults.ts';
import { supersedeChange } from './milestone-changes.ts';
import { heldIn, inProgress, openRequest } from './milestones.ts';
import { firstOf, heldParts, release, returnHeld, settle } from './release.ts';
import type { Step } from './step.ts';

/** Ends it from the freelancer's side: what is held goes back at once. */
export function endByFreelancer(step: Step, reason: string): void {
  needWords(reason, '/reason');
  closeOpen(step);
  const returned = returnHeld(step);
  end(step, reason);
  sayEnded(step, 'freelancer', reason);
  step.mail('contract_ended', 'client', { reason, paid: step.contract.paid, returned });
}

/** Ends it from the client's side, paying all, part or nothing of what is held. */
export function endByClient(step: Step, reason: string, pay: number): void {
  needWords(reason, '/reason');
  needShare(pay, { minimum: 0, maximum: heldIn(step.contract) }, '/pay');
  const open = openRequest(step.contract);
  const { amount, net } = release(step, firstOf(heldParts(step.contract), pay));
  for (const { id, escrow, released } of step.contract.milestones) {
    const settled = step.milestone(id).state === 'paid';
    if (!settled && escrow === 0 && released > 0) settle(step, id);
  }
  closeOpen(step, open !== null && step.milestone(open.milestoneId).state === 'paid' ? 'paid' : 'cancelled');
  if (amount > 0) step.mail('payment_approved', 'freelancer', { amount, net, comment: null, milestone: null });
  if (heldIn(step.contract) > 0) return askForRest(step, reason);
  end(step, reason);
  sayEnded(step, 'client', reason);
  step.mail('contract_ended', 'freelancer', { reason, paid: step.contract.paid, returned: 0 });
}

/** Asks the freelancer whether what is still held may go back; silence means yes. */
export function askForRest(step: Step, reason: string | null): void {
  const { contract, context } = step;
  const amount = heldIn(contract);
  const dueAt = addDays(context.now, contract.policy.escrowRefundReplyDays);
  step.change({
    status: 'ending',
    endReason: reason,
    escrowRefund: { amount, requestedAt: context.now, dueAt },
    expiresAt: dueAt,
  });
  step.tell('contract.end_requested', { reason });
  step.tell('escrow_refund.requested', { amount: step.money(amount), dueAt });
  step.mail('end_requested', 'freelancer', { amount, dueAt, reason });
}

/** Gives what is held back: the freelancer agreed, or did not answer in time. */
export function returnEscrow(step: Step): void {
  const { contract, context } = step;
  const agreed = context.actor.role === 'freelancer';
  const amount = step.money(heldIn(contract));
  step.tell(agreed ? 'escrow_refund.approved' : 'escrow_refund.auto_approved', { amount });
  const returned = returnHeld(step);
  const reason = contract.endReason;
  end(step, reason);
  sayEnded(step, 'client', reason);
  if (!agreed) step.mail('contract_ended', 'freelancer', { reason, paid: step.contract.paid, returned });
}

/** Objects to the return: what is held stays held. */
export function openDispute(step: Step, statement: string): void {
  needWords(statement, '/statement');
  const amount = heldIn(step.contract);
  for (const { id, escrow } of step.contract.milestones) {
    if (escrow > 0) step.changeMilestone(id, { state: 'in_dispute' });
  }
  step.change({ status: 'in_dispute', expiresAt: null });
  step.tell('dispute.opened', { statement, amount: step.money(amount) });
  step.mail('dispute_opened', 'client', { statement, amount });
}

/** Completes a contract whose last milestone is paid. What was carried over until now goes back. */
export function complete(step: Step): void {
  closeOpen(step);
  returnHeld(step);
  end(step, null);
  const { paid, returned } = step.contract;
  step.tell('contract.completed', { paid: step.money(paid), returned: step.money(returned) });
  step.mail('contract_completed_client', 'client', { paid });
}

/** Closes what waits for an answer that can no longer come. */
export function closeOpen(step: Step, requestBecomes: 'paid' | 'cancelled' = 'cancelled'): void {
  const request = openRequest(step.contract);
  if (request) {
    step.change({ paymentRequest: { ...request, state: requestBecomes, decidedAt: step.context.now } });
  }
  for (const { id } of inProgress(step.contract)) {
    step.changeMilestone(id, { state: 'active', autoReleaseAt: null });
  }
  supersedeChange(step);
}

function end(step: Step, reason: string | null): void {
  const status: ContractStatus = step.contract.paid > 0 ? 'completed' : 'cancelled';
  step.change({ status, endReason: reason, endedAt: step.context.now, expiresAt: null, holdReason: null });
}

function sayEnded(step: Step, by: 'freelancer' | 'client', reason: string | null): void {
  const { paid, returned, status } = step.contract;
  step.tell('contract.ended', { by, reason, status, paid: step.money(paid), returned: step.money(returned) });
}
