import { LONGEST } from '@handsel/protocol/longest';
import { html, type TemplateResult } from 'lit';
import { textField } from '../foundation/form/field.ts';
import { moneyField } from '../foundation/form/money-field.ts';
import type { OpenRow, RowField } from './check.ts';
import type { EditorView } from './view.ts';

/** The one open row: name, amount and due date, what will be delivered, and the way out. */
export function openRow(view: EditorView, open: OpenRow, place: number): TemplateResult {
  const { words, write, inline } = view;
  return html`<li class="open" part="panel" data-place=${place} @keydown=${(event: KeyboardEvent) => keys(view, event)}>
    <span class="numeral" aria-hidden="true"
      ><span class="named">${words.milestone(write.count(place + 1))}</span
      ><span class="bare">${write.count(place + 1)}</span></span
    >
    <div class="fields" role="group" aria-label=${words.milestone(write.count(place + 1))}>
      ${fields(view, open)}
      <div class="actions full">
        <button
          class="button ${inline ? 'second' : 'primary'}"
          part="button ${inline ? '' : 'button-primary'}"
          type="button"
          @click=${() => view.sheet.save()}
        >
          ${words.save}
        </button>
        <button class="button plain" part="button" type="button" @click=${() => view.sheet.cancel()}>
          ${words.cancel}
        </button>
      </div>
    </div>
  </li>`;
}

function fields(view: EditorView, open: OpenRow): TemplateResult {
  const { words, write, measure, sheet } = view;
  const wiring = (id: RowField) => ({
    id,
    value: open[id],
    error: sheet.faults[id] ?? '',
    onInput: (value: string) => sheet.type(id, value),
    onLeave: () => sheet.leave(id),
  });
  const long = [...open.description].length > LONGEST.description * 0.8;
  return html`<div class="full">${textField({ ...wiring('title'), label: words.name })}</div>
    ${moneyField({
      ...wiring('amount'),
      label: words.amount,
      currency: measure.smallest.currency,
      locale: write.locale,
      ...(!sheet.faults.amount && { help: words.atLeast(write.money(measure.smallest)) }),
    })}
    ${textField({ ...wiring('dueOn'), label: words.dueOn, optional: words.optional, type: 'date' })}
    <div class="full">
      ${textField({
        ...wiring('description'),
        label: words.deliver,
        optional: words.optional,
        rows: 2,
        ...(long && {
          counter: `${write.count([...open.description].length)} / ${write.count(LONGEST.description)}`,
        }),
      })}
    </div>`;
}

// Enter saves and Escape leaves, as in any list that is edited in place; a text area keeps its own Enter.
function keys({ sheet }: EditorView, event: KeyboardEvent): void {
  if (event.isComposing) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    sheet.cancel();
  }
  const line = event.target instanceof HTMLInputElement;
  if (event.key === 'Enter' && line) {
    event.preventDefault();
    if (event.target.id === 'amount') sheet.leave('amount');
    sheet.save();
  }
}
