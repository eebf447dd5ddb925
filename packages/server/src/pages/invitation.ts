import { type Invitation, requestInvitationCode, retrieveInvitation, verifyInvitation } from '@handsel/protocol';
import { type Attempt, refusedAttempt } from './attempt.ts';
import { must } from './calls.ts';
import { button, formOf, stateOf } from './fields.ts';
import type { Form } from './form.ts';
import { html, type SafeHtml } from './html.ts';
import { asField, codeField } from './sign-in.ts';
import type { Outcome, Page, Room, Visit } from './visit.ts';
import { momentText } from './write.ts';

/** Opens an invitation. Reading it changes nothing, however often a mail scanner does. */
export const invitation: Room = {
  side: undefined,
  show: async (visit) => invitationPage(visit),
  act: async (visit, form) => {
    const token = tokenOf(visit);
    if (form.wish === 'send-code') return sendCode(visit, form, token);
    if (form.wish !== 'open') return invitationPage(visit);
    const code = form.text('code').replaceAll(/\D/g, '');
    const answer = await visit.calls.make(verifyInvitation, { invitation: token, code }, { key: form.key });
    if (answer.ok) return { to: `/review/${answer.value.openedId}`, cookies: answer.cookies };
    const attempt = refusedAttempt(form, answer.problem, { '/code': ['code', 'Codes are 6 digits.'] });
    return invitationPage(visit, { attempt: asField(attempt, 'code'), entering: true });
  },
};

async function sendCode(visit: Visit, form: Form, token: string): Promise<Outcome> {
  const answer = await visit.calls.make(requestInvitationCode, { invitation: token }, { key: form.key });
  if (answer.ok) return invitationPage(visit, { until: answer.value.expiresAt, entering: true });
  return invitationPage(visit, { attempt: refusedAttempt(form, answer.problem) });
}

interface Stage {
  readonly until?: string;
  readonly attempt?: Attempt;
  /** Whether a code was sent and is to be typed. */
  readonly entering?: boolean;
}

async function invitationPage(visit: Visit, stage: Stage = {}): Promise<Page> {
  const answer = await visit.calls.make(retrieveInvitation, { invitation: tokenOf(visit) });
  if (!answer.ok && answer.problem.code !== 'NOT_FOUND' && answer.problem.code !== 'VALIDATION') must(answer);
  const found = answer.ok ? answer.value : undefined;
  const body = found ? invited(visit, found, stage) : lost();
  const status = found ? (stage.attempt ? 422 : 200) : 404;
  return { name: 'invitation', title: 'Invitation', body, narrow: true, status };
}

function invited(visit: Visit, found: Invitation, stage: Stage): SafeHtml {
  const { freelancerName: who, status } = found;
  const heading = html`<h1><bdi>${who}</bdi> offers you a contract</h1>`;
  if (status === 'open')
    return html`${heading}${stage.entering ? entering(visit, found, stage) : asking(visit, found, stage)}`;
  const ended = {
    withdrawn: `${who} withdrew this offer. Nothing was charged, and you have nothing to do.`,
    expired: `This offer has expired. Ask ${who} for a new one.`,
    replaced: `${who} sent a newer version of this offer. Open the link in the newest e-mail.`,
  };
  return html`${heading}
    <p>${ended[status]}</p>
    ${signInLink()}`;
}

function asking(visit: Visit, { emailHint }: Invitation, { attempt }: Stage): SafeHtml {
  const inside = html`<p>
      To open it, confirm that <b>${emailHint}</b> is your address: we mail you a 6-digit code. You do not need an
      account, and nothing is signed or charged.
    </p>
    <p class="actions">${button('E-mail me a code')}</p>`;
  return formOf(stateOf('send-code', visit.newKey, attempt), inside);
}

function entering(visit: Visit, { emailHint }: Invitation, { until, attempt }: Stage): SafeHtml {
  const state = stateOf('open', visit.newKey, attempt);
  const again = stateOf('send-code', visit.newKey, undefined);
  return html`${until && html`<p>We mailed a code to <b>${emailHint}</b>. It works until ${momentText(until)}.</p>`}
  ${formOf(
    state,
    html`${codeField(state)}
      <p class="actions">${button('Open the contract')}</p>`,
  )}
  ${formOf(again, html`<p class="actions">${button('Send a new code', 'plain')}</p>`)}`;
}

function lost(): SafeHtml {
  return html`<h1>Invitation</h1>
    <p>This link is not complete or is no longer valid. Open it again from the newest e-mail, or sign in.</p>
    ${signInLink()}`;
}

function signInLink(): SafeHtml {
  return html`<p class="actions"><a class="button second" href="/review">Sign in to your contracts</a></p>`;
}

function tokenOf({ url }: Visit): string {
  return url.pathname.split('/')[2] ?? '';
}
