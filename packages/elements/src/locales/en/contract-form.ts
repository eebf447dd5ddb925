/** What the form says before anything is asked of a backend. `who` is the freelancer's name. */
export const contractFormWords = {
  steps: 'Steps',
  stepDone: 'done',
  stepNames: { details: 'Details', amount: 'Amount', terms: 'Terms', review: 'Review', sent: 'Sent' },
  requestStepNames: { details: 'Your project', amount: 'Budget', terms: '', review: 'Check and send', sent: 'Sent' },
  optional: '(optional)',
  count: (used: string, most: string) => `${used} of ${most}`,
  back: 'Back',
  continueTo: { amount: 'Continue to amount', terms: 'Continue to terms', review: 'Continue to review' },
  requestContinueTo: { amount: 'Continue to budget', terms: '', review: 'Check and send' },
  loading: 'Loading',
  tryAgain: 'Try again',

  // The freelancer writes.
  title: 'New contract',
  editTitle: 'Edit your contract',
  reviseTitle: 'Change your offer',
  lead: 'You write it, your client signs and funds it, then you start.',
  reviseLead: 'Your client gets the new version. The old link stops working.',
  email: 'Client’s e-mail address',
  emailHelp: 'We send the contract here. Your client does not need an account.',
  name: 'Contract name',
  description: 'Short description',
  descriptionHelp: 'What you will deliver, in a few sentences.',

  // A client asks.
  requestTitle: 'Ask for a contract',
  requestLead: (who: string) => `Say what you need. ${who} answers with a contract: what, how much and when.`,
  yourName: 'Your name',
  yourEmail: 'E-mail address',
  yourCompany: 'Company',
  making: 'What are you making?',
  makingHelp: 'A name for it, in a few words.',
  requestDescription: 'Short description',
  requestDescriptionHelp: 'A few sentences are enough.',
  costsNothing: (who: string) => `Asking costs nothing. ${who} writes the contract.`,
  someone: 'The freelancer',
  trap: 'Leave this empty',

  // The draft, kept in this browser.
  draftSaved: 'Draft saved',
  startOver: 'Start over',
  noStorage: 'This browser keeps no drafts. Leave this page open until you have sent it.',
  offline: 'You are offline. Your text stays here; send it when you are back.',
  notLoaded: 'This part did not load. Your text is kept. Try again.',
};

/** The table a page may replace, entry by entry. */
export type ContractFormWords = typeof contractFormWords;
