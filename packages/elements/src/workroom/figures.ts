import type { Money, MoneyPreview } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { Telling } from './next-step.ts';

/** The figure a person looks at: what is charged, else what is released, else what goes back. */
export function headline({ charge, release, refund }: MoneyPreview): Money {
  if (charge.amount > 0) return charge;
  return release.amount > 0 ? release : refund;
}

/** What a money command will do, line by line, the answer below its double rule. */
export function previewFigures(preview: MoneyPreview, { words, write, who }: Telling): TemplateResult {
  const lines: (readonly [label: string, money: Money])[] = [];
  const { charge, release, freelancerFee, net, refund } = preview;
  if (charge.amount > 0) lines.push([words.charged, charge]);
  if (release.amount > 0) {
    if (freelancerFee.amount > 0) lines.push([words.feeTaken, freelancerFee]);
    lines.push([words.youGet, net]);
  }
  if (refund.amount > 0) lines.push([words.goesBack(who), refund]);
  if (lines.length === 0) return html`<p class="small soft">${words.nothingMoves}</p>`;
  const last = lines.length - 1;
  return html`<dl class="ledger" part="ledger">
    ${lines.map(
      ([label, money], index) =>
        html`<div class=${index === last ? 'total' : ''} part=${index === last ? 'total' : nothing}>
          <dt>${label}</dt>
          <dd>${write.money(money)}</dd>
        </div>`,
    )}
  </dl>`;
}
