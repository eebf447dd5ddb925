import type { Contract, Milestone, Money, PaymentRequest } from '@handsel/protocol';
import { LONGEST } from '@handsel/protocol/longest';
import { feeOf, sum } from '@handsel/protocol/money';
import { html, nothing, type TemplateResult } from 'lit';
import { cut } from '../foundation/cut.ts';
import { textField } from '../foundation/form/field.ts';
import { CLOCK, CLOSE, icon, WAIT, WARNING } from '../foundation/icons.ts';
import { AWAITING, mark, PAID, PLANNED } from '../foundation/marks.ts';
import { takeBack } from './face.ts';
import type { AskingView } from './view.ts';

/** What stands in the dialog: money first, then the note, then the clock; and what came of it. */
export function confirmation(view: AskingView): TemplateResult {
  const { contract, standing, sent } = view;
  const milestone = contract?.milestones.find(({ id }) => id === (sent?.milestoneId ?? standing?.milestone?.id));
  if (!contract || !milestone) return html``;
  return sent ? done(view, contract, sent) : asking(view, contract, milestone);
}

function top(view: AskingView, title: unknown): TemplateResult {
  return html`<div class="top">
    <h2 class="title" part="title" id="request-title" tabindex="-1">${title}</h2>
    <button class="button square" part="button" type="button" aria-label=${view.words.close} @click=${view.close}>
      ${icon(CLOSE)}
    </button>
  </div>`;
}

function asking(view: AskingView, contract: Contract, milestone: Milestone): TemplateResult {
  const { words, problem } = view;
  const number = contract.milestones.indexOf(milestone) + 1;
  return html`${top(view, words.title)}
    <p class="small soft what">${words.what(contract.title, number, milestone.title)}</p>
    ${figures(view, contract, milestone.escrow)} ${note(view)} ${clock(view)}
    <p class="error" part="error" role="alert">${problem ? html`${icon(WARNING)}<span>${problem}</span>` : nothing}</p>
    ${actions(view, milestone.escrow)}`;
}

// What is taken from a release: the very rule the backend pays out by, one rounding for the whole.
function netOf(amount: Money, { policy }: Contract): { fee: Money; net: Money } {
  const fee = feeOf(amount, policy.fees.freelancerBps);
  return { fee, net: sum([amount, { ...fee, amount: -fee.amount }], amount.currency) };
}

function figures({ words, write }: AskingView, contract: Contract, amount: Money): TemplateResult {
  const { fee, net } = netOf(amount, contract);
  return html`<dl class="ledger" part="ledger">
      <div>
        <dt>${words.released}</dt>
        <dd>${write.money(amount)}</dd>
      </div>
      ${
        fee.amount > 0
          ? html`<div class="soft">
              <dt>${words.fee(write.percent(contract.policy.fees.freelancerBps))}</dt>
              <dd>${write.minus(fee)}</dd>
            </div>`
          : nothing
      }
      <div class="total" part="total">
        <dt>${words.receive}</dt>
        <dd>${write.money(net)}</dd>
      </div>
    </dl>
    ${contract.simulated ? html`<p class="small soft">${words.simulated}</p>` : nothing}`;
}

function note(view: AskingView): TemplateResult {
  const { words, write, who } = view;
  const over = view.note.length - LONGEST.note;
  return textField({
    id: 'note',
    label: words.note(who),
    optional: words.optional,
    help: words.noteHelp,
    counter: words.count(write.count(view.note.length), write.count(LONGEST.note)),
    error: over > 0 ? words.tooLong(write.count(over)) : '',
    value: view.note,
    rows: 4,
    onInput: view.type,
  });
}

function clock({ words, write, who, due }: AskingView): TemplateResult {
  return html`<div class="notice" part="notice">
    ${icon(CLOCK)}
    <p>${words.clock(who)} <span class="until">${write.moment(due)}</span> ${words.clockEnd}</p>
  </div>`;
}

function actions(view: AskingView, amount: Money): TemplateResult {
  const { words, write, sending } = view;
  return html`<div class="actions end">
    <button class="button second" part="button" type="button" @click=${view.close}>${words.notYet}</button>
    <button
      class="button primary"
      part="button button-primary"
      type="button"
      aria-disabled=${sending ? 'true' : 'false'}
      aria-busy=${sending ? 'true' : 'false'}
      @click=${sending ? null : view.send}
    >
      ${
        sending
          ? html`<svg class="icon spin" viewBox="0 0 24 24" aria-hidden="true"><path d=${WAIT}></path></svg
              >${words.sending}`
          : words.send(write.money(amount))
      }
    </button>
  </div>`;
}

function done(view: AskingView, contract: Contract, request: PaymentRequest): TemplateResult {
  const { words, write, who, problem } = view;
  const mailed = request.emailedAt !== null;
  return html`${top(view, html`${words.sent}<br />${mailed ? words.emailed(who) : words.onItsWay(who)}`)}
    <p class="spoken" role="status">${words.sent} ${mailed ? words.emailed(who) : words.onItsWay(who)}</p>
    <ol class="sent">
      ${step(PAID, 'paid', words.youAsked, words.askedAt(write.moment(request.sentAt), contract.client.email ?? ''), true)}
      ${step(AWAITING, 'due', words.approves(who), untilText(view, contract, request), true)}
      ${step(PLANNED, '', words.youArePaid, words.atOnce, false)}
    </ol>
    ${cut()}
    <dl class="ledger plain-total" part="ledger">
      <div class="total" part="total">
        <dt>${words.willReceive}</dt>
        <dd>${write.money(request.net)}</dd>
      </div>
    </dl>
    <p class="error" part="error" role="alert">${problem ? html`${icon(WARNING)}<span>${problem}</span>` : nothing}</p>
    <div class="actions end">
      ${takeBack(view)}
      <button class="button primary" part="button button-primary" type="button" @click=${view.close}>
        ${words.done}
      </button>
    </div>`;
}

function step(
  coin: typeof PAID,
  role: 'paid' | 'due' | '',
  title: string,
  text: string,
  strong: boolean,
): TemplateResult {
  return html`<li class="line">
    ${mark(coin, role)}
    <div>
      <span class=${strong ? 'strong' : ''}>${title}</span>
      <div class="small soft">${text}</div>
    </div>
  </li>`;
}

function untilText({ words, write, who }: AskingView, { policy }: Contract, { decideBy }: PaymentRequest): string {
  if (!decideBy) return '';
  const reminders = policy.reminderHours.map((hours) =>
    hours % 24 === 0 ? words.days(hours / 24) : words.hours(hours),
  );
  const until = write.moment(decideBy);
  return reminders.length > 0 ? words.until(until, who, words.and(reminders)) : words.untilOnly(until);
}
