import type { Contract, Milestone, Money } from '@handsel/protocol';
import { justBefore } from '../foundation/dates.ts';
import { fullName, shortName } from '../foundation/people.ts';
import type { Writing } from '../foundation/writing.ts';
import type { WorkroomWords } from '../locales/en/workroom.ts';

/** A button of the next step: the operation it stands for, and its label. */
export interface StepButton {
  readonly action: string;
  readonly label: string;
}

/** What is next, in a sentence with its consequence, and at most one primary button. */
export interface NextStep {
  readonly title: string;
  readonly text: string;
  /** What the other side wrote. */
  readonly quote?: string;
  readonly primary?: StepButton;
  readonly second?: StepButton;
  /** The primary is the Request Payment element, with its own dialog and reasons. */
  readonly asks?: boolean;
  /** A warning that comes before everything else. */
  readonly stop?: boolean;
  /** The title is a sum that was paid. */
  readonly paid?: boolean;
}

/** What the sentences are made of. */
export interface Telling {
  readonly contract: Contract;
  readonly words: WorkroomWords;
  readonly write: Writing;
  /** The other side, as a sentence calls it. */
  readonly who: string;
}

/** The milestone that is next, else the current one. */
export function stepMilestone({ milestones, next, currentMilestoneId }: Contract): Milestone | undefined {
  const id = next.milestoneId ?? currentMilestoneId;
  return milestones.find((milestone) => milestone.id === id);
}

/** The sentences of the one who reads. */
export function telling(contract: Contract, words: WorkroomWords, write: Writing): Telling {
  const who = shortName(contract.viewer === 'freelancer' ? contract.client : contract.freelancer, words.client);
  return { contract, words, write, who };
}

/** What is next for the freelancer. */
export function freelancerStep(told: Telling): NextStep {
  const { contract, words, write, who } = told;
  const { next } = words;
  switch (contract.status) {
    case 'draft':
      return draftStep(told);
    case 'pending_acceptance': {
      const until = contract.expiresAt ? ` ${next.offeredUntil(write.day(justBefore(contract.expiresAt)))}` : '';
      const text = next.offeredText(fullName({ ...contract.client, name: null, company: null }, who)) + until;
      return { title: next.offered, text, second: button(told, 'contracts.resend') };
    }
    case 'pending_funding':
    case 'active':
      return workStep(told);
    case 'paused':
      return { title: next.paused, text: next.pausedText, stop: true };
    case 'ending':
      return endingStep(told);
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

/** A button whose label is that of the menu. */
export function button({ words, who }: Telling, action: string): StepButton {
  return { action, label: words.items[action]?.(who) ?? action };
}

function draftStep(told: Telling): NextStep {
  const { contract, words, who } = told;
  const { next } = words;
  const primary = button(told, 'contracts.send');
  if (contract.origin === 'request') return { title: next.requested(who), text: next.requestedText, primary };
  return { title: next.draft, text: next.draftText(contract.client.email ?? who), primary };
}

function workStep(told: Telling): NextStep {
  const { contract, words, who } = told;
  const { next } = words;
  const milestone = stepMilestone(contract);
  switch (contract.next.action) {
    case 'contracts.fund':
      return unfundedStep(told, milestone);
    case 'charges.retrieve':
      return { title: next.confirming(who), text: next.confirmingText(who), stop: true };
    case 'paymentRequests.create':
      return askStep(told, milestone);
    case 'milestones.approve':
      return askedStep(told);
    case 'milestoneChanges.create': {
      const primary = { action: 'milestoneChanges.create', label: next.addNextPress };
      return { title: next.addNext, text: next.addNextText(who), primary };
    }
    case 'milestoneChanges.withdraw': {
      const mine = contract.milestoneChange?.by === contract.viewer;
      const waits = { title: next.addNext, text: words.changeWaits(who) };
      const primary = button(told, 'milestoneChanges.withdraw');
      return mine ? { title: next.takeBackChange, text: next.takeBackChangeText, primary } : waits;
    }
    case 'milestoneChanges.accept':
      return {
        title: next.addNext,
        text: contract.next.by === contract.viewer ? words.changeYou : words.changeWaits(who),
      };
    default:
      return { title: next.checking, text: next.checkingText(who), stop: true };
  }
}

function askedStep({ contract, words, write, who }: Telling): NextStep {
  const { next, paymentRequest } = contract;
  const title = words.next.asked(who);
  if (!paymentRequest || next.until === null) return { title, text: '', asks: true };
  return {
    title,
    text: words.next.askedText(who, write.money(paymentRequest.net), write.moment(next.until)),
    asks: true,
  };
}

function unfundedStep({ contract, words, write, who }: Telling, milestone: Milestone | undefined): NextStep {
  const { next } = words;
  const amount = write.money(milestone?.amount ?? contract.figures.unfunded);
  if (contract.status === 'active') {
    return { title: next.doNotStart, text: next.nextUnfunded(who, milestone?.title ?? '', amount), stop: true };
  }
  const signed = contract.acceptedAt ? write.day(contract.acceptedAt) : '';
  const until = contract.expiresAt ? ` ${next.unfundedUntil(write.moment(contract.expiresAt))}` : '';
  return { title: next.doNotStart, text: next.unfundedText(who, signed, amount) + until, stop: true };
}

function askStep({ contract, words, write, who }: Telling, milestone: Milestone | undefined): NextStep {
  const { next } = words;
  const amount = write.money(held(contract, milestone));
  const days = words.days(contract.policy.reviewDays);
  const title = milestone?.title ?? contract.title;
  if (milestone?.state !== 'changes_requested') {
    return { title: next.finished(title), text: next.finishedText(amount, who, days), asks: true };
  }
  const request = contract.paymentRequest;
  const quote = request?.milestoneId === milestone.id ? (request.answer ?? '') : '';
  return { title: next.changes(who, title), text: next.changesText(amount, days), quote, asks: true };
}

function held(contract: Contract, milestone: Milestone | undefined): Money {
  return milestone?.escrow ?? contract.figures.escrow;
}

function endingStep(told: Telling): NextStep {
  const { contract, words, write, who } = told;
  const amount = write.money(contract.figures.escrow);
  const until = contract.next.until ?? contract.expiresAt;
  return {
    title: words.next.ending(who, amount),
    text: until ? words.next.endingText(write.moment(until)) : '',
    quote: contract.endReason ?? '',
    primary: { action: 'escrowRefunds.approve', label: words.next.endingPress(amount) },
    second: { action: 'disputes.open', label: words.next.object },
  };
}

function overStep({ contract, words, write, who }: Telling): NextStep {
  const { next } = words;
  const day = write.day(contract.endedAt ?? contract.updatedAt);
  const quote = contract.endReason ?? '';
  switch (contract.status) {
    case 'completed': {
      const { received, paid } = contract.figures;
      const text = next.completedText(write.money(received ?? paid), day, contract.title);
      return { title: write.money(paid), paid: true, text, quote };
    }
    case 'declined':
      return { title: next.declined(who), text: next.declinedText(day), quote };
    case 'withdrawn':
      return { title: next.withdrawn, text: next.withdrawnText(day) };
    case 'expired':
      return {
        title: next.expired,
        text: next.expiredText(write.day(justBefore(contract.endedAt ?? contract.updatedAt))),
      };
    default:
      return { title: next.cancelled, text: next.cancelledText(day), quote };
  }
}
