import type { Contract, Milestone, MilestoneChangeItem } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProposalWords } from '../locales/en/proposal.ts';
import type { Writing } from './writing.ts';

/** Everything a proposed change needs to be drawn. */
export interface ProposalView {
  readonly contract: Contract;
  readonly words: ProposalWords;
  readonly write: Writing;
}

/** What is proposed, line by line: what it would be, and what it was; then what was written with it. */
export function proposal(view: ProposalView): TemplateResult {
  const { milestoneChange: change } = view.contract;
  return html`<ul class="proposal priced">
      ${(change?.items ?? []).map((item) => html`<li>${line(view, item)}</li>`)}
    </ul>
    ${change?.note ? html`<blockquote class="small told" dir="auto">${change.note}</blockquote>` : nothing}`;
}

function line(view: ProposalView, item: MilestoneChangeItem): TemplateResult {
  const { contract, words, write } = view;
  const find = (id: string) => contract.milestones.find((milestone) => milestone.id === id);
  switch (item.op) {
    case 'add':
      return html`${name(words.changeAdd(item.title), write.money(item.amount))}
      ${item.dueOn ? second(words.changeDue(write.date(item.dueOn))) : nothing} ${text(item.description)}`;
    case 'remove': {
      const gone = find(item.milestoneId);
      return name(words.changeRemove(gone?.title ?? ''), gone ? write.minus(gone.amount) : '');
    }
    case 'edit':
      return edited(view, item, find(item.milestoneId));
    case 'reorder':
      return html`<span class="strong">${words.changeOrder}</span>
        <ol class="small soft order">
          ${item.milestoneIds.map((id) => html`<li dir="auto">${find(id)?.title ?? ''}</li>`)}
        </ol>`;
  }
}

function edited(
  { words, write }: ProposalView,
  item: Extract<MilestoneChangeItem, { op: 'edit' }>,
  was: Milestone | undefined,
): TemplateResult {
  const { title, dueOn } = item;
  const amount = item.amount ?? was?.amount;
  const before = [
    title !== undefined && was && title !== was.title ? was.title : '',
    item.amount && was && item.amount.amount !== was.amount.amount ? write.money(was.amount) : '',
  ].filter(Boolean);
  const due = dueOn ? words.changeDue(write.date(dueOn)) : words.changeNoDue;
  return html`${name(title ?? was?.title ?? '', amount ? write.money(amount) : '')}
  ${before.length > 0 ? second(words.changeWas(before.join(', '))) : nothing}
  ${dueOn === undefined ? nothing : second(due)} ${text(item.description)}`;
}

function name(title: string, amount: string): TemplateResult {
  return html`<span class="name strong"><bdi>${title}</bdi></span> <span class="money">${amount}</span>`;
}

function second(said: string): TemplateResult {
  return html`<span class="small soft">${said}</span>`;
}

// A new description is agreed to like everything else, so it is read in full.
function text(description: string | undefined): TemplateResult | typeof nothing {
  return description ? html`<div class="small soft told" dir="auto">${description}</div>` : nothing;
}
