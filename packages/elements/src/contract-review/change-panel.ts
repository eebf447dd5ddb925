import type { Milestone, MilestoneChangeItem } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { AWAITING, state } from '../foundation/marks.ts';
import { gate, heading, primary, problemLine, prose, turn } from './controls.ts';
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

/** What is proposed, line by line: what it was, and what it would be. */
export function proposal(view: ReviewView): TemplateResult {
  const { contract } = view;
  const change = contract.milestoneChange;
  return html`<ul class="proposal">
      ${(change?.items ?? []).map((item) => html`<li>${line(view, item)}</li>`)}
    </ul>
    ${change?.note ? html`<blockquote>${prose(change.note)}</blockquote>` : nothing}`;
}

function line(view: ReviewView, item: MilestoneChangeItem): TemplateResult {
  const { contract, words, write } = view;
  const find = (id: string): Milestone | undefined => contract.milestones.find((milestone) => milestone.id === id);
  switch (item.op) {
    case 'add':
      return html`<span class="name"><bdi>${words.changeAdd(item.title)}</bdi></span>
        <span class="money">${write.money(item.amount)}</span>
        ${item.dueOn ? html`<span class="small soft">${words.changeDue(write.date(item.dueOn))}</span>` : nothing}`;
    case 'remove': {
      const milestone = find(item.milestoneId);
      return html`<span class="name"><bdi>${words.changeRemove(milestone?.title ?? '')}</bdi></span>
        <span class="money">${milestone ? write.minus(milestone.amount) : nothing}</span>`;
    }
    case 'edit':
      return edited(view, item, find(item.milestoneId));
    case 'reorder':
      return html`<span>${words.changeOrder}</span>
        <ol class="small soft order">
          ${item.milestoneIds.map((id) => html`<li dir="auto">${find(id)?.title ?? ''}</li>`)}
        </ol>`;
  }
}

function edited(
  { words, write }: ReviewView,
  item: Extract<MilestoneChangeItem, { op: 'edit' }>,
  milestone: Milestone | undefined,
): TemplateResult {
  const amount = item.amount ?? milestone?.amount;
  const before = [
    item.title !== undefined && milestone && item.title !== milestone.title && milestone.title,
    item.amount && milestone && item.amount.amount !== milestone.amount.amount && write.money(milestone.amount),
  ].filter((part) => typeof part === 'string');
  return html`<span class="name"><bdi>${words.changeEdit(item.title ?? milestone?.title ?? '')}</bdi></span>
    <span class="money">${amount ? write.money(amount) : nothing}</span>
    ${before.length > 0 ? html`<span class="small soft">${words.changeWas(before.join(', '))}</span>` : nothing}
    ${
      item.dueOn === undefined
        ? nothing
        : html`<span class="small soft"
            >${item.dueOn ? words.changeDue(write.date(item.dueOn)) : words.changeNoDue}</span
          >`
    }
    ${item.description ? html`<div class="small soft">${prose(item.description)}</div>` : nothing}`;
}
