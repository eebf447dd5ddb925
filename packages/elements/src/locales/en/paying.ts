import type { OfferedPaymentMethod } from '@handsel/protocol';

/** How a client pays, and what came of it. */
export const payingWords = {
  payWith: 'Pay with',
  testCards: 'Test cards, no real money',
  cards: {
    test_success: ['Card that works', 'The payment goes through at once'],
    test_declined: ['Card that is declined', 'The bank says no, nothing is charged'],
    test_confirmation: ['Card that asks you to confirm', 'The bank wants you to say yes first'],
    test_late: ['Card that answers late', 'The bank’s answer comes a little later'],
  } as Readonly<Record<Exclude<OfferedPaymentMethod['kind'], 'page'>, readonly [label: string, help: string]>>,
  payOnPage: (provider: string) => `You pay on ${provider}’s secure page and come back here.`,
  payField: 'The card field of your payment provider belongs here. This page has none.',
  payFieldMissing: 'This page has no card field. Nothing was charged. Open the contract on its own page and pay there.',

  // How the charge went.
  checking: 'Payment is being checked',
  checkingTitle: (amount: string) => `${amount} is on its way`,
  checkingText:
    'Your bank has not answered yet. Nothing is charged twice: there is nothing you have to do. This page tells you when it is done.',
  checkingPlain: 'A payment is being checked',
  confirmTitle: (amount: string) => `Confirm ${amount} with your bank`,
  confirmText: 'Your bank wants to know that this is you. Until you say yes there, nothing is charged.',
  confirmNow: 'Confirm with your bank',
  open: 'Payment is open',
  pageTitle: (amount: string, provider: string) => `Pay ${amount} on ${provider}’s page`,
  pageText: 'Nothing is charged until you pay there; then you come back here.',
  pageNow: (provider: string) => `Go to ${provider}’s secure page`,
  leaveIt: 'If you leave it, it ends by itself after a while, and you can start again.',
  failed: 'Nothing was charged',
  failedText: (why: string) => `${why} Try another card or ask your bank.`,
  failedLate: (why: string) => `${why} You can start again.`,
  failures: {
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
  } as Readonly<Record<string, string>>,
  failedUnknown: 'The payment did not go through.',
};
