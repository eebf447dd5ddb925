import type { ContractSummary } from '@handsel/protocol';
import { justBefore } from '../foundation/dates.ts';
import { shortName } from '../foundation/people.ts';
import type { Writing } from '../foundation/writing.ts';
import type { ContractListWords } from '../locales/en/contract-list.ts';

/** What is next, as a list says it: whose turn, the sentence with its date made strong, and a second line. */
export interface NextLine {
  readonly yours: boolean;
  /** The parts of the sentence; every second one is strong. */
  readonly parts: readonly string[];
  readonly second: string;
}

/** Says what is next for a contract, and whose turn it is. */
export function nextLine(contract: ContractSummary, words: ContractListWords, write: Writing): NextLine {
  const yours = contract.next.by === contract.viewer;
  const who = shortName(contract.viewer === 'freelancer' ? contract.client : contract.freelancer);
  const said = yours ? mine(contract, words, write, who) : theirs(contract, words, write, who);
  return { yours, parts: typeof said === 'string' ? [said] : said, second: second(contract, words, write) };
}

function mine({ next, origin, milestone }: ContractSummary, words: ContractListWords, write: Writing, who: string) {
  const day = next.until ? write.near(justBefore(next.until)) : '';
  switch (next.action) {
    case 'contracts.send':
      return origin === 'request' ? words.answerRequest(who) : words.checkAndSend;
    case 'contracts.accept':
      return day ? words.signBy(day) : words.sign;
    case 'contracts.fund':
      return day ? words.fundBy(day) : words.fund;
    case 'charges.retrieve':
      return words.confirmCharge;
    case 'paymentRequests.create':
      return milestone?.state === 'changes_requested' ? words.readNote(who) : words.work;
    case 'milestones.approve':
      return words.yourAnswer(day);
    case 'escrowRefunds.approve':
      return words.answerEnd(day);
    case 'milestoneChanges.create':
      return words.addNext;
    case 'milestoneChanges.accept':
      return words.answerChange;
    case 'milestoneChanges.withdraw':
      return words.takeBackChange;
    default:
      return '';
  }
}

function theirs(contract: ContractSummary, words: ContractListWords, write: Writing, who: string) {
  const { next, status } = contract;
  const day = next.until ? write.near(justBefore(next.until)) : '';
  switch (next.action) {
    case 'contracts.accept':
      return day ? words.offerEnds(day) : words.waitAccept(who);
    case 'contracts.fund':
      return status === 'pending_funding' ? words.waitFirstFunds(who) : words.waitNextFunds(who);
    case 'charges.retrieve':
      return words.theyConfirm(who);
    case 'paymentRequests.create':
      return words.theyWork(who);
    case 'milestones.approve':
      return words.theirAnswer(who, day);
    case 'escrowRefunds.approve':
      return words.theirEnd(who, day);
    case 'milestoneChanges.create':
      return words.theyAddNext;
    case 'milestoneChanges.accept':
    case 'milestoneChanges.withdraw':
      return words.theirChange(who);
    default:
      return still(contract, words, write);
  }
}

// Nobody's turn: it is over, or it waits for somebody outside.
function still({ status, endReason, updatedAt, escrow }: ContractSummary, words: ContractListWords, write: Writing) {
  if (status === 'active' || status === 'pending_funding') return words.checking;
  if (status === 'in_dispute' || status === 'paused')
    return escrow.amount > 0 ? words.inEscrow(write.money(escrow)) : '';
  return endReason ? words.quoted(endReason) : words.endedOn(write.day(updatedAt));
}

function second({ status, milestone, escrow }: ContractSummary, words: ContractListWords, write: Writing): string {
  if (status === 'ending') return words.inEscrow(write.money(escrow));
  const telling = (status === 'active' || status === 'paused') && milestone !== null && milestone.of > 1;
  return telling ? words.milestone(write.count(milestone.number), write.count(milestone.of)) : '';
}
