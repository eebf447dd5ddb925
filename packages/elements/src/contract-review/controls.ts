import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { textField } from '../foundation/form/field.ts';
import { moneyField } from '../foundation/form/money-field.ts';
import { icon, INFO, WAIT, WARNING } from '../foundation/icons.ts';
import { actionOf, permission } from './panel.ts';
import type { Typed } from './typed.ts';
import { longestOf, type ReviewView, wordFault } from './view.ts';

type Texts = { [Field in keyof Typed]: string extends Typed[Field] ? Field : never }[keyof Typed];

/** What somebody wrote: its paragraphs and lines as they were typed, its direction its own. */
export function prose(text: string): TemplateResult {
  const paragraphs = text.split(/\n\s*\n/);
  return html`<div class="prose" dir="auto">${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>`;
}

/** The heading of a panel; focus comes here when the panel changes. */
export function heading(text: string): TemplateResult {
  return html`<h2 class="title" part="title" tabindex="-1">${text}</h2>`;
}

/** What is wrong with a field, in words; empty when nothing is. */
export function faultText(view: ReviewView, field: keyof Typed): string {
  const fault = view.faults[field];
  return fault ? wordFault(view, field, fault) : '';
}

/** The error below a field; always there, so that it is read out when it appears. */
export function faultLine(view: ReviewView, field: keyof Typed): TemplateResult {
  const text = faultText(view, field);
  return html`<p class="error" part="error" id="${field}-error" role="alert">
    ${text ? html`${icon(WARNING)}<span>${text}</span>` : nothing}
  </p>`;
}

/** A text of several lines, with its label, its help and how much of it is used. */
export function textArea(
  view: ReviewView,
  field: Texts,
  { label, help, rows = 3, optional = false }: { label: string; help: string; rows?: number; optional?: boolean },
): TemplateResult {
  const { words, write, typed } = view;
  return textField({
    id: field,
    label,
    help,
    rows,
    ...(optional && { optional: words.optional }),
    counter: words.count(write.count(typed[field].length), write.count(longestOf(field))),
    error: faultText(view, field),
    value: typed[field],
    onInput: (value) => view.type(field, value),
    onLeave: view.commit,
  });
}

/** An amount: sign at the start, figure at the end, code last. */
export function amountField(view: ReviewView, field: Texts, label: string): TemplateResult {
  return moneyField({
    id: field,
    label,
    value: view.typed[field],
    currency: view.contract.currency,
    locale: view.write.locale,
    error: faultText(view, field),
    onInput: (value) => view.type(field, value),
    onLeave: view.commit,
  });
}

/** One way to go on, and what follows from it. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/** A choice between a few ways, each with its consequence. */
export function choices(
  view: ReviewView,
  field: keyof Typed,
  legend: string,
  options: readonly Option[],
  chosen: string = view.typed[field],
): TemplateResult {
  return html`<fieldset aria-describedby="${field}-error">
    <legend class="label" part="label">${legend}</legend>
    <div class="choice stacked">
      ${options.map(
        ({ value, label, help }) =>
          html`<label>
            <input
              type="radio"
              name=${field}
              value=${value}
              .checked=${live(chosen === value)}
              aria-invalid=${view.faults[field] ? 'true' : 'false'}
              @change=${() => {
                view.type(field, value);
                view.commit();
              }}
            />
            <b>${label}</b>${help ? html`<span>${help}</span>` : nothing}
          </label>`,
      )}
    </div>
    ${faultLine(view, field)}
  </fieldset>`;
}

/** The one primary button: inert, but still in focus, while its command is on its way. */
export function primary(view: ReviewView, label: string, busyLabel: string): TemplateResult {
  return command(view, { look: 'primary', part: 'button button-primary' }, view.busy ? busyLabel : label);
}

/** The button of a step that says no: outlined, never filled. */
export function danger(view: ReviewView, label: string, busyLabel: string): TemplateResult {
  return command(view, { look: 'danger', part: 'button' }, view.busy ? busyLabel : label);
}

function command({ busy, offline, press }: ReviewView, { look, part }: { look: string; part: string }, label: string) {
  // aria-disabled, not disabled: a disabled button drops focus, and the reader loses their place. A press while offline
  // is answered: it says that nothing was sent.
  return html`<button
    class="button ${look} wide"
    part=${part}
    type="button"
    data-primary
    aria-disabled=${busy || offline ? 'true' : 'false'}
    aria-busy=${busy ? 'true' : 'false'}
    @click=${busy ? null : press}
  >
    ${busy ? spinner() : nothing}${label}
  </button>`;
}

function spinner(): TemplateResult {
  return html`<svg class="icon spin" viewBox="0 0 24 24" aria-hidden="true"><path d=${WAIT}></path></svg>`;
}

/** A link-like button that opens another panel. */
export function turn(view: ReviewView, label: string, panel: Parameters<ReviewView['go']>[0]): TemplateResult {
  return html`<button class="button plain" part="button" type="button" @click=${() => view.go(panel)}>
    ${label}
  </button>`;
}

/** Only web addresses may be opened: an address is data of a backend, and the page may hold a session. */
export function webAddress(address: string | null): string | undefined {
  try {
    const url = new URL(address ?? '', document.baseURI);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The primary button where the backend allows it; else the way to the page where it does, or why it is not possible. */
export function gate(
  view: ReviewView,
  operation: string,
  button: TemplateResult,
  { milestoneId, why }: { milestoneId?: string; why?: string } = {},
): TemplateResult {
  const { contract, words } = view;
  const may = permission(contract, operation, milestoneId);
  if (may === 'here') return button;
  if (may === 'hosted') return securePage(view);
  const { reason = '' } = actionOf(contract, operation, milestoneId) ?? {};
  return html`<p class="reason" part="help">
    ${icon(INFO)}<span>${why ?? words.reasons[reason] ?? words.notPossible}</span>
  </p>`;
}

// Where money may not be moved with what this page holds: the way to the page where it may.
function securePage(view: ReviewView): TemplateResult {
  const address = webAddress(view.contract.url);
  if (address === undefined) return html`<p class="reason">${view.words.notPossible}</p>`;
  return html`<a class="button primary wide" part="button button-primary" data-primary href=${address} target="_top"
      >${view.words.secure}</a
    >
    <p class="small soft">${view.words.secureHelp(new URL(address).host)}</p>`;
}

/** What went wrong, above the actions. The region is always there, so that its text is read out. */
export function problemLine({ problem }: ReviewView): TemplateResult {
  return html`<p class="error" part="error" role="alert">
    ${problem ? html`${icon(WARNING)}<span>${problem}</span>` : nothing}
  </p>`;
}
