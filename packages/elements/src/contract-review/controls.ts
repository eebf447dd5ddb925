import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon, WAIT, WARNING } from '../foundation/icons.ts';
import { currencySign } from '../foundation/money-format.ts';
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

/** The error below a field; always there, so that it is read out when it appears. */
export function faultLine(view: ReviewView, field: keyof Typed): TemplateResult {
  const fault = view.faults[field];
  return html`<p class="error" part="error" id="${field}-fault" role="alert">
    ${fault ? html`${icon(WARNING)}<span>${wordFault(view, field, fault)}</span>` : nothing}
  </p>`;
}

function typing(view: ReviewView, field: keyof Typed) {
  return ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) view.type(field, target.value);
  };
}

/** A text of several lines, with its label, its help and how much of it is used. */
export function textArea(
  view: ReviewView,
  field: Texts,
  { label, help, rows = 3, optional = false }: { label: string; help: string; rows?: number; optional?: boolean },
): TemplateResult {
  const { words, write, typed, faults } = view;
  const used = words.count(write.count(typed[field].length), write.count(longestOf(field)));
  return html`<div class="field" part="field">
    <label class="label" part="label" for=${field}
      >${label}${optional ? html` <span class="optional">${words.optional}</span>` : nothing}</label
    >
    <textarea
      class="input"
      part="input"
      id=${field}
      rows=${rows}
      dir="auto"
      aria-required=${optional ? 'false' : 'true'}
      aria-invalid=${faults[field] ? 'true' : 'false'}
      aria-describedby="${field}-help ${field}-fault"
      .value=${live(typed[field])}
      @input=${typing(view, field)}
      @change=${view.commit}
    ></textarea>
    <p class="help split" part="help" id="${field}-help"><span>${help}</span><span class="number">${used}</span></p>
    ${faultLine(view, field)}
  </div>`;
}

/** An amount: sign at the start, figure at the end, code last. */
export function moneyField(view: ReviewView, field: Texts, label: string): TemplateResult {
  const { contract, write, typed, faults } = view;
  return html`<div class="field" part="field">
    <label class="label" part="label" for=${field}>${label} <span class="spoken">(${contract.currency})</span></label>
    <div class="money-input">
      <span aria-hidden="true">${currencySign(contract.currency, write.locale)}</span>
      <input
        part="input"
        id=${field}
        inputmode="decimal"
        autocomplete="off"
        aria-required="true"
        aria-invalid=${faults[field] ? 'true' : 'false'}
        aria-describedby="${field}-fault"
        .value=${live(typed[field])}
        @input=${typing(view, field)}
        @change=${view.commit}
      />
      <span aria-hidden="true">${contract.currency}</span>
    </div>
    ${faultLine(view, field)}
  </div>`;
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
  return html`<fieldset aria-describedby="${field}-fault">
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
  // aria-disabled, not disabled: a disabled button drops focus, and the reader loses their place.
  return html`<button
    class="button primary wide"
    part="button button-primary"
    type="button"
    data-primary
    aria-disabled=${view.busy ? 'true' : 'false'}
    aria-busy=${view.busy ? 'true' : 'false'}
    @click=${view.busy ? null : view.press}
  >
    ${view.busy ? html`${spinner()}${busyLabel}` : label}
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

/** Where money may not be moved with what this page holds: the way to the page where it may. */
export function securePage(view: ReviewView): TemplateResult {
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
