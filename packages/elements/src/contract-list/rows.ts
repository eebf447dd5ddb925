import type { ContractSummary } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { mark } from '../foundation/marks.ts';
import { fullName } from '../foundation/people.ts';
import { workingStand } from '../foundation/states.ts';
import type { Writing } from '../foundation/writing.ts';
import type { ContractListWords } from '../locales/en/contract-list.ts';
import { nextLine } from './next-line.ts';

/** Everything the rows need to be drawn. */
export interface RowsView {
  readonly items: readonly ContractSummary[];
  readonly words: ContractListWords;
  readonly write: Writing;
  /** The address of a contract's page; undefined where the list opens it itself. */
  hrefOf(contract: ContractSummary): string | undefined;
  select(event: Event, contract: ContractSummary): void;
}

/** The contracts: mark, name and client, what is next and whose turn, amount and state. */
export function contractRows(view: RowsView): TemplateResult {
  return html`<ul class="rows contracts">
    ${repeat(
      view.items,
      ({ id }) => id,
      (contract) => row(view, contract),
    )}
  </ul>`;
}

function row(view: RowsView, contract: ContractSummary): TemplateResult {
  const { words, write } = view;
  const { coin, role, word } = workingStand(contract.status, contract.milestone?.state, words);
  const { yours, parts, second } = nextLine(contract, words, write);
  return html`<li part="row">
    ${mark(coin, role)}
    <div class="middle">
      <div>
        ${name(view, contract)}
        <div class="small soft" dir="auto">${person(contract)}</div>
      </div>
      <div class="small">
        ${yours ? html`<b>${words.yourTurn}</b> ` : nothing}${parts.map((text, at) => (at % 2 ? html`<b>${text}</b>` : text))}
        ${second ? html`<div class="soft">${second}</div>` : nothing}
      </div>
    </div>
    <div class="figure" part="figure">
      ${figure(contract, words, write)} <span class="word is-${role}" part="state">${word}</span>
    </div>
  </li>`;
}

function name({ hrefOf, select }: RowsView, contract: ContractSummary): TemplateResult {
  const href = hrefOf(contract);
  const press = (event: Event) => select(event, contract);
  return href === undefined
    ? html`<button class="name" type="button" dir="auto" @click=${press}>${contract.title}</button>`
    : html`<a class="name" href=${href} dir="auto" @click=${press}>${contract.title}</a>`;
}

function person({ viewer, client, freelancer }: ContractSummary): string {
  const other = viewer === 'freelancer' ? client : freelancer;
  const name = fullName(other);
  return other.company && other.company !== name ? `${name}, ${other.company}` : name;
}

function figure({ status, total, paid }: ContractSummary, words: ContractListWords, write: Writing): TemplateResult {
  if (total.amount === 0) return html`<span class="soft">${words.noPrice}</span>`;
  if (status !== 'completed') return html`<span class="money strong">${write.money(total)}</span>`;
  return html`<span class="money"><span class="strong">${write.money(paid)}</span> ${words.paid}</span>`;
}
