import { justBefore } from '../foundation/dates.ts';
import { type NextStep, stepMilestone, type Telling } from './next-step.ts';

/** What is next for the client. Signing and money are the review's; here is only the way there. */
export function clientStep(told: Telling): NextStep {
  const { contract, words, write, who } = told;
  const { next, nextClient } = words;
  switch (contract.status) {
    case 'draft':
      return { title: words.contractStates.draft, text: '' };
    case 'pending_acceptance': {
      const primary = { action: 'contracts.accept', label: nextClient.offeredPress };
      return { title: nextClient.offered(who), text: nextClient.offeredText, primary };
    }
    case 'pending_funding':
    case 'active':
      return runningStep(told);
    case 'paused':
      return { title: next.paused, text: next.pausedText };
    case 'ending': {
      const until = contract.next.until ?? contract.expiresAt;
      const amount = write.money(contract.figures.escrow);
      return { title: nextClient.ending, text: until ? nextClient.endingText(who, amount, write.moment(until)) : '' };
    }
    case 'in_dispute':
      return { title: next.dispute, text: next.disputeText(write.money(contract.figures.escrow)) };
    case 'completed':
    case 'cancelled':
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return overStep(told);
  }
}

function runningStep(told: Telling): NextStep {
  const { contract, words, write, who } = told;
  const { next, nextClient } = words;
  const milestone = stepMilestone(contract);
  const escrow = write.money(milestone?.escrow ?? contract.figures.escrow);
  switch (contract.next.action) {
    case 'contracts.fund': {
      const amount = write.money(milestone?.amount ?? contract.figures.unfunded);
      const primary = { action: 'contracts.fund', label: nextClient.fundPress };
      return { title: nextClient.fund(amount), text: nextClient.fundText(who), primary };
    }
    case 'charges.retrieve': {
      const primary = { action: 'contracts.fund', label: nextClient.confirmPress };
      return { title: nextClient.confirm, text: nextClient.confirmText, primary };
    }
    case 'paymentRequests.create': {
      const asked = milestone?.state === 'changes_requested';
      const text = asked ? nextClient.youAskedText(escrow, who) : nextClient.worksText(escrow, who);
      return { title: nextClient.works(who, milestone?.title ?? contract.title), text };
    }
    case 'milestones.approve':
      return asksStep(told);
    case 'milestoneChanges.create':
      return { title: nextClient.addNext, text: nextClient.addNextText(who) };
    case 'milestoneChanges.accept':
    case 'milestoneChanges.withdraw':
      return {
        title: nextClient.addNext,
        text: contract.next.by === 'client' ? words.changeYou : words.changeWaits(who),
      };
    default:
      return { title: next.checking, text: nextClient.checkingText };
  }
}

function asksStep({ contract, words, write, who }: Telling): NextStep {
  const { nextClient } = words;
  const request = contract.paymentRequest;
  const amount = write.money(request?.amount ?? contract.figures.escrow);
  const text = contract.next.until ? nextClient.asksText(who, write.moment(contract.next.until)) : '';
  const primary = { action: 'milestones.approve', label: nextClient.asksPress };
  return { title: nextClient.asks(who, amount), text, quote: request?.note ?? '', primary };
}

function overStep({ contract, words, write, who }: Telling): NextStep {
  const { next, nextClient } = words;
  const day = write.day(contract.endedAt ?? contract.updatedAt);
  const quote = contract.endReason ?? '';
  switch (contract.status) {
    case 'completed': {
      const text = nextClient.completedText(contract.title, day);
      return { title: write.money(contract.figures.paid), paid: true, text, quote };
    }
    case 'declined':
      return { title: nextClient.declined, text: next.declinedText(day), quote };
    case 'withdrawn':
      return { title: nextClient.withdrawn(who), text: next.withdrawnText(day) };
    case 'expired':
      return {
        title: next.expired,
        text: next.expiredText(write.day(justBefore(contract.endedAt ?? contract.updatedAt))),
      };
    default:
      return { title: next.cancelled, text: next.cancelledText(day), quote };
  }
}
