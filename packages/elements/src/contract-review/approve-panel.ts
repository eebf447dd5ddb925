import type { Milestone } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { AWAITING, FUNDED, state } from '../foundation/marks.ts';
import { amountField, choices, gate, heading, primary, problemLine, prose, textArea, turn } from './controls.ts';
import { bones, chargeRows } from './fund-panel.ts';
import { row } from './ledger-row.ts';
import { fundable, numberOf, payable, permission } from './panel.ts';
import { endsWith, hasMore } from './typed.ts';
import type { ReviewView } from './view.ts';

/** Releasing what is held for a milestone: all or less, asked for or not. */
export function approvePanel(view: ReviewView): TemplateResult {
  const { contract, words } = view;
  const milestone = payable(contract);
  if (!milestone) return html`${problemLine(view)}`;
  const asked = milestone.state === 'submitted';
  const here = permission(contract, 'milestones.approve', milestone.id) === 'here';
  const button = primary(view, releaseLabel(view), words.releasing);
  return html`${opening(view, milestone)}
    ${here ? html`${decisions(view, milestone)} ${figures(view, milestone)}` : nothing} ${problemLine(view)}
    ${gate(view, 'milestones.approve', button, { milestoneId: milestone.id })}
    ${
      asked && permission(contract, 'paymentRequests.requestChanges') !== 'no'
        ? html`<button class="button second wide" part="button" type="button" @click=${() => view.go('changes')}>
            ${words.askChanges}
          </button>`
        : nothing
    }
    ${consequence(view, milestone)}
    <div class="links">
      ${asked ? nothing : turn(view, words.back, '')}
      ${permission(contract, 'contracts.endByClient') === 'here' ? turn(view, words.endLink, 'end') : nothing}
    </div>`;
}

function opening(view: ReviewView, milestone: Milestone): TemplateResult {
  const { contract, words, write, who } = view;
  const asked = milestone.state === 'submitted';
  const until = milestone.autoReleaseAt;
  const request = contract.paymentRequest?.milestoneId === milestone.id ? contract.paymentRequest : undefined;
  const title =
    contract.milestones.length > 1
      ? words.milestoneTitle(numberOf(contract, milestone), milestone.title)
      : milestone.title;
  return html`<div>
      ${
        asked
          ? state(AWAITING, 'due', until ? words.waitingUntil(write.moment(until)) : words.waiting)
          : state(FUNDED, 'held', words.active)
      }
      ${heading(asked ? words.asks(who, write.money(milestone.escrow)) : words.releaseTitle(who))}
      <p class="small soft gap"><bdi>${title}</bdi></p>
    </div>
    ${asked ? nothing : html`<p>${words.releaseText(who)}</p>`}
    ${asked && request?.note ? html`<blockquote>${prose(request.note)}</blockquote>` : nothing}`;
}

function decisions(view: ReviewView, milestone: Milestone): TemplateResult {
  const { words, write, who, typed } = view;
  const less = typed.release === 'less';
  return html`<details ?open=${less || typed.comment !== '' || typed.after !== ''}>
    <summary>${words.moreWays}</summary>
    <div class="inside">
      ${choices(view, 'release', words.howMuch, [
        { value: 'all', label: words.payAll(write.money(milestone.escrow)) },
        { value: 'less', label: words.payLess, help: words.payLessHelp },
      ])}
      ${
        less
          ? html`${amountField(view, 'less', words.lessAmount)}
            ${textArea(view, 'lessReason', { label: words.lessReason, help: words.lessHelp(who), rows: 2 })}`
          : nothing
      }
      ${ends(view, milestone)}
      ${textArea(view, 'comment', {
        label: words.comment(who),
        help: words.changesHelp(who),
        rows: 2,
        optional: true,
      })}
    </div>
  </details>`;
}

// What comes after the payment: the usual is chosen, the other stands beside it.
function ends(view: ReviewView, milestone: Milestone): TemplateResult {
  const { contract, words, typed } = view;
  const chosen = endsWith(typed, contract, milestone) ? 'end' : 'open';
  const next = fundable(contract)[0];
  const options = hasMore(contract, milestone)
    ? [
        { value: 'open', label: next ? words.goOn(numberOf(contract, next)) : words.keepOpen, help: words.goOnHelp },
        { value: 'end', label: words.stopHere, help: words.stopHereHelp },
      ]
    : [
        { value: 'end', label: words.endNow, help: words.endNowHelp },
        { value: 'open', label: words.keepOpen, help: words.keepOpenHelp },
      ];
  return choices(view, 'after', words.afterwards, options, chosen);
}

function figures(view: ReviewView, milestone: Milestone): TemplateResult | typeof nothing {
  const { contract, words, preview, who } = view;
  if (!preview) return view.previewing || view.typed.release === 'all' ? bones(3) : nothing;
  const { policy } = contract;
  return html`<dl class="ledger" part="ledger" aria-live="polite">
    ${row(view, words.inEscrow, milestone.escrow)} ${row(view, words.gets(who), preview.release)}
    ${preview.carry.amount > 0 ? row(view, words.staysHeld, preview.carry) : nothing}
    ${
      preview.refund.amount > 0
        ? row(view, words.asksBack(who, words.days(policy.escrowRefundReplyDays)), preview.refund)
        : nothing
    }
    ${chargeRows(view, preview)}
  </dl>`;
}

function releaseLabel({ words, write, preview, previewing }: ReviewView): string {
  if (preview) return words.approve(write.money(preview.release));
  return previewing ? words.checkingFigures : words.check;
}

function consequence({ words, write, who, contract, typed }: ReviewView, milestone: Milestone): TemplateResult {
  const until = milestone.state === 'submitted' ? milestone.autoReleaseAt : null;
  const ends = endsWith(typed, contract, milestone);
  return html`<p class="small soft">
    ${words.noUndo} ${ends ? words.completes : nothing} ${until ? words.ifNothing(who, write.moment(until)) : nothing}
  </p>`;
}

/** Asking for changes: a note is required; it says what happens to the money and to the clock. */
export function changesPanel(view: ReviewView): TemplateResult {
  const { contract, words, write, who } = view;
  const milestone = payable(contract);
  const amount = write.money(milestone?.escrow ?? contract.figures.escrow);
  return html`<div>
      ${heading(words.changesTitle(who))}
      <p class="gap">${words.changesText(amount, words.days(contract.policy.reviewDays), who)}</p>
    </div>
    ${textArea(view, 'note', { label: words.changesNote, help: words.changesHelp(who), rows: 5 })} ${problemLine(view)}
    ${gate(view, 'paymentRequests.requestChanges', primary(view, words.changesSend(who), words.sending))}
    <div class="links centred">${turn(view, words.back, '')}</div>`;
}
