import { html, nothing, type TemplateResult } from 'lit';
import { BIN, DOWN, GRIP, icon, PENCIL, UP, WARNING } from '../foundation/icons.ts';
import { rowFault } from './check.ts';
import { groupOf, isEditable, placesOf, type Row } from './row.ts';
import type { EditorView } from './view.ts';

/** Where a row may still go; worked out once for all rows. */
export interface Bounds {
  readonly up: boolean;
  readonly down: boolean;
}

/** For each row, whether it may go up or down. */
export function boundsOf(rows: readonly Row[]): readonly Bounds[] {
  const ends = new Map<string, { readonly first: number; readonly last: number }>();
  return rows.map((row, place) => {
    const group = groupOf(row);
    if (group === 'fixed') return { up: false, down: false };
    if (!ends.has(group)) {
      const places = placesOf(rows, row);
      ends.set(group, { first: places[0] ?? place, last: places.at(-1) ?? place });
    }
    const { first, last } = ends.get(group) ?? { first: place, last: place };
    return { up: place > first, down: place < last };
  });
}

/** One closed row: handle, numeral, name and due date, amount, and what can be done with it. */
export function rowLine(view: EditorView, row: Row, place: number, bounds: Bounds): TemplateResult {
  const { write, locked, sheet, lifted, to, measure } = view;
  const movable = !locked && (bounds.up || bounds.down);
  const target = lifted !== undefined && lifted !== row.key && to === place;
  const from = target ? sheet.rows.findIndex(({ key }) => key === lifted) : place;
  const fault = locked ? '' : rowFault(row, measure);
  return html`<li
    class="row ${lifted === row.key ? 'lifted' : ''} ${target ? (from < place ? 'drop-after' : 'drop-before') : ''}"
    part="row"
    data-key=${row.key}
    data-place=${place}
  >
    <span class="handle ${movable ? 'movable' : ''}">
      ${movable ? icon(GRIP, 'dots') : nothing}<span class="numeral">${write.count(place + 1)}</span>
    </span>
    <div class="words">
      <bdi class="strong">${sheet.name(row)}</bdi>
      ${second(view, row)}
      ${fault ? html`<p class="error" part="error">${icon(WARNING)}<span>${fault}</span></p>` : nothing}
    </div>
    <span class="amount money strong" part="figure">${write.money(row.amount)}</span>
    ${locked ? nothing : tools(view, row, bounds)}
  </li>`;
}

function second(view: EditorView, row: Row): TemplateResult | typeof nothing {
  const { words, write } = view;
  const lock = lockOf(view, row);
  const due = row.dueOn ? words.due(write.date(row.dueOn)) : '';
  const lines = [due, lock].filter((line) => line !== '');
  return lines.length > 0 ? html`${lines.map((line) => html`<div class="small soft">${line}</div>`)}` : nothing;
}

/** Why a row of a signed contract cannot be edited, or what is special about it. */
export function lockOf({ words, measure }: EditorView, { origin }: Row): string {
  const funded = measure.pays ? words.fundedPays : words.funded;
  switch (origin?.state) {
    case 'paid':
      return words.lockedPaid;
    case 'refunded':
      return words.lockedRefunded;
    case 'submitted':
      return words.lockedReview;
    case 'in_dispute':
      return words.lockedDispute;
    case 'active':
    case 'changes_requested':
      return funded;
    case 'planned':
      return origin.escrow.amount > 0 ? funded : '';
    case undefined:
      return '';
  }
}

function tools({ words, sheet }: EditorView, row: Row, { up, down }: Bounds): TemplateResult {
  const name = sheet.name(row);
  const free = groupOf(row) !== 'fixed';
  return html`<span class="tools">
    ${free ? html`${tool('up', words.up(name), UP, up)}${tool('down', words.down(name), DOWN, down)}` : nothing}
    ${isEditable(row) ? tool('edit', words.edit(name), PENCIL, true) : nothing}
    ${free ? tool('remove', words.remove(name), BIN, true) : nothing}
  </span>`;
}

function tool(act: string, name: string, path: string, possible: boolean): TemplateResult {
  // aria-disabled, not disabled: the row that has just reached an end must keep the focus.
  return html`<button
    class="button square compact"
    part="button"
    type="button"
    data-act=${act}
    aria-label=${name}
    aria-disabled=${possible ? 'false' : 'true'}
  >
    ${icon(path)}
  </button>`;
}
