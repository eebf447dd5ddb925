import { html, nothing, type TemplateResult } from 'lit';
import { AWAITING, state } from '../foundation/marks.ts';
import { proposal } from '../foundation/proposal.ts';
import { gate, heading, primary, problemLine, turn } from './controls.ts';
import { bones, chargeRows, payment } from './fund-panel.ts';
import { confirmation } from './offer-panel.ts';
import { permission } from './panel.ts';
import type { ReviewView } from './view.ts';

/** A proposed change of the milestones, its figures, and the answer. */
export function changePanel(view: ReviewView): TemplateResult {
  const { contract, words, who } = view;
  const here = permission(contract, 'milestoneChanges.accept') === 'here';
  return html`<div>
      ${state(AWAITING, 'due', words.changeState)} ${heading(words.changeTitle(who))}
      <p class="gap">${words.changeText}</p>
    </div>
    ${proposal(view)} ${here ? figures(view) : nothing} ${problemLine(view)}
    ${gate(view, 'milestoneChanges.accept', primary(view, agreeLabel(view), words.agreeing))}
    <div class="links centred">
      ${permission(contract, 'milestoneChanges.reject') === 'no' ? nothing : turn(view, words.changeReject, 'reject')}
    </div>`;
}

function figures(view: ReviewView): TemplateResult {
  const { preview } = view;
  if (!preview) return view.previewing ? bones(2) : html``;
  return html`<dl class="ledger" part="ledger" aria-live="polite">${chargeRows(view, preview)}</dl>
    ${preview.charge.amount > 0 ? payment(view) : nothing}`;
}

function agreeLabel({ words, write, preview, previewing }: ReviewView): string {
  if (!preview) return previewing ? words.checkingFigures : words.check;
  return preview.charge.amount > 0 ? words.changeAcceptPay(write.money(preview.charge)) : words.changeAccept;
}

/** Refuses a proposed change. */
export function rejectPanel(view: ReviewView): TemplateResult {
  const { words, who } = view;
  return confirmation(view, {
    title: words.rejectTitle,
    text: words.rejectText,
    label: words.rejectReason,
    help: words.declineHelp(who),
    now: words.rejectNow,
    busy: words.rejecting,
  });
}
