import { createSession, requestSessionCode, type Role } from '@handsel/protocol';
import { type Attempt, faultyAttempt, refusedAttempt } from './attempt.ts';
import { button, fieldOf, formOf, type FormState, stateOf } from './fields.ts';
import type { Form } from './form.ts';
import { html, type SafeHtml } from './html.ts';
import type { Outcome, Page, PageName, Visit } from './visit.ts';
import { momentText } from './write.ts';

const EMAIL_FAULT = 'Enter an e-mail address like name@company.com.';

/** Where somebody signs in: at the very address they wanted to see. */
export interface Door {
  readonly name: PageName | null;
  readonly side: Role;
  /** Why they have to. */
  readonly text?: string | undefined;
}

/** Whether a form is one of those that sign in. */
export function isSigningIn(form: Form): boolean {
  return form.wish === 'send-code' || form.wish === 'sign-in';
}

/** The form that asks where to send a code. */
export function signInPage(visit: Visit, door: Door, attempt?: Attempt): Page {
  const state = stateOf('send-code', visit.newKey, attempt);
  const client = door.side === 'client';
  const text = client
    ? 'Use the address your contract was sent to. We mail you a 6-digit code; you do not need an account.'
    : 'We mail you a 6-digit code. There is no password.';
  const inside = html`<p>${door.text ?? text}</p>
    ${fieldOf(state, { name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'email' })}
    <p class="actions">${button('E-mail me a code')}</p>`;
  return page(
    door,
    html`<h1>${client ? 'Sign in to your contracts' : 'Sign in'}</h1>
      ${formOf(state, inside)}
      <p class="soft">
        ${
          client
            ? html`Do you write the contracts? <a href="/">Sign in as the freelancer</a>`
            : html`Were you sent a contract? <a href="/review">Sign in as the client</a>`
        }
      </p>`,
    attempt,
  );
}

/** Sends a code, or lets in whoever typed the right one. */
export async function signIn(visit: Visit, door: Door, form: Form): Promise<Outcome> {
  if (form.wish === 'send-code') return sendCode(visit, door, form);
  const email = form.text('email');
  const code = form.text('code').replaceAll(/\D/g, '');
  const answer = await visit.calls.make(createSession, { email, code, role: door.side }, { key: form.key });
  if (answer.ok) return { to: visit.url.pathname, cookies: answer.cookies };
  const names = { '/code': ['code', 'Codes are 6 digits.'], '/email': ['email', EMAIL_FAULT] } as const;
  return codePage(visit, door, { email, attempt: asField(refusedAttempt(form, answer.problem, names), 'code') });
}

async function sendCode(visit: Visit, door: Door, form: Form): Promise<Outcome> {
  const email = form.text('email');
  if (email === '') return signInPage(visit, door, faultyAttempt(form, { email: EMAIL_FAULT }));
  const answer = await visit.calls.make(requestSessionCode, { email }, { key: form.key });
  if (answer.ok) return codePage(visit, door, { email, until: answer.value.expiresAt });
  const attempt = refusedAttempt(form, answer.problem, { '/email': ['email', EMAIL_FAULT] });
  return signInPage(visit, door, attempt);
}

interface Sent {
  readonly email: string;
  readonly until?: string;
  readonly attempt?: Attempt;
}

function codePage(visit: Visit, door: Door, { email, until, attempt }: Sent): Page {
  const state = stateOf('sign-in', visit.newKey, attempt);
  const again = stateOf('send-code', visit.newKey, undefined);
  const works = until === undefined ? '' : ` It works until ${momentText(until)}.`;
  return page(
    door,
    html`<h1>Enter the code</h1>
      ${!attempt && html`<p>If <bdi>${email}</bdi> is known here, a code is on its way.${works}</p>`}
      ${formOf(
        state,
        html`${codeField(state)}
          <p class="actions">${button('Sign in')}</p>`,
        { email },
      )}
      ${formOf(again, html`<p class="actions">${button('Send a new code', 'plain')} <a href="${visit.url.pathname}">Use another address</a></p>`, { email })}`,
    attempt,
  );
}

/** The field for the six digits. */
export function codeField(state: FormState): SafeHtml {
  return fieldOf(state, {
    name: 'code',
    label: 'Code from the e-mail',
    help: '6 digits',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    code: true,
  });
}

/** What is wrong with a code is said beside it, and the code is typed anew. */
export function asField(attempt: Attempt, field: string): Attempt {
  if (attempt.problem === '') return attempt;
  return { ...attempt, faults: { ...attempt.faults, [field]: attempt.problem }, problem: '' };
}

function page({ name }: Door, body: SafeHtml, attempt: Attempt | undefined): Page {
  return { name, title: 'Sign in', body, narrow: true, status: attempt ? 422 : 200 };
}
