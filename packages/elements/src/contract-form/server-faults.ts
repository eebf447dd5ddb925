import { fieldFault, stepOf } from './checks.ts';
import type { Rules } from './later-view.ts';
import type { FieldName, Faults, Step, Values } from './values.ts';

/** What a backend has refused, as the fields of the form. */
export interface Refused {
  readonly faults: Faults;
  /** The first step with something wrong. */
  readonly step: Step;
  /** The milestone that is not right, by its place. */
  readonly milestone?: {
    readonly place: number;
    readonly field: 'title' | 'amount' | 'dueOn' | 'description';
    readonly text: string;
  };
}

interface Entry {
  readonly pointer: string;
  readonly code: string;
  readonly minimum?: number;
}

const FIELDS: Readonly<Record<string, FieldName>> = {
  '/client/email': 'clientEmail',
  '/client/name': 'clientName',
  '/client/company': 'clientCompany',
  '/title': 'title',
  '/description': 'description',
  '/terms': 'terms',
  '/offerEndsOn': 'offerEndsOn',
  '/signature': 'signature',
};

const ORDER: readonly Step[] = ['details', 'amount', 'terms', 'review'];

/** The closed code of a refusal; empty for anything else. */
export function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

function entriesOf(error: unknown): Entry[] {
  const { errors } = Object(error) as { errors?: unknown };
  const known = Array.isArray(errors) ? (errors as Partial<Entry>[]) : [];
  const entries = known.flatMap(({ pointer = '', code = '', minimum }) => [
    { pointer: pointer.replace(/^\/draft(?=\/)/, ''), code, ...(typeof minimum === 'number' && { minimum }) },
  ]);
  // A backend may say it with the code alone.
  if (entries.length === 0 && codeOf(error) === 'EMAIL_TAKEN') return [{ pointer: '/client/email', code: 'own_email' }];
  return entries;
}

/** The fields a refusal is about, with words for each; undefined when it is about none that are in the form. */
export function refusedFields(error: unknown, values: Values, rules: Rules): Refused | undefined {
  const faults: Partial<Record<FieldName, string>> = {};
  let milestone: Refused['milestone'];
  for (const entry of entriesOf(error)) {
    const [, place, part] = /^\/milestones\/(\d+)(?:\/(\w+))?/.exec(entry.pointer) ?? [];
    const field = fieldOf(entry.pointer, part, values);
    if (!field) continue;
    const text = wording(entry, field, values, rules);
    faults[field] ??= text;
    if (field === 'milestones' && place !== undefined) {
      const at = part === 'title' || part === 'dueOn' || part === 'description' ? part : 'amount';
      milestone ??= { place: Number(place), field: at, text };
    }
  }
  const steps = Object.keys(faults).map((field) => stepOf(field as FieldName));
  const step = ORDER.find((each) => steps.includes(each));
  return step && { faults, step, ...(milestone && { milestone }) };
}

function fieldOf(pointer: string, part: string | undefined, { price }: Values): FieldName | undefined {
  if (!pointer.startsWith('/milestones')) return FIELDS[pointer];
  if (price === 'milestones') return 'milestones';
  return part === 'dueOn' || part === 'title' ? part : 'amount';
}

function wording({ code, minimum }: Entry, field: FieldName, values: Values, rules: Rules): string {
  const { words, write, writer, currency } = rules;
  if (code === 'own_email') return writer === 'client' ? words.theirAddress : words.ownAddress;
  if (field === 'offerEndsOn' && code === 'too_small') return words.dateOver;
  const amount = field === 'amount' || field === 'milestones';
  if (amount && code === 'too_small' && minimum !== undefined)
    return words.atLeast(write.money({ amount: minimum, currency }));
  return fieldFault(field, values, rules) || words.refused;
}
