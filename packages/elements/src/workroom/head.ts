import type { Contract } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from '../foundation/marks.ts';
import { fullName, initials } from '../foundation/people.ts';
import { contractStand } from '../foundation/states.ts';
import type { Writing } from '../foundation/writing.ts';
import type { WorkroomWords } from '../locales/en/workroom.ts';
import type { Telling } from './next-step.ts';

/** The way back, the title and the person; at the end the menu, the sum and the state. */
export function head({ contract, words, write }: Telling, menu: TemplateResult, back: TemplateResult): TemplateResult {
  const other = contract.viewer === 'freelancer' ? contract.client : contract.freelancer;
  const name = fullName(other, words.unnamed);
  const { coin, role, word } = contractStand(contract.status, words);
  return html`<header class="room-head">
    <div class="room-title">
      ${back}
      <h2 class="lead" part="lead" dir="auto">${contract.title}</h2>
      <p class="who small">
        <span class="face" aria-hidden="true">${initials(other)}</span>
        <span dir="auto">${other.company && other.company !== name ? `${name}, ${other.company}` : name}</span>
      </p>
    </div>
    <div class="room-sum">
      <div class="room-menu">${menu}</div>
      ${sum(contract, words, write)} ${state(coin, role, word)}
    </div>
  </header>`;
}

function sum({ status, figures }: Contract, words: WorkroomWords, write: Writing): TemplateResult {
  const { paid, total } = figures;
  if (total.amount === 0) return html`<p class="soft">${words.noPrice}</p>`;
  if (status !== 'completed') return html`<p class="money sum" part="figure">${write.money(total)}</p>`;
  return html`<p class="money sum" part="figure">
    ${write.money(paid)} <span class="paid-mark">${words.paidMark}</span>
  </p>`;
}

/** The way back: what the page put there, else a link to the address it gave. */
export function wayBack(href: string, label: string): TemplateResult {
  return html`<div class="small way-back">
    <slot name="back">${href ? html`<a href=${href}>${label}</a>` : nothing}</slot>
  </div>`;
}
