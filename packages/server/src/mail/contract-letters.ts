import type { Money, Role } from '@handsel/protocol';
import type { MailDraft, MailTemplate } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import { dayText, momentText, moneyText } from './figures.ts';
import type { Letter } from './letter.ts';
import { short } from './short.ts';

/** What a letter about a contract is written from. */
export interface LetterInput {
  readonly contract: ContractRecord;
  readonly draft: MailDraft;
  /** Where the reader goes on: the invitation's link, or the contract on the backend's own pages. */
  readonly url: string;
  /** True while money is only simulated. */
  readonly simulated: boolean;
}

/** The words a letter is made of, ready to be put into sentences. */
interface Facts {
  readonly title: string;
  readonly freelancer: string;
  readonly client: string;
  readonly total: string;
  readonly step: string;
  readonly url: string;
  money(name: string): string;
  text(name: string): string | undefined;
  day(name: string): string;
  moment(name: string): string;
}

type Body = Omit<Letter, 'footer' | 'button'> & { readonly action?: string };

/** Writes one letter about a contract. */
export function contractLetter(input: LetterInput): Letter {
  const { contract, draft, url, simulated } = input;
  const { [draft.template]: write } = LETTERS;
  const facts = factsOf(input);
  const { action, ...body } = write(facts);
  const other = draft.to === 'client' ? nameOf(contract, 'freelancer') : nameOf(contract, 'client');
  return {
    ...body,
    subject: subjectOf(write, facts),
    button: action === undefined ? undefined : { label: action, url },
    footer: footer(contract, other, simulated),
  };
}

function footer(contract: ContractRecord, other: string, simulated: boolean): string {
  const about = `About the contract “${contract.title}” with ${other}. You get this mail because your address is in it.`;
  return simulated ? `${about}\nTest mode: held funds (simulated). No real money moves.` : about;
}

const [LONGEST_SUBJECT, SHORTEST_TITLE] = [70, 12];

// A long title gives way, so that it does not push the amount out of sight; after that even a cut subject is one.
function subjectOf(write: (facts: Facts) => Body, facts: Facts): string {
  const { subject } = write(facts);
  const excess = [...subject].length - LONGEST_SUBJECT;
  if (excess <= 0) return subject;
  const within = (text: string) => short(text, Math.max(SHORTEST_TITLE, [...text].length - excess));
  return short(write({ ...facts, title: within(facts.title), step: within(facts.step) }).subject, LONGEST_SUBJECT);
}

function nameOf(contract: ContractRecord, role: Role): string {
  const party = contract[role];
  return party.name ?? party.email;
}

function factsOf({ contract, draft, url }: LetterInput): Facts {
  const { currency } = contract;
  const amount = (minor: number): Money => ({ amount: minor, currency });
  const fact = (name: string): string | number | null | undefined => draft.facts[name];
  return {
    title: contract.title,
    freelancer: nameOf(contract, 'freelancer'),
    client: nameOf(contract, 'client'),
    total: moneyText(amount(contract.milestones.reduce((sum, milestone) => sum + milestone.amount, 0))),
    step: String(fact('milestone') ?? contract.title),
    url,
    money: (name) => moneyText(amount(Number(fact(name) ?? 0))),
    text: (name) => (fact(name) ? String(fact(name)) : undefined),
    day: (name) => (fact(name) ? dayText(String(fact(name))) : ''),
    moment: (name) => (fact(name) ? momentText(String(fact(name))) : ''),
  };
}

const LATE = ['expired', 'authorization_expired'];

