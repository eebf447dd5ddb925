import { readingWords } from './reading.ts';

/** What the details say. Names, figures and dates come written. */
export const detailsWords = {
  ...readingWords,
  label: 'Details of the contract',
  description: 'What it is about',
  noDescription: 'No description.',
  ownTerms: (who: string) => `${who}’s terms`,
  yourTerms: 'Your terms',
  noTerms: 'No terms besides these clauses.',
  clauses: 'What both sides agreed',
  willAgree: 'What both sides will agree',
  escrowClause: (freelancer: string, client: string) =>
    `${client} pays each milestone into escrow before work on it begins. It waits there, safe, until ${client} approves the work; then ${freelancer} has it.`,
  reviewClause: (client: string, days: string) =>
    `After a request for payment, ${client} has ${days} to approve it or ask for changes. With no answer by then, it is paid.`,
  endClause: (freelancer: string, client: string, days: string) =>
    `Both can end the contract at any time. When ${client} does, money still in escrow goes back to ${client} unless ${freelancer} objects within ${days}.`,
  changeClause: 'Milestones change only when both agree.',
  noFees: 'No fees. Nobody stands between the two sides.',
  freelancerFee: (freelancer: string, percent: string) =>
    `${freelancer} pays a fee of ${percent}\u00a0% on what is released.`,
  clientFee: (client: string, percent: string) => `${client} pays a fee of ${percent}\u00a0% on what goes into escrow.`,
  days: (count: number) => (count === 1 ? '1\u00a0day' : `${count}\u00a0days`),
  parties: 'The two sides',
  freelancer: 'Freelancer',
  client: 'Client',
  you: (name: string) => `${name} (you)`,
  unnamed: 'No name given yet',
  signatures: 'Signatures',
  signed: (moment: string) => `Signed ${moment}`,
  notSigned: 'Not signed yet',
  version: (version: string) => `Version ${version} of the terms`,
  proof: 'Fingerprint of what was signed',
  facts: 'Dates',
  offerEnds: 'Offer ends',
  created: 'Written',
  sent: 'Sent',
  accepted: 'Accepted',
  started: 'Started',
  ended: 'Ended',
  reference: 'Reference',
};

/** The table a page may replace, entry by entry. */
export type DetailsWords = typeof detailsWords;
