import { html, nothing, type TemplateResult } from 'lit';
import { icon, PLUS } from '../foundation/icons.ts';
import { changeItems } from './change-items.ts';
import type { EditorView } from './view.ts';

/** Below the rows: the button that adds, and the running sum below its single and above its double rule. */
export function footer(view: EditorView): TemplateResult {
  const { inline, locked, contract, showing } = view;
  return html`<div class="foot">
    ${locked ? nothing : html`<div class="doing">${showing ? nothing : addButton(view, inline ? 'plain' : 'second')}${changesButton(view)}</div>`}
    ${inline ? nothing : contract ? changeSums(view) : total(view)}
  </div>`;
}

/** The button that opens an empty row. */
export function addButton({ words, sheet }: EditorView, kind: 'second' | 'plain'): TemplateResult {
  return html`<button class="button ${kind} add" part="button" type="button" @click=${() => sheet.add()}>
    ${icon(PLUS)}${words.add}
  </button>`;
}

function changesButton({
  contract,
  sheet,
  words,
  write,
  showing,
  toggle,
}: EditorView): TemplateResult | typeof nothing {
  if (!contract) return nothing;
  const count = changeItems(contract.milestones, sheet.rows).length;
  return html`<button class="button plain changes-button" part="button" type="button" @click=${toggle}>
    ${showing ? words.keepEditing : count === 0 ? words.noChanges : words.showChanges(write.count(count))}
  </button>`;
}

function total({ words, write, sheet }: EditorView): TemplateResult {
  return html`<div class="sums">
    ${sheet.open ? html`<p class="small soft">${words.withoutOpen}</p>` : nothing}
    <dl class="ledger" part="ledger">
      <div class="total" part="total">
        <dt>${words.total}</dt>
        <dd>${write.money(sheet.total())}</dd>
      </div>
    </dl>
  </div>`;
}

function changeSums({ words, write, sheet, contract, who }: EditorView): TemplateResult {
  const before = contract?.figures.total ?? sheet.total();
  const after = { ...before, amount: sheet.rows.reduce((sum, { amount }) => sum + amount.amount, 0) };
  const difference = { ...before, amount: Math.abs(after.amount - before.amount) };
  const more = after.amount >= before.amount;
  return html`<dl class="ledger sums" part="ledger">
    <div>
      <dt>${words.now}</dt>
      <dd>${write.money(before)}</dd>
    </div>
    ${
      difference.amount === 0
        ? nothing
        : html`<div>
            <dt>${more ? words.more : words.less}</dt>
            <dd>${more ? `+\u202f${write.money(difference)}` : write.minus(difference)}</dd>
          </div>`
    }
    <div class="total" part="total">
      <dt>${words.ifAgreed(who)}</dt>
      <dd>${write.money(after)}</dd>
    </div>
  </dl>`;
}
