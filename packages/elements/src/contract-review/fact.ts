import type { Contract } from '@handsel/protocol';
import type { Writing } from '../foundation/writing.ts';
import type { ContractReviewWords } from '../locales/en/contract-review.ts';
import type { Command, Outcome } from './command.ts';
import {
  ChangesRequestedEvent,
  ContractAcceptedEvent,
  ContractDeclinedEvent,
  ContractEndedEvent,
  ContractFundedEvent,
  MilestoneApprovedEvent,
  MilestoneChangeDecidedEvent,
} from './events.ts';

/** What a command has done, in words. Empty where a charge is not decided yet: nothing is said before it is true. */
export function factOf(
  command: Command,
  { contract, charge }: Outcome,
  words: ContractReviewWords,
  write: Writing,
  who: string,
): string {
  switch (command.name) {
    case 'contracts.accept':
      return words.didSign(who);
    case 'contracts.decline':
      return words.didDecline;
    case 'contracts.cancel':
      return words.didCancel;
    case 'contracts.fund':
      return charge?.status === 'succeeded' ? words.didFund(write.money(contract.figures.escrow), who) : '';
    case 'milestones.approve':
      return words.didApprove(write.money(command.input.amount), who);
    case 'paymentRequests.requestChanges':
      return words.didAsk(who);
    case 'contracts.endByClient':
      return words.didEnd;
    case 'milestoneChanges.accept':
      return contract.chargePending ? '' : words.didAcceptChange;
    case 'milestoneChanges.reject':
      return words.didRejectChange;
  }
}

/** The event that tells the page; none while a charge is not decided. */
export function factEvent(command: Command, contract: Contract): Event | undefined {
  switch (command.name) {
    case 'contracts.accept':
      return new ContractAcceptedEvent(contract);
    case 'contracts.decline':
      return new ContractDeclinedEvent(contract);
    case 'contracts.fund':
      return contract.chargePending ? undefined : new ContractFundedEvent(contract);
    case 'milestones.approve':
      return new MilestoneApprovedEvent(contract);
    case 'paymentRequests.requestChanges':
      return new ChangesRequestedEvent(contract);
    case 'contracts.cancel':
    case 'contracts.endByClient':
      return new ContractEndedEvent(contract);
    case 'milestoneChanges.accept':
      return contract.chargePending ? undefined : new MilestoneChangeDecidedEvent(contract);
    case 'milestoneChanges.reject':
      return new MilestoneChangeDecidedEvent(contract);
  }
}

/** Where a contract stands, as far as a fact depends on it: what is said of an earlier stand is no longer news. */
export function standOf({ status, milestones, paymentRequest, milestoneChange, chargePending }: Contract): string {
  const states = milestones.map(({ state }) => state);
  return JSON.stringify([
    status,
    states,
    paymentRequest?.id,
    milestoneChange?.id,
    milestoneChange?.state,
    chargePending,
  ]);
}
