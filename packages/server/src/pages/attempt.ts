import type { FieldError, Problem } from '@handsel/protocol';
import type { Form } from './form.ts';
import { momentText } from './write.ts';

/** A form that did not get through: what was typed into it, and what is wrong. */
export interface Attempt {
  readonly form: Form;
  /** What is wrong, by the name of the field. */
  readonly faults: Readonly<Record<string, string>>;
  /** What is wrong with the whole; empty when it is only about fields. */
  readonly problem: string;
  /** True while nobody knows whether it got through: the next try is the same intent. */
  readonly unknown: boolean;
}

/** Which field of a form an input of the API comes from, and what to say when it is missing. */
export type FieldNames = Readonly<Record<string, readonly [field: string, missing: string]>>;

/** A form that was not sent on, because of its fields. */
export function faultyAttempt(form: Form, faults: Readonly<Record<string, string>>): Attempt {
  return { form, faults, problem: '', unknown: false };
}

/** A form that the API refused. */
export function refusedAttempt(form: Form, problem: Problem, names: FieldNames = {}): Attempt {
  const faults: Record<string, string> = {};
  for (const error of problem.errors ?? []) {
    const [field, missing] = names[error.pointer] ?? [];
    if (field !== undefined) faults[field] ??= faultText(problem, error, missing ?? '', form.text(field));
  }
  const named = Object.keys(faults).length > 0;
  const unknown = problem.status >= 500 || problem.code === 'IDEMPOTENCY_RUNNING';
  return { form, faults, problem: named ? '' : problemText(problem), unknown };
}

function faultText(problem: Problem, { code, maximum }: FieldError, missing: string, typed: string): string {
  if (typed === '') return missing;
  if (problem.code === 'CODE_INVALID') return problemText(problem);
  if (code === 'own_email') return 'This is your own address. Enter your client’s.';
  if (code === 'too_big' && maximum !== undefined) return `At most ${maximum} characters.`;
  return missing;
}

const TEXTS: Readonly<Record<string, string>> = {
  CALLER_NOT_ALLOWED: 'You may not do this with the access you have. Nothing was sent.',
  WRONG_ROLE: 'This belongs to the other side of the contract. Nothing was sent.',
  NOT_ACTIVE: 'This contract is not active yet. Nothing was sent.',
  NOT_FUNDED: 'There is no money in escrow for this.',
  WRONG_STATE: 'This contract has moved on meanwhile. Nothing was sent. This is how it stands now.',
  WINDOW_CLOSED: 'The time for this is over. Nothing was sent.',
  VERSION_CONFLICT: 'This contract changed meanwhile. Nothing was sent. This is how it stands now; check it again.',
  CONSENT_STALE: 'Nothing was moved. The contract or its figures changed; check the figures and confirm again.',
  CONSENT_REQUIRED: 'Nothing was moved. Check the figures and confirm again.',
  DISPUTE_OPEN: 'A dispute is open. It is settled first.',
  CHARGE_PENDING: 'A payment is being checked. This is possible when that is done.',
  CHARGE_FAILED: 'Your card was declined, so nothing was charged. Try another card or ask your bank.',
  EMAIL_TAKEN: 'This is your own address. A contract needs two people.',
  MIN_MILESTONE: 'A milestone is below the smallest amount.',
  VALIDATION: 'Something is not right. Check it and try again.',
  IDEMPOTENCY_MISMATCH: 'This form was sent before with other words. Check it and send it again.',
  IDEMPOTENCY_RUNNING: 'Your first press is still being worked on. Try again in a moment: nothing is sent twice.',
};

/** What a refusal says to the person who pressed. */
export function problemText({ code, at, remaining, instance }: Problem): string {
  if (code === 'CODE_INVALID') return codeText(remaining);
  if (code === 'CODE_LOCKED' || code === 'RATE_LIMITED') {
    return at ? `Too many tries. The next one is possible on ${momentText(at)}.` : 'Too many tries. Wait a while.';
  }
  const reference = instance ? ` Reference ${instance.slice(-4).toUpperCase()}.` : '';
  return TEXTS[code] ?? `Something failed on our side. Nothing was sent or charged.${reference}`;
}

function codeText(remaining: number | undefined): string {
  if (remaining === undefined) return 'That is not the code. Codes are 6 digits.';
  const left = remaining === 1 ? '1 try left.' : `${remaining} tries left.`;
  return `That is not the code. ${left} Codes are 6 digits.`;
}
