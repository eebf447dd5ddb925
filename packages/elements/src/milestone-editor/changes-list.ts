import type { Milestone } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { editOf, goneOf, orderOf } from './change-items.ts';
import { isEditable, type Row } from './row.ts';
import { lockOf } from './row-line.ts';
import type { EditorView } from './view.ts';

/** Every milestone as it would stand, with what was added, edited and removed marked; the new order last. */
export function changesList(view: EditorView): TemplateResult {
  const { sheet, contract, words, write } = view;
  const before = contract?.milestones ?? [];
  const order = orderOf(before, sheet.rows);
  const ordered = sheet.rows.map((row, place) => changeLine(view, row, place));
  return html`<ol class="list changes" role="list" aria-label=${words.changes}>
    ${ordered} ${goneOf(before, sheet.rows).map((milestone) => goneLine(view, milestone))}
    ${
      order
        ? html`<li class="change">
            <span class="sign" aria-hidden="true">↕</span>
            <div>
              <span class="strong">${words.orderChanged}</span>
              <div class="small soft">
                ${sheet.rows.map((row, place) => `${write.count(place + 1)} ${sheet.name(row)}`).join(', ')}
              </div>
            </div>
          </li>`
        : nothing
    }
  </ol>`;
}

function changeLine(view: EditorView, row: Row, place: number): TemplateResult {
  const { words, write, sheet } = view;
  const { origin } = row;
  if (!origin) {
    return html`<li class="change">
      <span class="sign" role="img" aria-label=${words.added}>+</span>
      <div>
        <bdi class="strong">${sheet.name(row)}</bdi>
        <div class="small soft">${row.dueOn ? words.addedDue(write.date(row.dueOn)) : words.isNew}</div>
      </div>
      <span class="figure money"><ins>${write.money(row.amount)}</ins></span>
    </li>`;
  }
  const notes = [...editNotes(view, row, origin), isEditable(row) ? '' : lockOf(view, row)].filter(Boolean);
  return html`<li class="change ${isEditable(row) ? '' : 'soft'}">
    <span class="number">${write.count(place + 1)}</span>
    <div>${sheet.name(row)}${notes.map((note) => html`<div class="small soft">${note}</div>`)}</div>
    <span class="figure money">${figure(view, row, origin)}</span>
  </li>`;
}

function figure({ write }: EditorView, row: Row, origin: Milestone): TemplateResult | string {
  if (row.amount.amount === origin.amount.amount) return write.money(row.amount);
  return html`<del>${write.money(origin.amount)}</del><br /><ins>${write.money(row.amount)}</ins>`;
}

function editNotes({ words, write }: EditorView, row: Row, origin: Milestone): string[] {
  const edit = editOf(row);
  if (!edit) return [];
  const day = (date: string | null) => (date ? write.date(date) : words.noDate);
  return [
    edit.title === undefined ? '' : words.nameChanged(origin.title),
    edit.amount === undefined ? '' : words.amountChanged,
    edit.dueOn === undefined ? '' : words.dueChanged(day(origin.dueOn), day(edit.dueOn)),
    edit.description === undefined ? '' : words.textChanged,
  ];
}

function goneLine({ words, write }: EditorView, { title, amount }: Milestone): TemplateResult {
  return html`<li class="change">
    <span class="sign" aria-hidden="true">−</span>
    <div>
      <del><bdi>${title}</bdi></del>
      <div class="small soft">${words.gone}</div>
    </div>
    <span class="figure money"><del>${write.money(amount)}</del></span>
  </li>`;
}
