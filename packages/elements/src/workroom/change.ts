import type { Milestone, MilestoneChangeItem } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { CHANGES, state } from '../foundation/marks.ts';
import { actionButton, type Press } from './action-button.ts';
import type { Telling } from './next-step.ts';

/** The open proposal: what it would change, and how to answer it. Nothing when there is none. */
export function openChange(told: Telling, press: Press): TemplateResult | typeof nothing {
  const { contract, words, who } = told;
  const change = contract.milestoneChange;
  if (change?.state !== 'open') return nothing;
  const yours = change.by === contract.viewer;
  return html`<section class="change" part="panel">
    ${state(CHANGES, 'changes', yours ? words.changeYours : words.changeBy(who))}
    <p class="small soft">${yours ? words.changeWaits(who) : words.changeYou}</p>
    <ul class="proposal">
      ${change.items.map((item) => html`<li>${proposed(item, told)}</li>`)}
    </ul>
    ${change.note ? html`<blockquote class="small prose" dir="auto">${change.note}</blockquote>` : nothing}
    <div class="actions">
      ${actionButton(told, { action: 'milestoneChanges.accept', look: 'second', press })}
      ${actionButton(told, { action: 'milestoneChanges.reject', look: 'plain', press })}
      ${actionButton(told, { action: 'milestoneChanges.withdraw', look: 'plain', press })}
    </div>
  </section>`;
}

function proposed(item: MilestoneChangeItem, told: Telling): TemplateResult {
  const { contract, words, write } = told;
  const find = (id: string) => contract.milestones.find((milestone) => milestone.id === id);
  switch (item.op) {
    case 'add':
      return line(
        words.changeAdd(item.title),
        write.money(item.amount),
        item.dueOn ? words.changeDue(write.date(item.dueOn)) : '',
      );
    case 'remove': {
      const gone = find(item.milestoneId);
      return line(words.changeRemove(gone?.title ?? ''), gone ? write.money(gone.amount) : '', '');
    }
    case 'reorder': {
      const names = item.milestoneIds.map((id) => find(id)?.title ?? '').filter(Boolean);
      return html`<div>
        <span class="strong">${words.changeOrder}</span>
        <ol class="order small">
          ${names.map((name) => html`<li dir="auto">${name}</li>`)}
        </ol>
      </div>`;
    }
    case 'edit':
      return edited(item, find(item.milestoneId), told);
  }
}

function edited(item: MilestoneChangeItem & { op: 'edit' }, was: Milestone | undefined, { words, write }: Telling) {
  const title = item.title ?? was?.title ?? '';
  const amount = item.amount ?? was?.amount;
  const before = [
    item.title !== undefined && was && item.title !== was.title ? words.changeWas(was.title) : '',
    item.amount && was && item.amount.amount !== was.amount.amount ? words.changeWas(write.money(was.amount)) : '',
    item.dueOn === undefined ? '' : item.dueOn ? words.changeDue(write.date(item.dueOn)) : words.changeNoDue,
    item.description !== undefined ? words.changeText : '',
  ];
  return line(title, amount ? write.money(amount) : '', before.filter(Boolean).join(' · '));
}

function line(title: string, amount: string, second: string): TemplateResult {
  return html`<div>
      <span class="strong" dir="auto">${title}</span>
      ${second ? html`<span class="small soft">${second}</span>` : nothing}
    </div>
    <span class="money">${amount}</span>`;
}
