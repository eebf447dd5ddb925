import {
  type Contract,
  type ContractDraft,
  createContract,
  decimal,
  Email,
  fits,
  type MilestoneDraft,
  retrieveProfile,
  updateContract,
} from '@handsel/protocol';
import { type Attempt, faultyAttempt, refusedAttempt } from './attempt.ts';
import { must } from './calls.ts';
import { button, fieldOf, formOf, type FormState, stateOf } from './fields.ts';
import type { Form } from './form.ts';
import { html, type SafeHtml } from './html.ts';
import { notFoundPage } from './not-found.ts';
import { contractOf } from './review.ts';
import { readAmount } from './typed-amount.ts';
import type { Outcome, Page, Room, Visit } from './visit.ts';
import { moneyText } from './write.ts';

const NAMES = {
  '/client/email': ['email', 'Enter an e-mail address like name@company.com.'],
  '/client/name': ['name', 'Enter a name, or nothing.'],
  '/title': ['title', 'Name the contract.'],
  '/description': ['description', 'Say what you will deliver.'],
  '/currency': ['currency', 'Enter a currency code like USD.'],
  '/milestones/0/amount': ['amount', 'This is below the smallest amount of a milestone.'],
  '/milestones/0/title': ['title', 'Name the contract.'],
  '/terms': ['terms', 'There is a sign in it that cannot be kept.'],
  '/offerEndsOn': ['offerEndsOn', 'This day is over, or no day.'],
} as const;

/** Writes a contract of one amount. Several milestones need the script. */
export const create: Room = {
  side: 'freelancer',
  show: async (visit) => (isClient(visit) ? notFoundPage : draftPage(visit, undefined)),
  act: async (visit, form) => {
    const draft = draftOf(form, undefined);
    if ('faults' in draft) return draftPage(visit, undefined, faultyAttempt(form, draft.faults));
    const answer = await visit.calls.make(createContract, draft, { key: form.key });
    if (answer.ok) return { to: `/contracts/${answer.value.id}` };
    return draftPage(visit, undefined, refusedAttempt(form, answer.problem, NAMES));
  },
};

/** Writes on a draft. Milestones it has already stay as they are. */
export const edit: Room = {
  side: 'freelancer',
  show: async (visit) => {
    const contract = await contractOf(visit);
    return isDraft(contract) ? draftPage(visit, contract) : { to: `/contracts/${contract.id}` };
  },
  act: async (visit, form): Promise<Outcome> => {
    const contract = await contractOf(visit);
    if (!isDraft(contract)) return { to: `/contracts/${contract.id}` };
    const draft = draftOf(form, contract);
    if ('faults' in draft) return draftPage(visit, contract, faultyAttempt(form, draft.faults));
    const intent = { key: form.key, version: Number(form.text('version')) };
    const answer = await visit.calls.make(updateContract, { contractId: contract.id, ...draft }, intent);
    if (answer.ok) return { to: `/contracts/${contract.id}` };
    const attempt = refusedAttempt(form, answer.problem, NAMES);
    if (answer.problem.code !== 'VERSION_CONFLICT') return draftPage(visit, contract, attempt);
    return draftPage(visit, contract, { ...attempt, problem: CHANGED }, contract.version);
  },
};

const CHANGED = 'This draft was changed elsewhere meanwhile. Nothing was saved. Save again to put this in its place.';

function isClient({ session }: Visit): boolean {
  return session?.role === 'client';
}

function isDraft({ status, viewer }: Contract): boolean {
  return status === 'draft' && viewer === 'freelancer';
}

function draftOf(form: Form, contract: Contract | undefined): ContractDraft | { faults: Record<string, string> } {
  const currency = form.text('currency').toUpperCase();
  const milestones = inSteps(contract) ? kept(contract) : single(form, currency);
  const faults = { ...missing(form), ...(typeof milestones === 'string' && { amount: milestones }) };
  if (typeof milestones === 'string' || Object.keys(faults).length > 0) return { faults };
  const [name, terms, offerEndsOn] = [form.filled('name'), form.filled('terms'), form.filled('offerEndsOn')];
  const { company } = contract?.client ?? {};
  return {
    client: { email: form.text('email'), ...(name !== undefined && { name }), ...(company && { company }) },
    title: form.text('title'),
    description: form.text('description'),
    currency,
    milestones,
    ...(terms !== undefined && { terms }),
    offerEndsOn: offerEndsOn ?? null,
  };
}

