import { addDays, type MilestoneId } from '@handsel/protocol';
import type { Command } from './command.ts';
import { askForRest, closeOpen, complete } from './ending.ts';
import { needShare, needWords } from './faults.ts';
import { activateNext } from './funding.ts';
import { heldIn, inProgress, openRequest, unsettled } from './milestones.ts';
import { carryOver, release, settle } from './release.ts';
import type { PaymentRequestRecord } from './state.ts';
import type { Step } from './step.ts';

/** Asks for what is held for a milestone; from now on the client has so many days to answer. */
export function requestPayment(step: Step, milestoneId: MilestoneId, note: string | undefined): void {
  const { contract, context } = step;
  const { title, escrow: amount } = step.milestone(milestoneId);
  const decideBy = addDays(context.now, contract.policy.reviewDays);
  const id = context.newId('prq');
  step.change({
    paymentRequest: {
      id,
      milestoneId,
      amount,
      note: note ?? '',
      state: 'sent',
      sentAt: context.now,
      // The mail is in the outbox by the same transaction.
      emailedAt: context.now,
      viewedAt: null,
      decidedAt: null,
      answer: null,
    },
  });
  step.changeMilestone(milestoneId, { state: 'submitted', submittedAt: context.now, autoReleaseAt: decideBy });
  step.tell('milestone.submitted', {
    milestoneId,
    title,
    paymentRequestId: id,
    amount: step.money(amount),
    note: note ?? '',
    decideBy,
  });
  step.mail('payment_requested', 'client', { amount, milestone: title, note: note || null, decideBy });
  step.mail('payment_request_sent', 'freelancer', { amount, milestone: title, decideBy });
}

/** Takes a request back before it is answered. */
export function withdrawRequest(step: Step): void {
  const request = answer(step, { state: 'withdrawn' });
  if (!request) return;
  const { milestoneId } = request;
  step.changeMilestone(milestoneId, { state: 'active', submittedAt: null, autoReleaseAt: null });
  step.tell('milestone.submission_withdrawn', { milestoneId, title: step.milestone(milestoneId).title });
}

/** Notes that the client has seen a request; once is enough. */
export function viewRequest(step: Step): void {
  const { paymentRequest } = step.contract;
  if (paymentRequest?.state !== 'sent') return;
  step.change({ paymentRequest: { ...paymentRequest, state: 'viewed', viewedAt: step.context.now } });
  step.tell('payment_request.viewed', { paymentRequestId: paymentRequest.id });
}

/** Asks for something to be different; the money stays held. */
export function requestChanges(step: Step, note: string): void {
  needWords(note, '/note');
  const request = answer(step, { state: 'changes_requested', answer: note });
  if (!request) return;
  const { milestoneId } = request;
  const { title, escrow: amount } = step.milestone(milestoneId);
  step.changeMilestone(milestoneId, { state: 'changes_requested', autoReleaseAt: null });
  step.tell('milestone.changes_requested', { milestoneId, title, note });
  step.mail('changes_requested', 'freelancer', { milestone: title, amount, note });
}

type Approval = Omit<Extract<Command, { name: 'milestones.approve' }>, 'name'>;

/** Releases what is held for a milestone, all or less. */
export function approve(step: Step, { milestoneId, amount, comment, underpaymentReason, end }: Approval): void {
  const { title, escrow } = step.milestone(milestoneId);
  needShare(amount, { minimum: 1, maximum: escrow }, '/amount');
  const lessBecause = amount < escrow ? needWords(underpaymentReason, '/underpaymentReason') : null;
  if (openRequest(step.contract)?.milestoneId === milestoneId) answer(step, { state: 'paid' });
  step.tell('milestone.approved', {
    milestoneId,
    title,
    amount: step.money(amount),
    comment: comment || null,
    underpaymentReason: lessBecause,
  });
  const { net } = release(step, [{ milestoneId, amount }]);
  step.mail('payment_approved', 'freelancer', { milestone: title, amount, net, comment: comment || lessBecause });
  goOn(step, milestoneId, end, lessBecause);
}

/** Releases all that is held for a milestone, because nobody answered in time. */
export function autoRelease(step: Step, milestoneId: MilestoneId): void {
  const { title, escrow: amount } = step.milestone(milestoneId);
  if (openRequest(step.contract)?.milestoneId === milestoneId) answer(step, { state: 'auto_paid' });
  step.tell('milestone.auto_approved', { milestoneId, title, amount: step.money(amount) });
  const { net } = release(step, [{ milestoneId, amount }]);
  step.mail('payment_auto_approved', 'freelancer', { milestone: title, amount, net });
  goOn(step, milestoneId, undefined, null);
}

/** After a payment the contract goes on with the next milestone, or ends: as the client says, else as is usual. */
function goOn(step: Step, milestoneId: MilestoneId, wish: boolean | undefined, lessBecause: string | null): void {
  const others = unsettled(step.contract).filter(({ id }) => id !== milestoneId);
  const ends = wish ?? (others.length === 0 && step.contract.policy.autoComplete);
  const rest = step.milestone(milestoneId).escrow;
  if (!ends) carryOver(step, milestoneId);
  if (!ends || rest === 0) settle(step, milestoneId);
  if (!ends) return next(step);
  const owed = heldIn(step.contract) - step.contract.carried;
  if (owed === 0) return complete(step);
  // Less than was promised: the freelancer is asked before it goes back, as when the client ends with money held.
  closeOpen(step);
  askForRest(step, lessBecause);
}

function next(step: Step): void {
  activateNext(step);
  if (inProgress(step.contract).length === 0) step.tell('contract.awaiting_next');
}

function answer(
  step: Step,
  fields: Pick<PaymentRequestRecord, 'state'> & Partial<PaymentRequestRecord>,
): PaymentRequestRecord | null {
  const request = openRequest(step.contract);
  if (request) step.change({ paymentRequest: { ...request, decidedAt: step.context.now, ...fields } });
  return request;
}
