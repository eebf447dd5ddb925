import type { Contract } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from '../foundation/marks.ts';
import { shortName } from '../foundation/people.ts';
import { workingStand } from '../foundation/states.ts';
import { heading, prose, turn } from './controls.ts';
import { numberOf, payable, permission } from './panel.ts';
import type { ReviewView } from './view.ts';

interface Telling {
  readonly title?: string;
  readonly text?: string;
}

/** Where a contract stands when there is nothing for the client to decide. */
export function stillPanel(view: ReviewView): TemplateResult {
  const { contract, words } = view;
  const working = contract.milestones.find(({ state: its }) => its === 'changes_requested')?.state;
  const { coin, role, word } = workingStand(contract.status, working, words);
  const { title, text } = telling(view);
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

// What it means, in a heading and a sentence; the state's own word stands above them.
function telling(view: ReviewView): Telling {
  const { contract, words, write, who } = view;
  const held = write.money(contract.figures.escrow);
  const day = write.day(contract.endedAt ?? contract.updatedAt);
  const until = contract.expiresAt ? words.endingText(who, write.moment(contract.expiresAt)) : '';
  switch (contract.status) {
    case 'draft':
      return { text: words.draftText };
    case 'pending_acceptance':
    case 'pending_funding':
      return {};
    case 'active':
      return work(view);
    case 'paused':
      return { title: words.pausedTitle, text: words.pausedText };
    case 'ending':
      return { title: words.endingTitle(held), text: until };
    case 'in_dispute':
      return { title: words.disputeTitle(held), text: words.disputeText(who) };
    case 'completed': {
      const text = words.completedText(contract.title, day);
      return { title: words.paidFigure(write.money(contract.figures.paid)), text };
    }
    case 'cancelled':
      return { text: words.cancelledText(day) };
    case 'declined':
      return { text: words.declinedText(day) };
    case 'withdrawn':
      return { text: words.withdrawnText(who, day) };
    case 'expired':
      return { text: words.expiredText(who, day) };
  }
}

function work({ contract, words, write, who }: ReviewView): Telling {
  const now = contract.milestones.find(({ state: its }) => its === 'changes_requested' || its === 'active');
  if (!now) return { text: words.awaitingNextText(who) };
  const amount = write.money(now.escrow);
  const title = words.activeTitle(amount);
  if (now.state === 'changes_requested') return { title, text: words.changesAskedText(who, amount) };
  const what = contract.milestones.length > 1 ? words.thisMilestone(numberOf(contract, now)) : words.it;
  return { title, text: words.activeText(who, what) };
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
