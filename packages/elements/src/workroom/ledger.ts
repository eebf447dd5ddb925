import type { Money } from '@handsel/protocol';
import { html, type TemplateResult } from 'lit';
import type { Telling } from './next-step.ts';

/** One line of the ledger. */
interface LedgerLine {
  readonly label: string;
  readonly money: Money;
  readonly soft?: boolean;
}

/** How the money stands: every part of the contract's sum, then the sum below its double rule. */
export function ledger(told: Telling): TemplateResult {
  const { contract, words, write } = told;
  const title = contract.viewer === 'freelancer' ? words.earnings : words.money;
  return html`<section>
    <div class="section-head"><h3 class="head">${title}</h3></div>
    <dl class="ledger" part="ledger">
      ${ledgerLines(told).map(
        ({ label, money, soft }) =>
          html`<div class=${soft ? 'soft' : ''}>
            <dt>${label}</dt>
            <dd>${write.money(money)}</dd>
          </div>`,
      )}
      <div class="total" part="total">
        <dt>${words.sum}</dt>
        <dd>${write.money(contract.figures.total)}</dd>
      </div>
    </dl>
  </section>`;
}

function ledgerLines({ contract, words, write, who }: Telling): LedgerLine[] {
  const { paid, escrow, unfunded, returned, fees, received } = contract.figures;
  const mine = contract.viewer === 'freelancer';
  const bps = contract.policy.fees.freelancerBps;
  const lines: LedgerLine[] = [
    mine ? { label: words.received, money: received ?? paid } : { label: words.paidSum, money: paid },
    { label: contract.simulated ? words.escrowSimulated : words.escrow, money: escrow },
    { label: words.unfunded, money: unfunded },
  ];
  if (returned.amount > 0) lines.push({ label: mine ? words.returned(who) : words.returnedToYou, money: returned });
  if (mine && fees && fees.amount > 0) {
    lines.push({ label: bps > 0 ? words.fees(write.percent(bps)) : words.feesPaid, money: fees, soft: true });
  }
  return lines;
}
