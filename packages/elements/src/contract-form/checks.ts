import { Email, fits } from '@handsel/protocol';
import { LONGEST } from '@handsel/protocol/longest';
import { amountFault } from '../foundation/form/typed-amount.ts';
import { textFault } from '../foundation/form/text-fault.ts';
import type { Rules } from './later-view.ts';
import type { FieldName, Faults, Step, Values, Writer } from './values.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const FIELDS: Readonly<Record<Writer, Readonly<Record<Step, readonly FieldName[]>>>> = {
  freelancer: {
    details: ['clientEmail', 'title', 'description'],
    amount: ['amount', 'dueOn', 'milestones'],
    terms: ['terms', 'offerEndsOn'],
    review: ['signature'],
    sent: [],
  },
  client: {
    details: ['clientName', 'clientEmail', 'clientCompany', 'title', 'description'],
    amount: ['amount', 'dueOn', 'milestones'],
    terms: [],
    review: [],
    sent: [],
  },
};

/** The step a field is on. */
export function stepOf(field: FieldName): Step {
  const found = Object.entries(FIELDS.freelancer).find(([, fields]) => fields.includes(field));
  return (found?.[0] as Step | undefined) ?? 'details';
}

/** Everything that is wrong on a step, all at once, in the order of its fields. */
export function stepFaults(step: Step, values: Values, rules: Rules): Faults {
  const found = FIELDS[rules.writer][step].map((field) => [field, fieldFault(field, values, rules)] as const);
  return Object.fromEntries(found.filter(([, fault]) => fault !== ''));
}

/** What is wrong with a field, in words; empty when nothing is. */
export function fieldFault(field: FieldName, values: Values, rules: Rules): string {
  switch (field) {
    case 'clientEmail':
      return emailFault(values.clientEmail.trim(), rules);
    case 'clientName':
      return text(values.clientName, LONGEST.name, rules, rules.writer === 'client' ? rules.words.nameMissing : '');
    case 'clientCompany':
      return text(values.clientCompany, LONGEST.name, rules);
    case 'title':
      return text(values.title, LONGEST.title, rules, missing(rules, 'titleMissing', 'makingMissing'));
    case 'description':
      return lines(values.description, LONGEST.description, rules, descriptionMissing(rules));
    case 'amount':
      return values.price === 'one' ? amountFault(values.amount, rules.smallest, rules.words, rules.write) : '';
    case 'dueOn':
      return values.price === 'one' && values.dueOn !== '' && !DAY.test(values.dueOn) ? rules.words.dateWrong : '';
    case 'milestones':
      return values.price === 'milestones' && values.milestones.length === 0 ? rules.words.milestonesMissing : '';
    case 'terms':
      return lines(values.terms, LONGEST.terms, rules);
    case 'offerEndsOn':
      return endFault(values.offerEndsOn, rules);
    case 'signature':
      return text(values.signature, LONGEST.name, rules, rules.words.signatureMissing);
    case 'trap':
      return '';
  }
}

function missing({ writer, words }: Rules, own: 'titleMissing', asked: 'makingMissing'): string {
  return words[writer === 'client' ? asked : own];
}

function descriptionMissing({ writer, words }: Rules): string {
  return writer === 'client' ? words.requestDescriptionMissing : words.descriptionMissing;
}

function emailFault(email: string, { words, writer }: Rules): string {
  if (email === '') return writer === 'client' ? words.ownEmailMissing : words.emailMissing;
  return fits(Email, email) ? '' : words.emailWrong;
}

function endFault(date: string, { words, today }: Rules): string {
  if (date === '') return '';
  if (!DAY.test(date)) return words.dateWrong;
  return date < today ? words.dateOver : '';
}

function text(value: string, longest: number, rules: Rules, required = '', many = false): string {
  const fault = textFault(value, longest, { required: required !== '', lines: many });
  if (fault === undefined) return '';
  if (fault === 'missing') return required;
  if (fault === 'stray') return rules.words.stray;
  return rules.words.tooLong(rules.write.count(longest), rules.write.count(fault.over));
}

function lines(value: string, longest: number, rules: Rules, required = ''): string {
  return text(value, longest, rules, required, true);
}
