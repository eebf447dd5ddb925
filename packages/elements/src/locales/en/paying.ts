import { CHARGE_FAILURE_WORDS, TEST_CARD_WORDS } from '@handsel/protocol/words';

/** How a client pays, and what came of it. */
export const payingWords = {
  payWith: 'Pay with',
  testCards: 'Test cards, no real money',
  cards: TEST_CARD_WORDS,
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
  failures: CHARGE_FAILURE_WORDS,
  failedUnknown: 'The payment did not go through.',
};