const LETTERS: Readonly<Record<MailTemplate, (facts: Facts) => Body>> = {
  request_received: (f) => ({
    subject: `${f.client} asks you for a contract: ${f.title}`,
    paragraphs: [
      `${f.client} asked you for a contract from your page.`,
      'It is a draft now. Nothing was sent back and nothing is agreed: write the price and the terms, then send it.',
    ],
    action: 'Open the draft',
  }),
  contract_offered: (f) => ({
    subject: `${f.freelancer} offers you a contract: ${f.title} (${f.total})`,
    paragraphs: [
      `${f.freelancer} offers you a contract: “${f.title}”, ${f.total}.`,
      'Read it, then sign or decline. You do not need an account: we mail you a 6-digit code to confirm this address.',
      `Signing charges nothing. The offer ends on ${f.day('expiresAt')}.`,
    ],
    action: 'Review contract',
  }),
  contract_revised: (f) => ({
    subject: `${f.freelancer} changed the offer: ${f.title} (${f.total})`,
    paragraphs: [
      `${f.freelancer} replaced the offer “${f.title}” with a new version, ${f.total}. The old link no longer works.`,
      `Signing charges nothing. The offer ends on ${f.day('expiresAt')}.`,
    ],
    action: 'Review contract',
  }),
  contract_withdrawn: (f) => ({
    subject: `${f.freelancer} withdrew the offer “${f.title}”`,
    paragraphs: [`${f.freelancer} withdrew the offer “${f.title}”. You have nothing to do and nothing was charged.`],
  }),
  contract_declined: (f) => ({
    subject: `${f.client} declined “${f.title}”`,
    paragraphs: [`${f.client} declined your offer “${f.title}”, ${f.total}.`],
    quote: f.text('reason'),
    action: 'Open the contract',
  }),
  contract_expired: (f) => ({
    subject: `The offer “${f.title}” has expired`,
    paragraphs: [
      `${f.client} did not answer the offer “${f.title}” in time, so it has expired. You can send a new one.`,
    ],
    action: 'Open the contract',
  }),
  contract_accepted: (f) => ({
    subject: `${f.client} signed “${f.title}”. Wait for the funds`,
    paragraphs: [
      `${f.client} signed “${f.title}”, ${f.total}.`,
      'Do not start yet: we mail you the moment the first milestone is in escrow.',
    ],
    action: 'Open the contract',
  }),
  contract_funded_freelancer: (f) => ({
    subject: `${f.money('amount')} is in escrow. You can start`,
    paragraphs: [`${f.client} paid ${f.money('amount')} into escrow for “${f.step}”. You can start.`],
    action: 'Open the contract',
  }),
  contract_funded_client: (f) => ({
    subject: `You paid ${f.money('amount')} into escrow for “${f.step}”`,
    paragraphs: [
      `${f.money('amount')} is in escrow for “${f.step}”. It waits, safe, until you approve the work.`,
      `${f.freelancer} has been told and can start.`,
    ],
    figures: [['Charged', f.money('charged')]],
    action: 'Open the contract',
  }),
  contract_cancelled: (f) => ({
    subject: `“${f.title}” was cancelled`,
    paragraphs: [`The contract “${f.title}” was cancelled before it was funded. Nothing was charged.`],
    quote: f.text('reason'),
    action: 'Open the contract',
  }),
  charge_failed: (f) => ({
    subject: `Nothing was charged for “${f.title}”`,
    paragraphs: [
      LATE.includes(f.text('failureCode') ?? '')
        ? `The payment of ${f.money('amount')} was not finished in time, so nothing was charged. You can start it again.`
        : `The charge of ${f.money('amount')} was declined, so nothing was charged. Try another card or ask your bank.`,
    ],
    action: 'Try again',
  }),
  payment_requested: (f) => ({
    subject: `${f.freelancer} asks for ${f.money('amount')} for “${f.step}”`,
    paragraphs: [
      `${f.freelancer} has finished “${f.step}” and asks you to release ${f.money('amount')} from escrow.`,
      `You have until ${f.moment('decideBy')} to approve or ask for changes. With no answer by then, ${f.freelancer} is paid.`,
    ],
    quote: f.text('note'),
    action: 'Review and pay',
  }),
  payment_request_sent: (f) => ({
    subject: `Request sent: ${f.money('amount')} for “${f.step}”`,
    paragraphs: [
      `We e-mailed your request for ${f.money('amount')} to ${f.client}.`,
      `${f.client} has until ${f.moment('decideBy')} to approve or ask for changes. With no answer by then, you are paid.`,
    ],
    action: 'Open the contract',
  }),
  changes_requested: (f) => ({
    subject: `${f.client} asks for changes to “${f.step}”`,
    paragraphs: [
      `${f.client} asks for changes to “${f.step}”. ${f.money('amount')} stays in escrow.`,
      'Request payment again when they are done; the days to answer start anew then.',
    ],
    quote: f.text('note'),
    action: 'Open the contract',
  }),
  payment_approved: (f) => ({
    subject: `${f.client} approved. ${f.money('net')} is yours`,
    paragraphs: [`${f.client} approved “${f.step}” and released ${f.money('amount')} from escrow.`],
    figures: [
      ['Released', f.money('amount')],
      ['You receive', f.money('net')],
    ],
    quote: f.text('comment'),
    action: 'Open the contract',
  }),
  payment_auto_approved: (f) => ({
    subject: `${f.money('net')} is yours: no answer in time for “${f.step}”`,
    paragraphs: [`${f.client} did not answer in time, so ${f.money('amount')} for “${f.step}” was released to you.`],
    figures: [
      ['Released', f.money('amount')],
      ['You receive', f.money('net')],
    ],
    action: 'Open the contract',
  }),
  contract_completed_client: (f) => ({
    subject: `“${f.title}” is complete: ${f.money('paid')} (Paid)`,
    paragraphs: [`“${f.title}” is complete. ${f.freelancer} was paid ${f.money('paid')}.`],
    action: 'Open the contract',
  }),
  change_requested: (f) => ({
    subject: `A change to the milestones of “${f.title}” is proposed`,
    paragraphs: ['A change to the milestones is proposed. Nothing changes until you agree.'],
    quote: f.text('note'),
    action: 'See the change',
  }),
  change_accepted: (f) => ({
    subject: `The change to “${f.title}” is agreed`,
    paragraphs: [`The milestones of “${f.title}” are changed as you proposed.`],
    action: 'Open the contract',
  }),
  change_rejected: (f) => ({
    subject: `The change to “${f.title}” was not agreed`,
    paragraphs: [`The milestones of “${f.title}” stay as they are.`],
    quote: f.text('reason'),
    action: 'Open the contract',
  }),
  contract_ended: (f) => ({
    subject: `“${f.title}” has ended`,
    paragraphs: [`The contract “${f.title}” has ended. Paid in all: ${f.money('paid')}.`],
    figures: [['Back to the client', f.money('returned')]],
    quote: f.text('reason'),
    action: 'Open the contract',
  }),
  end_requested: (f) => ({
    subject: `${f.client} ended “${f.title}” and asks for ${f.money('amount')} back`,
    paragraphs: [
      `${f.client} ended “${f.title}” and asks for ${f.money('amount')} back from escrow.`,
      `You have until ${f.moment('dueAt')} to agree or to object. With no answer by then, it goes back to ${f.client}.`,
    ],
    quote: f.text('reason'),
    action: 'Answer',
  }),
  escrow_returned: (f) => ({
    subject: `${f.money('amount')} goes back to you from “${f.title}”`,
    paragraphs: [`${f.money('amount')} that was held for “${f.title}” goes back to the card you paid with.`],
    action: 'Open the contract',
  }),
  dispute_opened: (f) => ({
    subject: `${f.freelancer} objects: ${f.money('amount')} stays in escrow`,
    paragraphs: [
      `${f.freelancer} objects to the return of ${f.money('amount')}. It stays in escrow until this is settled.`,
    ],
    quote: f.text('statement'),
    action: 'Open the contract',
  }),
  deadline_offer: (f) => ({
    subject: `The offer “${f.title}” ends ${f.moment('at')}`,
    paragraphs: [`${f.freelancer} still waits for your answer. The offer ends on ${f.moment('at')}.`],
    action: 'Review contract',
  }),
  deadline_funding: (f) => ({
    subject: `“${f.title}” waits for its funds until ${f.moment('at')}`,
    paragraphs: [
      `You signed “${f.title}” but nothing is in escrow yet. On ${f.moment('at')} the contract is cancelled.`,
    ],
    action: 'Fund contract',
  }),
  deadline_review: (f) => ({
    subject: `${f.freelancer} is paid on ${f.moment('at')} unless you answer`,
    paragraphs: [
      `${f.freelancer} asked for ${f.money('amount')} for “${f.step}”. It is paid on ${f.moment('at')} unless you answer.`,
    ],
    action: 'Review and pay',
  }),
  deadline_refund: (f) => ({
    subject: `${f.money('amount')} goes back on ${f.moment('at')} unless you answer`,
    paragraphs: [
      `${f.client} asked for ${f.money('amount')} back from “${f.title}”. It goes back on ${f.moment('at')} unless you answer.`,
    ],
    action: 'Answer',
  }),
};
