import type { Contract, ContractDraft, ContractRequestDraft, MilestoneDraft, Policy } from '@handsel/protocol';
import { feeOf, type Money, sum } from '@handsel/protocol/money';
import { addDays } from '../foundation/dates.ts';
import { readAmount, writeAmount } from '../foundation/form/typed-amount.ts';
import { readMilestones } from '../milestone-editor/row.ts';
import type { Rules } from './later-view.ts';
import { EMPTY, type Values } from './values.ts';

/** The milestones that were written: none, one for a single amount, or those of the editor. */
export function milestonesOf(values: Values, { currency, write }: Pick<Rules, 'currency' | 'write'>): MilestoneDraft[] {
  if (values.price === 'milestones') return readMilestones(values.milestones, currency);
  if (values.price === 'none') return [];
  const read = readAmount(values.amount, currency, write.locale);
  if (!read.ok) return [];
  return [{ title: values.title.trim(), amount: read.money, ...(values.dueOn && { dueOn: values.dueOn }) }];
}

/** The last day of the offer: the one that was chosen, else the policy's. */
export function offerEndOf({ offerEndsOn }: Values, { policy, today }: Pick<Rules, 'policy' | 'today'>): string {
  return offerEndsOn || addDays(today, policy.invitationTtlDays);
}

function partyOf({ clientEmail, clientName, clientCompany }: Values) {
  const [name, company] = [clientName.trim(), clientCompany.trim()];
  return { email: clientEmail.trim(), ...(name && { name }), ...(company && { company }) };
}

/** The contract as it travels. */
export function contractDraft(values: Values, rules: Rules): ContractDraft {
  return {
    client: partyOf(values),
    title: values.title.trim(),
    description: values.description.trim(),
    currency: rules.currency,
    milestones: milestonesOf(values, rules),
    terms: values.terms.trim(),
    offerEndsOn: offerEndOf(values, rules),
  };
}

/** The request as it travels. */
export function requestDraft(values: Values, rules: Rules): ContractRequestDraft {
  return {
    client: { ...partyOf(values), name: values.clientName.trim() },
    title: values.title.trim(),
    description: values.description.trim(),
    currency: rules.currency,
    milestones: milestonesOf(values, rules),
  };
}

/** A contract of the backend, to be typed over. */
export function valuesOf({ client, title, description, milestones, terms }: Contract, locale: string): Values {
  const [first] = milestones;
  const single = milestones.length === 1 && first?.title === title && !first.description;
  return {
    ...EMPTY,
    clientEmail: client.email ?? '',
    clientName: client.name ?? '',
    clientCompany: client.company ?? '',
    title,
    description,
    price: milestones.length === 0 || single ? 'one' : 'milestones',
    amount: single && first ? writeAmount(first.amount, locale) : '',
    dueOn: (single && first?.dueOn) || '',
    milestones: single ? [] : milestones.map((each) => ({ ...each, dueOn: each.dueOn ?? null })),
    terms: terms.body,
    offerEndsOn: terms.offerEndsOn ?? '',
  };
}

/** What the freelancer will receive: each milestone is released, and its fee rounded, by itself. */
export function netOf(milestones: readonly MilestoneDraft[], { fees }: Policy, currency: string) {
  const amounts = milestones.map(({ amount }) => amount).filter((amount) => amount.currency === currency);
  const total = sum(amounts, currency);
  const fee = sum(
    amounts.map((amount) => feeOf(amount, fees.freelancerBps)),
    currency,
  );
  const net: Money = { amount: total.amount - fee.amount, currency };
  return { total, fee, net };
}
