import { html, nothing, type TemplateResult } from 'lit';
import { icon, OFFLINE, WAIT, WARNING } from '../foundation/icons.ts';
import {
  AWAITING,
  CHANGES,
  CLOSED,
  DISPUTED,
  type Mark,
  mark,
  PAID,
  PAUSED,
  PLANNED,
  type Role,
  state,
} from '../foundation/marks.ts';
import type { AskingView } from './view.ts';

/** The button in every state; the reason stands below it in text, never in a tooltip. */
export function face(view: AskingView): TemplateResult {
  const { standing, problem, words, contract } = view;
  if (!contract) return problem ? failure(view) : html`<span class="place" aria-busy="true"></span>`;
  if (standing?.kind === 'paid') return paid(view);
  return html`${button(view)}
    <div role="status">${below(view)}</div>
    ${view.opened || !problem ? nothing : html`<p class="error" part="error" role="alert">${icon(WARNING)}<span>${problem}</span></p>`}
    ${standing?.kind === 'asked' && view.withdrawing ? html`<p class="spoken" role="status">${words.takingBack}</p>` : nothing}`;
}

function button(view: AskingView): TemplateResult {
  const { standing, offline, words, sending } = view;
  const ready = standing?.kind === 'ready' && !offline;
  // aria-disabled, not disabled: a disabled button drops focus, and the reader loses their place.
  return html`<button
    class="button ask ${ready ? 'primary' : ''}"
    part="button ${ready ? 'button-primary' : ''}"
    type="button"
    aria-disabled=${ready ? 'false' : 'true'}
    aria-busy=${sending ? 'true' : 'false'}
    aria-haspopup="dialog"
    aria-describedby="below"
    @click=${ready ? view.open : null}
  >
    ${sending ? html`<svg class="icon spin" viewBox="0 0 24 24" aria-hidden="true"><path d=${WAIT}></path></svg>${words.sending}` : html`<slot>${words.button}</slot>`}
  </button>`;
}

function below(view: AskingView): TemplateResult | typeof nothing {
  const { standing, offline, words, write, who } = view;
  if (offline) return reason(icon(OFFLINE), words.offline);
  if (standing?.kind === 'asked') {
    const { sentAt, decideBy } = standing.request;
    const asked = decideBy
      ? words.asked(write.day(sentAt), who, write.moment(decideBy))
      : words.askedOpen(write.day(sentAt));
    return reason(mark(AWAITING, 'due'), html`${asked} ${takeBack(view)}`);
  }
  if (standing?.kind !== 'refused') return nothing;
  const [coin, role, text] = refusal(view, standing.reason);
  return reason(mark(coin, role), text);
}

function reason(drawing: TemplateResult, text: unknown): TemplateResult {
  return html`<p class="reason" part="help" id="below">${drawing}<span>${text}</span></p>`;
}

/** The way to take a request back, where the backend allows it. */
export function takeBack({ contract, words, withdrawing, withdraw }: AskingView): TemplateResult | typeof nothing {
  const allowed = contract?.actions.some(({ name, allowed: may }) => name === 'paymentRequests.withdraw' && may);
  if (!allowed) return nothing;
  return html`<button
    class="button plain"
    part="button"
    type="button"
    aria-disabled=${withdrawing ? 'true' : 'false'}
    @click=${withdrawing ? null : withdraw}
  >
    ${withdrawing ? words.takingBack : words.takeBack}
  </button>`;
}

function refusal({ words, who, contract }: AskingView, code: string): [Mark, Role, string] {
  switch (code) {
    case 'NOT_ACTIVE':
      if (contract?.status === 'draft') return [PLANNED, 'quiet', words.notSent];
      return [
        PLANNED,
        'quiet',
        contract?.status === 'pending_acceptance' ? words.notSigned(who) : words.notActive(who),
      ];
    case 'NO_MILESTONE':
      return [PLANNED, 'quiet', words.noMilestone];
    case 'ENDING':
      return [AWAITING, 'due', words.ending(who)];
    case 'NOT_FUNDED':
      return [PLANNED, 'quiet', words.notFunded(who)];
    case 'ALREADY_REQUESTED':
    case 'IN_REVIEW':
      return [AWAITING, 'due', words.otherRequest(who)];
    case 'CHARGE_PENDING':
      return [AWAITING, 'due', words.charging(who)];
    case 'CHANGE_OPEN':
      return [CHANGES, 'changes', words.notNow];
    case 'DISPUTE_OPEN':
      return [DISPUTED, 'dispute', words.inDispute];
    case 'PAUSED':
      return [PAUSED, 'quiet', words.paused];
    case 'CONTRACT_OVER':
      return [CLOSED, 'quiet', words.over];
    case 'WRONG_ROLE':
      return [PLANNED, 'quiet', words.notYours];
    default:
      return [PLANNED, 'quiet', words.notNow];
  }
}

function paid({ standing, words, write }: AskingView): TemplateResult {
  const { milestone } = standing ?? {};
  return html`${state(PAID, 'paid', words.paid)}
    <p class="small soft under">
      ${milestone ? html`<span class="money">${write.money(milestone.released)}</span>` : nothing}
      ${milestone?.paidAt ? words.paidOn(write.day(milestone.paidAt)) : nothing}
    </p>`;
}

function failure({ problem, words, again }: AskingView): TemplateResult {
  return html`<button class="button ask" part="button" type="button" aria-disabled="true" aria-describedby="below">
      <slot>${words.button}</slot>
    </button>
    <p class="reason" part="help" id="below" role="alert">
      ${icon(WARNING)}<span
        >${problem}
        <button class="button plain" part="button" type="button" @click=${again}>${words.tryAgain}</button></span
      >
    </p>`;
}
