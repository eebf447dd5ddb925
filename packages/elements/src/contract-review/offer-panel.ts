import type { Money } from '@handsel/protocol';
import { feeOf, sum } from '@handsel/protocol/money';
import { html, nothing, type TemplateResult } from 'lit';
import { justBefore } from '../foundation/dates.ts';
import { CLOCK, ESCROW, icon, REFUND } from '../foundation/icons.ts';
import { SENT, state } from '../foundation/marks.ts';
import { danger, gate, heading, primary, problemLine, textArea, turn } from './controls.ts';
import { row } from './ledger-row.ts';
import { permission } from './panel.ts';
import type { ReviewView } from './view.ts';

/** The offer, and its answer: what signing leads to, before anything is signed. */
export function signPanel(view: ReviewView): TemplateResult {
  const { contract, words, write } = view;
  // An offer that is over on the 26th at midnight ends on the 25th, as the freelancer wrote it.
  const last = contract.expiresAt && justBefore(contract.expiresAt);
  const over = last ? { why: words.offerOver(write.day(last)) } : {};
  return html`<div>
      ${state(SENT, 'quiet', words.waiting)}
      ${last ? html`<p class="small soft">${words.offerEnds(write.moment(last))}</p>` : nothing}
    </div>
    ${start(view)}
    <p class="small">${words.signFree}</p>
    ${problemLine(view)} ${gate(view, 'contracts.accept', primary(view, words.sign, words.signing), over)}
    <div class="links">
      ${question(view)}
      ${permission(contract, 'contracts.decline') === 'no' ? nothing : turn(view, words.decline, 'decline')}
    </div>
    ${promises(view)}`;
}

// What the first payment will be: the very rule the backend charges by, one rounding for the whole.
function start(view: ReviewView): TemplateResult {
  const { contract, words, write } = view;
  const { currency, milestones, policy } = contract;
  const first = milestones[0]?.amount ?? { amount: 0, currency };
  const share = feeOf(first, policy.fees.clientBps);
  const once: Money = { amount: policy.fees.initiationMinor, currency };
  const total = sum([first, share, once], currency);
  const figure = write.money(total);
  const plain = milestones.length === 1 && total.amount === first.amount;
  return html`<div>
      <p class="small soft">${words.toStart}</p>
      <p class="figure-large money ${figure.length > 12 ? 'long' : ''}" part="figure">${figure}</p>
    </div>
    ${
      plain
        ? nothing
        : html`<dl class="ledger" part="ledger">
            ${row(view, words.milestone(1), first)}
            ${share.amount > 0 ? row(view, words.serviceFee(write.percent(policy.fees.clientBps)), share, 'soft') : nothing}
            ${once.amount > 0 ? row(view, words.startFee, once, 'soft') : nothing}
            ${row(view, words.toStartSum, total, 'sub')}
          </dl>`
    }`;
}

function question({ contract, words }: ReviewView): TemplateResult | typeof nothing {
  const { email } = contract.freelancer;
  if (!email) return nothing;
  const subject = encodeURIComponent(contract.title);
  return html`<a class="button plain" part="button" href="mailto:${email}?subject=${subject}">${words.ask}</a>`;
}

function promises({ contract, words, who }: ReviewView): TemplateResult {
  return html`<ul class="promises">
    <li>${icon(ESCROW)}<span>${words.promiseEscrow(who)}</span></li>
    <li>${icon(CLOCK)}<span>${words.promiseDays(words.days(contract.policy.reviewDays))}</span></li>
    <li>${icon(REFUND, 'turns')}<span>${words.promiseBack}</span></li>
  </ul>`;
}

/** Declines after asking once, with a reason where the client wants to give one. */
export function declinePanel(view: ReviewView): TemplateResult {
  const { words, who } = view;
  return confirmation(view, {
    title: words.declineTitle,
    text: words.declineText(who),
    label: words.declineReason,
    help: words.declineHelp(who),
    now: words.declineNow,
    busy: words.declining,
  });
}

/** Cancels a contract that nobody has paid for. */
export function cancelPanel(view: ReviewView): TemplateResult {
  const { words, who } = view;
  return confirmation(view, {
    title: words.cancelTitle,
    text: words.cancelText(who),
    label: words.declineReason,
    help: words.declineHelp(who),
    now: words.cancelNow,
    busy: words.cancelling,
  });
}

/** What a step asks that cannot be undone. */
export interface Confirmation {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly help: string;
  readonly now: string;
  readonly busy: string;
}

/** A step that says no; the way back stands beside it. */
export function confirmation(view: ReviewView, { title, text, label, help, now, busy }: Confirmation): TemplateResult {
  const { words } = view;
  return html`<div>
      ${heading(title)}
      <p class="gap">${text}</p>
    </div>
    ${textArea(view, 'reason', { label, help, optional: true })} ${problemLine(view)} ${danger(view, now, busy)}
    <div class="links centred">${turn(view, words.back, '')}</div>`;
}
