import type { MilestoneDraft } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { netOf } from './drafts.ts';
import type { LaterView } from './later-view.ts';

/** The figures under their rules: milestones counted or one by one, the fee where there is one, and what is received. */
export function figures(
  view: LaterView,
  milestones: readonly MilestoneDraft[],
  how: 'counted' | 'listed',
): TemplateResult {
  const { words, write, policy, currency, writer } = view;
  const { total, fee, net } = netOf(milestones, policy, currency);
  const bps = writer === 'freelancer' ? policy.fees.freelancerBps : 0;
  const listed = how === 'listed' && milestones.length > 1;
  const last = writer === 'client' ? words.budget : bps > 0 ? words.receive : words.total;
  return html`<dl class="ledger ${listed ? 'numbered' : ''}" part="ledger">
    ${listed ? milestones.map((milestone, place) => line(view, milestone, place)) : nothing}
    ${
      bps > 0
        ? html`<div class=${listed ? 'sub' : ''}>
              <dt>${listed ? words.total : counted(view, milestones.length)}</dt>
              <dd>${write.money(total)}</dd>
            </div>
            <div class="soft">
              <dt>${words.fee(write.percent(bps))}</dt>
              <dd>${write.minus(fee)}</dd>
            </div>`
        : nothing
    }
    <div class="total" part="total">
      <dt>${bps === 0 && how === 'counted' ? counted(view, milestones.length) : last}</dt>
      <dd>${write.money(bps > 0 ? net : total)}</dd>
    </div>
  </dl>`;
}

function line({ write }: LaterView, { title, amount }: MilestoneDraft, place: number): TemplateResult {
  return html`<div>
    <dt>
      <span>${write.count(place + 1)}</span><span><bdi>${title}</bdi></span>
    </dt>
    <dd>${write.money(amount)}</dd>
  </div>`;
}

/** How many milestones, in words where they are few. */
export function counted({ words, write, values }: LaterView, count: number): string {
  if (values.price !== 'milestones') return words.total;
  return words.countMilestones(count, words.numbers[count] ?? write.count(count));
}
