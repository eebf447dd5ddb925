import type { Contract } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import {
  CHANGES,
  CLOSED,
  DISPUTED,
  DRAFT,
  FUNDED,
  type Mark,
  PAID,
  PAUSED,
  REFUNDED,
  type Role,
  SENT,
  state,
} from '../foundation/marks.ts';
import { shortName } from '../foundation/people.ts';
import { heading, prose, turn } from './controls.ts';
import { numberOf, payable, permission } from './panel.ts';
import type { ReviewView } from './view.ts';

interface Standing {
  readonly coin: Mark;
  readonly role: Role;
  readonly word: string;
  readonly title?: string;
  readonly text?: string;
}

/** Where a contract stands when there is nothing for the client to decide. */
export function stillPanel(view: ReviewView): TemplateResult {
  const { contract, words } = view;
  const { coin, role, word, title, text } = standing(view);
  return html`<div>
      ${state(coin, role, word)} ${title ? heading(title) : nothing}
      ${text ? html`<p class="gap">${text}</p>` : nothing}
    </div>
    ${contract.endReason ? html`<blockquote>${prose(contract.endReason)}</blockquote>` : nothing} ${ownChange(view)}
    ${sums(view)}
    ${contract.viewer === 'freelancer' ? html`<p class="small soft">${words.yours(shortName(contract.client))}</p>` : ways(view)}`;
}

// The client's own proposal waits for the other side.
function ownChange({ contract, words, who }: ReviewView): TemplateResult | typeof nothing {
  const own = contract.milestoneChange?.state === 'open' && contract.milestoneChange.by === 'client';
  if (!own) return nothing;
  return html`<p class="small"><span class="strong">${words.changeYours}.</span> ${words.changeYoursText(who)}</p>`;
}

function ways(view: ReviewView): TemplateResult {
  const { contract, words } = view;
  const milestone = payable(contract);
  const change = contract.milestoneChange?.state === 'open' && contract.milestoneChange.by === 'freelancer';
  return html`<div class="links stacked">
    ${change ? turn(view, words.seeChange, 'change') : nothing}
    ${milestone ? turn(view, words.release, 'approve') : nothing}
    ${permission(contract, 'contracts.cancel') === 'here' ? turn(view, words.cancel, 'cancel') : nothing}
    ${permission(contract, 'contracts.endByClient') !== 'no' ? turn(view, words.endLink, 'end') : nothing}
  </div>`;
}

function standing(view: ReviewView): Standing {
  const { contract, words, write, who } = view;
  const held = write.money(contract.figures.escrow);
  const day = write.day(contract.endedAt ?? contract.updatedAt);
  switch (contract.status) {
    case 'draft':
      return { coin: DRAFT, role: 'quiet', word: words.draft, text: words.draftText };
    case 'pending_acceptance':
    case 'pending_funding':
      return { coin: SENT, role: 'quiet', word: words.waiting };
    case 'active':
      return work(view);
    case 'paused':
      return { coin: PAUSED, role: 'quiet', word: words.paused, title: words.pausedTitle, text: words.pausedText };
    case 'ending': {
      const text = contract.expiresAt ? words.endingText(who, write.moment(contract.expiresAt)) : '';
      return { coin: REFUNDED, role: 'due', word: words.endingState, title: words.endingTitle(held), text };
    }
    case 'in_dispute':
      return {
        coin: DISPUTED,
        role: 'dispute',
        word: words.dispute,
        title: words.disputeTitle(held),
        text: words.disputeText(who),
      };
    case 'completed':
      return {
        coin: PAID,
        role: 'paid',
        word: words.completed,
        title: words.paidFigure(write.money(contract.figures.paid)),
        text: words.completedText(contract.title, day),
      };
    case 'cancelled':
      return { coin: CLOSED, role: 'quiet', word: words.cancelled, text: words.cancelledText(day) };
    case 'declined':
      return { coin: CLOSED, role: 'quiet', word: words.declined, text: words.declinedText(day) };
    case 'withdrawn':
      return { coin: CLOSED, role: 'quiet', word: words.withdrawn, text: words.withdrawnText(who, day) };
    case 'expired':
      return { coin: CLOSED, role: 'quiet', word: words.expired, text: words.expiredText(who, day) };
  }
}

function work(view: ReviewView): Standing {
  const { contract, words, write, who } = view;
  const now = contract.milestones.find(({ state: its }) => its === 'changes_requested' || its === 'active');
  if (!now) return { coin: FUNDED, role: 'held', word: words.awaitingNext, text: words.awaitingNextText(who) };
  const amount = write.money(now.escrow);
  if (now.state === 'changes_requested') {
    return {
      coin: CHANGES,
      role: 'changes',
      word: words.changesAsked,
      title: words.activeTitle(amount),
      text: words.changesAskedText(who, amount),
    };
  }
  const what = contract.milestones.length > 1 ? words.thisMilestone(numberOf(contract, now)) : words.theWork;
  return {
    coin: FUNDED,
    role: 'held',
    word: words.active,
    title: words.activeTitle(amount),
    text: words.activeText(who, what),
  };
}

const SETTLED: readonly Contract['status'][] = ['declined', 'withdrawn', 'expired', 'draft', 'pending_acceptance'];

// How the money stands, without a double rule: that one is under the contract amount.
function sums({ contract, words, write }: ReviewView): TemplateResult | typeof nothing {
  if (SETTLED.includes(contract.status)) return nothing;
  const { total, paid, escrow, unfunded, returned } = contract.figures;
  const line = (label: string, money: typeof total, always = false) =>
    always || money.amount > 0
      ? html`<div>
          <dt>${label}</dt>
          <dd>${write.money(money)}</dd>
        </div>`
      : nothing;
  return html`<dl class="ledger" part="ledger" aria-label=${words.figures}>
    ${line(words.paidSum, paid, true)} ${line(words.inEscrow, escrow)} ${line(words.openSum, unfunded)}
    ${line(words.comesBack, returned)}
    <div class="sub">
      <dt>${words.contractSum}</dt>
      <dd>${write.money(total)}</dd>
    </div>
  </dl>`;
}
