import { html, nothing, type TemplateResult } from 'lit';
import { icon, WARNING } from '../foundation/icons.ts';
import { changesList } from './changes-list.ts';
import { addButton, footer } from './footer.ts';
import { list } from './list.ts';
import type { EditorView } from './view.ts';

/** What rows do; one listener each for all of them. */
export interface RowListeners {
  lift(event: PointerEvent): void;
  press(event: Event): void;
  key(event: KeyboardEvent): void;
}

/** The whole editor: title, rows or the list of changes, what is wrong, and the foot. */
export function editor(view: EditorView, spoken: TemplateResult, { lift, press, key }: RowListeners): TemplateResult {
  const { inline, locked, sheet, fault, showing, contract } = view;
  const empty = sheet.rows.length === 0 && !sheet.open && !sheet.removed && !inline && !locked;
  return html`<div
    class="root ${inline ? 'inline' : ''}"
    role="group"
    aria-label=${view.words.title}
    @pointerdown=${locked ? null : lift}
    @click=${press}
    @keydown=${key}
  >
    ${
      empty
        ? emptySheet(view)
        : html`${inline ? nothing : heading(view)} ${showing && contract ? changesList(view) : list(view)}
          ${whole(fault)} ${footer(view)}`
    }
    ${empty ? whole(fault) : nothing} ${spoken}
  </div>`;
}

function heading({ words, contract, who }: EditorView): TemplateResult {
  return html`<div class="top">
    <slot name="heading">
      <h2 class="title" part="title">${contract ? words.changeTitle(who) : words.title}</h2>
      <p class="small soft lead">${contract ? words.changeLead(who) : words.lead}</p>
    </slot>
  </div>`;
}

function emptySheet(view: EditorView): TemplateResult {
  return html`<div class="empty">
    <slot name="heading"><h2 class="title" part="title">${view.words.emptyTitle}</h2></slot>
    <p>${view.words.emptyText}</p>
    ${addButton(view, 'second')}
  </div>`;
}

// The region is always there, so that what is wrong is read out.
function whole(fault: string): TemplateResult {
  return html`<p class="error whole" part="error" role="alert">
    ${fault ? html`${icon(WARNING)}<span>${fault}</span>` : nothing}
  </p>`;
}
