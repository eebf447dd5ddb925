import type { EventType } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  AWAITING,
  CHANGES,
  CLOSED,
  DISPUTED,
  FUNDED,
  type Mark,
  mark,
  PAID,
  REFUNDED,
  type Role,
  SENT,
} from '../foundation/marks.ts';
import type { Writing } from '../foundation/writing.ts';
import type { ActivityWords } from '../locales/en/activity.ts';
import type { ActivityLine } from './line.ts';

/** Everything the activity needs to be drawn. */
export interface FeedView {
  readonly lines: readonly ActivityLine[];
  readonly words: ActivityWords;
  readonly write: Writing;
  /** How many lines are drawn. */
  readonly most: number;
  /** Draws more of them. */
  grow(): void;
}

const MARKS: Readonly<Partial<Record<EventType, readonly [Mark, Role]>>> = {
  'contract.sent': [SENT, 'quiet'],
  'contract.revised': [SENT, 'quiet'],
  'contract.withdrawn': [CLOSED, 'quiet'],
  'contract.declined': [CLOSED, 'quiet'],
  'contract.expired': [CLOSED, 'quiet'],
  'contract.cancelled': [CLOSED, 'quiet'],
  'milestone.funded': [FUNDED, 'held'],
  'milestone.submitted': [AWAITING, 'due'],
  'milestone.changes_requested': [CHANGES, 'changes'],
  'payment.released': [PAID, 'paid'],
  'escrow.returned': [REFUNDED, 'quiet'],
  'escrow_refund.requested': [REFUNDED, 'due'],
  'dispute.opened': [DISPUTED, 'dispute'],
};

/** What happened, newest first: the day once, then each line with its time. */
export function feed({ lines, words, write, most, grow }: FeedView): TemplateResult {
  if (lines.length === 0) return html`<p class="soft">${words.none}</p>`;
  return html`<ol class="feed" aria-label=${words.label}>
      ${repeat(
        lines.slice(0, most),
        ({ seq }) => seq,
        (line, index) => row(line, lines[index - 1], write),
      )}
    </ol>
    ${
      lines.length > most
        ? html`<button class="button plain" part="button" type="button" @click=${grow}>${words.earlier}</button>`
        : nothing
    }`;
}

function row(line: ActivityLine, before: ActivityLine | undefined, write: Writing): TemplateResult {
  const day = write.day(line.at);
  const first = !before || write.day(before.at) !== day;
  const drawing = Object.hasOwn(MARKS, line.type) ? MARKS[line.type as EventType] : undefined;
  return html`<li part="row" tabindex="-1">
    ${first ? html`<span class="day tiny soft">${day}</span>` : nothing}
    ${drawing ? mark(...drawing) : html`<span class="dot" aria-hidden="true"></span>`}
    <div>
      <span dir="auto">${line.text}</span>
      ${line.quote ? html`<blockquote class="small soft prose" dir="auto">${line.quote}</blockquote>` : nothing}
    </div>
    <time class="tiny soft number" datetime=${line.at}>${write.time(line.at)}</time>
  </li>`;
}
