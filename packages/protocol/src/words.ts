import type { ContractStatus } from './resources/contract.ts';
import type { MilestoneState } from './resources/milestone.ts';
import type { OfferedPaymentMethod } from './resources/money-preview.ts';

/** What the states of a contract are called in English, by every face of it. */
export const CONTRACT_STATE_WORDS: Readonly<Record<ContractStatus, string>> = {
  draft: 'Draft',
  pending_acceptance: 'Pending acceptance',
  pending_funding: 'Pending funding',
  active: 'Active',
  paused: 'Paused',
  ending: 'Ending: refund requested',
  in_dispute: 'In dispute',
  completed: 'Completed',
  cancelled: 'Cancelled',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

/** What the states of a milestone are called in English; `funded` is one that was paid in before its turn. */
export const MILESTONE_STATE_WORDS: Readonly<Record<MilestoneState | 'funded', string>> = {
  planned: 'Not funded',
  funded: 'Funded',
  active: 'Active & funded',
  submitted: 'Awaiting approval',
  changes_requested: 'Changes requested',
  paid: 'Paid',
  refunded: 'Refunded',
  in_dispute: 'In dispute',
};

/** What the cards of test mode are called in English, and what each does. */
export const TEST_CARD_WORDS: Readonly<
  Record<Exclude<OfferedPaymentMethod['kind'], 'page'>, readonly [label: string, help: string]>
> = {
  test_success: ['Card that works', 'The payment goes through at once'],
  test_declined: ['Card that is declined', 'The bank says no, nothing is charged'],
  test_confirmation: ['Card that asks you to confirm', 'The bank wants you to say yes first'],
  test_late: ['Card that answers late', 'The bank’s answer comes a little later'],
};

/** Why a charge failed, in English, by the provider's word for it; there are more words than these. */
export const CHARGE_FAILURE_WORDS: Readonly<Record<string, string>> = {
  authentication_required: 'The bank wants a confirmation, and none was given.',
  authorization_expired: 'The bank did not hold the money long enough.',
  card_declined: 'Your card was declined.',
  confirmation_refused: 'You did not confirm it with your bank.',
  expired: 'The payment was not finished in time.',
  expired_card: 'This card has expired.',
  generic_decline: 'Your bank declined the payment.',
  incorrect_cvc: 'The security code of the card is wrong.',
  insufficient_funds: 'There is not enough money on this card.',
  payment_intent_authentication_failure: 'The bank could not confirm that this is you.',
};
