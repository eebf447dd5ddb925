import {
  civilDateOf,
  type ContractDraft,
  type ContractRequestDraft,
  type Instant,
  isCurrency,
  LARGEST_PRICE,
  type MilestoneDraft,
  type Money,
  type Policy,
  smallestMilestone,
} from '@handsel/protocol';
import type { RuleContext } from './decision.ts';
import type { Fault } from './faults.ts';
import type { ContractRecord, MilestoneRecord, PartyRecord } from './state.ts';

/** What is wrong with an amount, measured by the policy and the contract's currency. */
export function amountFaults(amount: Money, currency: string, policy: Policy, pointer: string): Fault[] {
  if (amount.currency !== currency) {
    const message = `This contract is in ${currency}.`;
    return [{ pointer: `${pointer}/currency`, code: 'wrong_currency', message }];
  }
  const minimum = smallestMilestone(policy, currency).amount;
  if (!Number.isSafeInteger(amount.amount)) {
    return [{ pointer, code: 'invalid_type', message: 'An amount is a whole number of minor units.' }];
  }
  if (amount.amount < minimum) {
    const message = 'This is below the smallest amount of a milestone.';
    return [{ pointer, code: 'too_small', minimum, message, problem: 'MIN_MILESTONE' }];
  }
  if (amount.amount > LARGEST_PRICE) {
    return [{ pointer, code: 'too_big', maximum: LARGEST_PRICE, message: 'This is more than one milestone may hold.' }];
  }
  return [];
}

/** What is wrong with a draft as it was written, however unfinished it may be. */
export function draftFaults(
  draft: ContractDraft | ContractRequestDraft,
  own: Pick<PartyRecord, 'email'>,
  policy: Policy,
  now: Instant,
): Fault[] {
  const { currency, milestones } = draft;
  if (!isCurrency(currency)) {
    return [{ pointer: '/currency', code: 'invalid_value', message: `${currency} is no active currency of ISO 4217.` }];
  }
  const offerEndsOn = 'offerEndsOn' in draft ? (draft.offerEndsOn ?? null) : null;
  return [
    ...emailFaults(draft.client.email, own),
    ...countFaults(milestones.length, policy, '/milestones'),
    ...milestones.flatMap(({ amount }, index) => amountFaults(amount, currency, policy, `/milestones/${index}/amount`)),
    ...endFaults(offerEndsOn, now),
  ];
}

/** What is still missing or no longer right in a draft that is to be sent. */
export function sendingFaults(contract: ContractRecord, now: Instant): Fault[] {
  const { policy, currency, milestones, title, description, client, freelancer, terms } = contract;
  const missing = (pointer: string, text: string): Fault[] =>
    text.trim() === '' ? [{ pointer, code: 'required', message: 'A contract that is sent needs this.' }] : [];
  return [
    ...missing('/client/email', client.email),
    ...emailFaults(client.email, freelancer),
    ...missing('/title', title),
    ...missing('/description', description),
    ...(milestones.length === 0
      ? [{ pointer: '/milestones', code: 'too_small', minimum: 1, message: 'A contract that is sent needs an amount.' }]
      : []),
    ...countFaults(milestones.length, policy, '/milestones'),
    ...milestones.flatMap(({ amount }, index) =>
      amountFaults({ amount, currency }, currency, policy, `/milestones/${index}/amount`),
    ),
    ...endFaults(terms.offerEndsOn, now),
  ];
}

function emailFaults(email: string, own: Pick<PartyRecord, 'email'>): Fault[] {
  if (email.toLowerCase() !== own.email.toLowerCase()) return [];
  const message = 'This is your own address.';
  return [{ pointer: '/client/email', code: 'own_email', message, problem: 'EMAIL_TAKEN' }];
}

/** What is wrong with a number of milestones. */
export function countFaults(count: number, { maxMilestones }: Policy, pointer: string): Fault[] {
  if (count <= maxMilestones) return [];
  return [{ pointer, code: 'too_big', maximum: maxMilestones, message: 'These are too many milestones.' }];
}

function endFaults(offerEndsOn: string | null, now: Instant): Fault[] {
  if (offerEndsOn === null || offerEndsOn >= civilDateOf(now)) return [];
  return [{ pointer: '/offerEndsOn', code: 'too_small', message: 'This day is over.' }];
}

/** A milestone that was only written down. */
export function plannedMilestone(draft: MilestoneDraft, newId: RuleContext['newId']): MilestoneRecord {
  return {
    id: newId('ms'),
    title: draft.title,
    description: draft.description ?? '',
    amount: draft.amount.amount,
    dueOn: draft.dueOn ?? null,
    state: 'planned',
    escrow: 0,
    funded: 0,
    released: 0,
    carriedOut: 0,
    refunded: 0,
    fundedAt: null,
    submittedAt: null,
    autoReleaseAt: null,
    paidAt: null,
  };
}

/** The fields of a contract that a draft writes. */
export function writtenBy(draft: ContractDraft | ContractRequestDraft, newId: RuleContext['newId']) {
  const { client, title, description, currency, milestones } = draft;
  return {
    title,
    description,
    currency,
    client: {
      email: client.email.toLowerCase(),
      name: client.name ?? null,
      company: client.company ?? null,
    },
    milestones: milestones.map((milestone) => plannedMilestone(milestone, newId)),
    terms: {
      body: 'terms' in draft ? (draft.terms ?? '') : '',
      offerEndsOn: 'offerEndsOn' in draft ? (draft.offerEndsOn ?? null) : null,
    },
  };
}
