import { html, nothing, type TemplateResult } from 'lit';
import { amountField, choices, danger, gate, heading, problemLine, textArea, turn } from './controls.ts';
import { bones } from './fund-panel.ts';
import { row } from './ledger-row.ts';
import { endShare, held } from './typed.ts';
import type { ReviewView } from './view.ts';

/** Ending the contract: what happens to the money in escrow first, the reason, then the button. */
export function endPanel(view: ReviewView): TemplateResult {
  const { contract, words, who, typed } = view;
  return html`${heading(words.endTitle)} ${held(contract) > 0 ? shares(view) : html`<p>${words.endNothingHeld}</p>`}
    ${typed.pay === 'part' ? amountField(view, 'part', words.endAmount) : nothing}
    ${textArea(view, 'endReason', { label: words.endReason, help: words.endHelp(who), rows: 2 })} ${figures(view)}
    ${problemLine(view)} ${gate(view, 'contracts.endByClient', danger(view, label(view), view.words.ending))}
    <div class="links centred">${turn(view, words.back, '')}</div>`;
}

function shares(view: ReviewView): TemplateResult {
  const { contract, words, write, who } = view;
  const days = words.days(contract.policy.escrowRefundReplyDays);
  return choices(view, 'pay', words.endPay, [
    { value: 'all', label: words.endAll(write.money(contract.figures.escrow)), help: words.endAllHelp(who) },
    { value: 'part', label: words.endPart, help: words.endPartHelp(days) },
    { value: 'none', label: words.endNone, help: words.endNoneHelp(days) },
  ]);
}

function figures(view: ReviewView): TemplateResult | typeof nothing {
  const { contract, words, write, preview, previewing, who, typed } = view;
  if (held(contract) === 0) return nothing;
  if (!preview) return previewing && endShare(typed, contract, write.locale) !== undefined ? bones(2) : nothing;
  const back = words.asksBack(who, words.days(contract.policy.escrowRefundReplyDays));
  return html`<dl class="ledger" part="ledger" aria-live="polite">
    ${row(view, words.inEscrow, contract.figures.escrow)} ${row(view, words.gets(who), preview.release)}
    ${row(view, preview.release.amount > 0 && preview.refund.amount === 0 ? words.comesBack : back, preview.refund, 'total')}
  </dl>`;
}

function label({ words, write, preview, previewing }: ReviewView): string {
  if (!preview) return previewing ? words.checkingFigures : words.end;
  return preview.release.amount > 0 ? words.endPaying(write.money(preview.release)) : words.end;
}
