import { amountWords } from './amounts.ts';

/** What the form says from the first press on: faults, later steps, what was sent. Figures and dates come written. */
export const contractFormLaterWords = {
  ...amountWords,
  optional: '(optional)',
  count: (used: string, most: string) => `${used} of ${most}`,
  days: (count: string) => `${count}\u00a0days`,
  day: '1\u00a0day',

  restored: (when: string) => `Restored from ${when}.`,

  // What is wrong with a field.
  faultList: (count: string) => `${count} fields need you`,
  emailMissing: 'Enter your client’s e-mail address.',
  ownEmailMissing: 'Enter your e-mail address.',
  emailWrong: 'Enter an e-mail address like name@company.com.',
  ownAddress: 'This is your own address. Enter your client’s.',
  theirAddress: 'This is the freelancer’s own address. Enter yours.',
  nameMissing: 'Enter your name.',
  titleMissing: 'Give the contract a name.',
  makingMissing: 'Say in a few words what you are making.',
  descriptionMissing: 'Say in a few sentences what you will deliver.',
  requestDescriptionMissing: 'Say in a few sentences what you need.',
  stray: 'There are characters in here that cannot be sent. Type it anew.',
  tooLong: (most: string, over: string) => `At most ${most} characters; this is ${over} too many.`,
  dateWrong: 'Enter a day of the calendar.',
  dateOver: 'This day is over. Choose today or later.',
  signatureMissing: 'Type your name to sign.',
  milestonesMissing: 'Add at least one milestone, or choose one amount.',
  refused: 'This was not accepted. Change it and try again.',
  trapped: 'Not sent: a hidden field that people cannot see was filled in. It is empty again now. Send once more.',

  // Amount.
  amountTitle: 'What does it cost?',
  budgetTitle: 'What would you spend?',
  budgetLead: 'An idea is enough. The contract names the price.',
  priceLegend: 'How the price is made up',
  none: 'Tell me the price',
  one: 'One amount',
  milestones: 'Milestones',
  steps: 'In steps',
  amount: 'Amount',
  dueOn: 'Due',
  atLeast: (least: string) => `At least ${least}.`,
  editor: { deliver: 'What you would get' },
  milestonesLoading: 'Loading the milestones',
  countMilestones: (count: number, written: string) => (count === 1 ? 'One milestone' : `${written} milestones`),
  numbers: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'],
  fee: (percent: string) => `Service fee, ${percent}\u00a0%`,
  receive: 'You receive',
  total: 'Contract amount',
  budget: 'Budget',

  // Terms.
  termsTitle: 'Your terms',
  terms: 'Your own terms',
  termsHelp: 'Plain words are best. Your client signs this text.',
  always: 'Every contract also says',
  clauseEscrow: 'Your client pays a milestone into escrow before you start on it.',
  clauseReview: (days: string) =>
    `After you request payment, your client has ${days} to approve or ask for changes. With no answer, you are paid.`,
  clauseEnd: 'Either side can end the contract. Money in escrow is never released without one of these steps.',
  offerEnds: 'Offer ends',
  offerEndsIn: (days: string) => `${days} from today. You can withdraw it sooner.`,
  offerEndsToday: 'Today. You can withdraw it sooner.',

  // Review.
  reviewTitle: 'Check it once more',
  reviewLead: 'Nothing has been sent yet.',
  change: 'Change',
  changeWhat: (what: string) => `Change: ${what}`,
  client: 'Client',
  contract: 'Contract',
  ownTerms: 'Your terms',
  termsSummary: (paragraphs: number, written: string, ends: string) =>
    paragraphs === 0
      ? `None of your own, offer ends ${ends}`
      : `${paragraphs === 1 ? '1 paragraph' : `${written} paragraphs`}, offer ends ${ends}`,
  sign: 'Sign with your full name',
  signHelp: (day: string) => `Typing your name signs this version of the contract, ${day}.`,
  signAndSend: 'Sign and send',
  sending: 'Sending…',
  keepForLater: 'Save without sending',
  keeping: 'Saving…',
  kept: 'Saved with your contracts. Nothing was sent.',

  // Check and send, for a client.
  requestReviewTitle: 'Check and send',
  requestReviewLead: (who: string) => `${who} gets this as a draft, writes the contract and sends it to you.`,
  you: 'You',
  project: 'Your project',
  noBudget: 'You would like to be told the price',
  binding: 'Asking costs nothing and binds nobody. You sign and pay only when you have the contract.',
  sendRequest: 'Send request',

  // Sent.
  sentTitle: (email: string) => `Contract sent to ${email}`,
  wait: 'Wait for your client to accept and fund it before you start.',
  weMail: 'We e\u2011mail you at each step.',
  youSigned: 'You signed and sent',
  today: (time: string) => `Today, ${time}`,
  clientSigns: 'Client signs',
  offerEndsOn: (day: string) => `Offer ends ${day}`,
  clientPays: (amount: string) => `Client pays ${amount} into escrow`,
  becomesActive: 'The contract becomes Active',
  simulated: 'Test mode: held funds (simulated). No real money moves.',
  youStart: 'You start on milestone 1',
  youStartOne: 'You start',
  open: 'Open contract',
  another: 'Create another',
  wrongAddress: 'Sent to the wrong address?',
  withdraw: 'Withdraw it',
  withdrawing: 'Withdrawing…',
  linkStops: 'The link stops working at once.',
  withdrawnTitle: 'Contract withdrawn',
  withdrawnText: (email: string) => `The link sent to ${email} no longer works.`,
  alreadySent: 'Your earlier press did arrive: your client has the contract as it was then. Press again to replace it.',
  changedMeanwhile:
    'Not sent. This contract was changed somewhere else meanwhile. Your text is kept; press again to write it over.',
  notEditable: 'This contract can no longer be edited here.',

  // Requested.
  requestedTitle: (who: string) => `Request sent to ${who}`,
  requestedLead: (who: string, email: string) => `${who} has your request as a draft, and answers to ${email}.`,
  requestedBy: 'You asked for a contract',
  writes: (who: string) => `${who} writes the contract`,
  writesHelp: 'What, how much and when',
  youSign: 'You read and sign it',
  youSignHelp: (email: string) => `We e-mail it to ${email}. You need no account.`,
  youPay: 'You pay into escrow',
  youPayHelp: 'Escrow waits, safe, until you approve',
  starts: (who: string) => `${who} starts`,
  askAgain: 'Ask for another contract',
};

/** The table a page may replace, entry by entry. */
export type ContractFormLaterWords = typeof contractFormLaterWords;
