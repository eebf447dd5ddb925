import type { Contract, ContractEvent, Milestone } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { mark } from '../foundation/marks.ts';
import { shortName } from '../foundation/people.ts';
import { milestoneStand } from '../foundation/states.ts';
import type { Writing } from '../foundation/writing.ts';
import type { MilestoneTimelineWords } from '../locales/en/milestone-timeline.ts';
import type { Span } from './span.ts';

/** Everything the timeline needs to be drawn. */
export interface TimelineView {
  readonly contract: Contract;
  readonly events: readonly ContractEvent[];
  readonly words: MilestoneTimelineWords;
  readonly write: Writing;
  readonly span: Span;
  /** Draws more: earlier ones, or later ones. */
  grow(end: 'earlier' | 'later'): void;
}

/** The milestones in their order: what is done, what is being done, what comes. */
export function timeline(view: TimelineView): TemplateResult {
  const { contract, words, span } = view;
  const { milestones } = contract;
  if (milestones.length === 0) return html`<p class="soft">${words.none}</p>`;
  const shown = milestones.slice(span.from, span.to);
  return html`${more(view, span.from, 'earlier')}
    <ol class="timeline" aria-label=${words.label} start=${span.from + 1}>
      ${repeat(
        shown,
        ({ id }) => id,
        (milestone) => row(view, milestone),
      )}
    </ol>
    ${more(view, milestones.length - span.to, 'later')}`;
}

function more({ words, write, grow }: TimelineView, hidden: number, end: 'earlier' | 'later') {
  if (hidden <= 0) return nothing;
  const count = write.count(Math.min(hidden, 100));
  return html`<button class="button plain" part="button" type="button" @click=${() => grow(end)}>
    ${end === 'earlier' ? words.earlier(count) : words.later(count)}
  </button>`;
}

function row(view: TimelineView, milestone: Milestone): TemplateResult {
  const { words, write } = view;
  const { coin, role, word } = milestoneStand(milestone, words);
  const past = milestone.state === 'paid' || milestone.state === 'refunded';
  const planned = milestone.state === 'planned';
  const said = second(view, milestone);
  return html`<li class=${past ? 'past' : ''} part="row" tabindex="-1">
    ${mark(coin, role)}
    <div class="body">
      <span class="name ${planned ? '' : 'strong'}" dir="auto">${milestone.title}</span>
      <span class="amount money ${planned ? '' : 'strong'}" part="figure">${write.money(milestone.amount)}</span>
      <div class="about small soft">
        ${said ? html`<p>${said}</p>` : nothing}${milestone.description ? what(milestone.description, words) : nothing}
      </div>
      <span class="amount word is-${role}" part="state">${word}</span>
    </div>
  </li>`;
}

function what(description: string, words: MilestoneTimelineWords): TemplateResult {
  return html`<details>
    <summary>${words.what}</summary>
    <p dir="auto" class="prose">${description}</p>
  </details>`;
}

function second(view: TimelineView, milestone: Milestone): string {
  const { contract, words, write } = view;
  const due = milestone.dueOn ? words.due(write.date(milestone.dueOn)) : '';
  const mine = contract.viewer === 'freelancer';
  const who = shortName(mine ? contract.client : contract.freelancer);
  switch (milestone.state) {
    case 'paid':
      return paid(view, milestone, who);
    case 'refunded':
      return words.wentBack(write.money(milestone.refunded));
    case 'submitted': {
      const until = milestone.autoReleaseAt;
      if (!until) return due;
      return mine ? words.theirAnswer(who, write.moment(until)) : words.yourAnswer(write.moment(until));
    }
    case 'changes_requested':
      return sentences(mine ? words.theyAskedChanges(who) : words.youAskedChanges, due);
    case 'planned':
      return sentences(due, waits(contract, milestone, words, who));
    case 'active':
    case 'in_dispute':
      return due;
  }
}

function waits(contract: Contract, milestone: Milestone, words: MilestoneTimelineWords, who: string): string {
  const running = contract.status === 'active' || contract.status === 'pending_funding' || contract.status === 'paused';
  if (!running) return '';
  if (milestone.escrow.amount > 0) return words.nextInTurn;
  return contract.viewer === 'freelancer' ? words.waitForFunds(who) : words.notCharged;
}

function paid({ contract, events, words, write }: TimelineView, milestone: Milestone, who: string): string {
  const { released, amount, paidAt } = milestone;
  if (!paidAt) return '';
  const day = write.day(paidAt);
  if (released.amount < amount.amount) return words.paidPart(write.money(released), write.money(amount), day);
  const about = events.findLast(
    ({ type, data }) =>
      data['milestoneId'] === milestone.id && (type === 'milestone.approved' || type === 'milestone.auto_approved'),
  );
  if (about?.type === 'milestone.auto_approved') return words.paidByItself(day);
  if (about?.type !== 'milestone.approved') return words.paidOn(day);
  return contract.viewer === 'freelancer' ? words.approvedBy(who, day) : words.approvedByYou(day);
}

function sentences(first: string, second: string): string {
  return first && second ? `${first}. ${second}` : first || second;
}