// All at once, not one after the other: an amount that cannot be read never reaches the API.
function missing(form: Form): Record<string, string> {
  return {
    ...(!fits(Email, form.text('email')) && { email: NAMES['/client/email'][1] }),
    ...(form.text('title') === '' && { title: NAMES['/title'][1] }),
    ...(form.text('description') === '' && { description: NAMES['/description'][1] }),
  };
}

function single(form: Form, currency: string): MilestoneDraft[] | string {
  const amount = readCurrency(form.text('amount'), currency);
  return typeof amount === 'string' ? amount : [{ title: form.text('title'), amount }];
}

// An unknown code has no digits to read an amount by; the API names the field.
function readCurrency(text: string, currency: string) {
  return /^[A-Z]{3}$/.test(currency) ? readAmount(text, currency) : { amount: 1, currency };
}

function inSteps(contract: Contract | undefined): contract is Contract {
  return contract !== undefined && contract.milestones.length > 1;
}

function kept({ milestones }: Contract): MilestoneDraft[] {
  return milestones.map(({ title, description, amount, dueOn }) => ({ title, description, amount, dueOn }));
}

async function draftPage(
  visit: Visit,
  contract: Contract | undefined,
  attempt?: Attempt,
  version = attempt?.form.filled('version') ?? contract?.version ?? 0,
): Promise<Page> {
  const currency = contract?.currency ?? must(await visit.calls.make(retrieveProfile, {})).currency;
  const state = stateOf('save', visit.newKey, attempt);
  const title = contract ? 'Edit your contract' : 'New contract';
  const hidden = { version: String(version), ...(inSteps(contract) && { currency }) };
  const inside = html`${fields(state, contract, currency)}
    <p class="actions">${button('Save and review')}</p>`;
  return {
    name: contract ? 'edit' : 'create',
    title,
    contractId: contract?.id,
    narrow: true,
    body: html`<h1>${title}</h1>
      <p>You write it, your client signs and funds it, then you start.</p>
      ${formOf(state, inside, hidden)}`,
    status: attempt ? 422 : 200,
  };
}

function fields(state: FormState, contract: Contract | undefined, currency: string): SafeHtml {
  const { client, title, description, terms } = contract ?? {};
  return html`${fieldOf(state, {
    name: 'email',
    label: 'Client’s e-mail address',
    type: 'email',
    value: client?.email ?? '',
    help: 'We send the contract here. Your client does not need an account.',
  })}
  ${fieldOf(state, { name: 'name', label: 'Client’s name', value: client?.name ?? '', optional: true })}
  ${fieldOf(state, { name: 'title', label: 'Contract name', value: title })}
  ${fieldOf(state, { name: 'description', label: 'Short description', value: description, rows: 4, help: 'What you will deliver, in a few sentences.' })}
  ${amountFields(state, contract, currency)}
  ${fieldOf(state, { name: 'terms', label: 'Your own terms', value: terms?.body, rows: 6, optional: true })}
  ${fieldOf(state, { name: 'offerEndsOn', label: 'Offer ends on', type: 'date', value: terms?.offerEndsOn ?? '', optional: true })}`;
}

function amountFields(state: FormState, contract: Contract | undefined, currency: string): SafeHtml {
  const [first] = contract?.milestones ?? [];
  if (inSteps(contract)) {
    return html`<p class="notice">
      This draft has ${contract.milestones.length} milestones, ${moneyText(contract.figures.total)} in all. They stay as
      they are; to change them, allow scripts for this page.
    </p>`;
  }
  return html`${fieldOf(state, { name: 'amount', label: 'Contract amount', value: first && decimal(first.amount), inputmode: 'decimal' })}
  ${fieldOf(state, { name: 'currency', label: 'Currency', value: currency, help: 'Its code, such as USD or EUR.' })}`;
}
