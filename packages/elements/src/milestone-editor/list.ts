import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { OpenRow } from './check.ts';
import { openRow } from './open-row.ts';
import type { Row } from './row.ts';
import { type Bounds, boundsOf, rowLine } from './row-line.ts';
import type { Removed } from './sheet.ts';
import type { EditorView } from './view.ts';

type Item =
  | { readonly kind: 'row'; readonly row: Row; readonly place: number; readonly bounds: Bounds }
  | { readonly kind: 'open'; readonly open: OpenRow; readonly place: number }
  | { readonly kind: 'undo'; readonly removed: Removed };

// From here on rows out of sight are left to the browser.
const MANY = 60;

/** All rows in their order, the open one in its place, and where one was taken away the way to bring it back. */
export function list(view: EditorView): TemplateResult {
  const { rows } = view.sheet;
  return html`<ol class="list ${rows.length > MANY ? 'many' : ''}" role="list">
    ${repeat(itemsOf(view), keyOf, (item) => lineOf(view, item))}
  </ol>`;
}

function itemsOf({ sheet }: EditorView): Item[] {
  const { rows, open, removed } = sheet;
  const bounds = boundsOf(rows);
  const items = rows.map((row, place): Item => {
    if (open?.key === row.key) return { kind: 'open', open, place };
    return { kind: 'row', row, place, bounds: bounds[place] ?? { up: false, down: false } };
  });
  if (open && open.key === undefined) items.push({ kind: 'open', open, place: rows.length });
  return removed ? items.toSpliced(removed.place, 0, { kind: 'undo', removed }) : items;
}

function keyOf(item: Item): number | string {
  return item.kind === 'row' ? item.row.key : item.kind;
}

function lineOf(view: EditorView, item: Item): unknown {
  switch (item.kind) {
    case 'row':
      return guard(dependencies(view, item), () => rowLine(view, item.row, item.place, item.bounds));
    case 'open':
      return openRow(view, item.open, item.place);
    case 'undo':
      return undoLine(view, item.removed);
  }
}

// With a thousand rows, a keystroke must not write a thousand dates and figures anew.
function dependencies(view: EditorView, { row, place, bounds: { up, down } }: Extract<Item, { kind: 'row' }>) {
  const { words, write, measure, locked, inline, lifted, to } = view;
  const target = lifted === undefined ? 0 : lifted === row.key ? -1 : to === place ? 1 : 0;
  const { amount, currency } = measure.smallest;
  return [row, place, up, down, words, write.locale, amount, currency, locked, inline, target];
}

function undoLine({ words, sheet, locked }: EditorView, { row }: Removed): TemplateResult | typeof nothing {
  if (locked) return nothing;
  return html`<li class="undone">
    <span>${words.removed(sheet.name(row))}</span>
    <button class="button plain undo" part="button" type="button" @click=${() => sheet.undo()}>${words.undo}</button>
  </li>`;
}
