import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { icon, WARNING } from '../first-icons.ts';

/** What every labelled field has. Words come written. */
export interface Field {
  /** Unique in its shadow root; help and error are `<id>-help` and `<id>-error`. */
  readonly id: string;
  readonly label: string;
  /** "(optional)", where the field is. */
  readonly optional?: string;
  readonly help?: string;
  /** "82 of 500", beside the help. */
  readonly counter?: string;
  /** What is wrong; empty when nothing is. */
  readonly error?: string;
}

/** A field whose value is text, and what happens to it. */
export interface TextField extends Field {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'date';
  readonly autocomplete?: string;
  readonly inputmode?: 'text' | 'email' | 'decimal' | 'numeric';
  readonly placeholder?: string;
  readonly min?: string;
  readonly readonly?: boolean;
  /** More than one makes it a text area. */
  readonly rows?: number;
  readonly onInput: (value: string) => void;
  /** The person has left the field: it may be checked, and written in full. */
  readonly onLeave?: () => void;
}

/** The label, and the word that the field may stay empty. */
export function label({ id, label, optional }: Field): TemplateResult {
  return html`<label class="label" part="label" for=${id}
    >${label}${optional ? html` <span class="optional">${optional}</span>` : nothing}</label
  >`;
}

/** What is below a field: help with its counter, then the error. The error's region is always there, so that it is read. */
export function below({ id, help, counter, error }: Field): TemplateResult {
  const counted = counter ? html`<span class="number">${counter}</span>` : nothing;
  return html`${
      help || counter
        ? html`<p class="help ${counter ? 'split' : ''}" part="help" id="${id}-help"><span>${help}</span>${counted}</p>`
        : nothing
    }
    <p class="error" part="error" id="${id}-error" role="alert">
      ${error ? html`${icon(WARNING)}<span>${error}</span>` : nothing}
    </p>`;
}

/** The ids that describe a field's control. */
export function describedBy({ id, help, counter }: Field): string {
  return help || counter ? `${id}-help ${id}-error` : `${id}-error`;
}

/** The text somebody typed into the control an event came from. */
export function typed({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
}

/** A labelled line or text area with help, counter and error. */
export function textField(field: TextField): TemplateResult {
  return html`<div class="field" part="field">${label(field)}${control(field)}${below(field)}</div>`;
}

function control(field: TextField): TemplateResult {
  const { id, value, rows = 1, optional, error, onInput, onLeave } = field;
  const input = (event: Event) => onInput(typed(event));
  if (rows > 1) {
    return html`<textarea
      class="input"
      part="input"
      id=${id}
      rows=${rows}
      dir="auto"
      aria-required=${optional ? 'false' : 'true'}
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${describedBy(field)}
      ?readonly=${field.readonly ?? false}
      .value=${live(value)}
      @input=${input}
      @change=${onLeave ?? null}
    ></textarea>`;
  }
  return html`<input
    class="input"
    part="input"
    id=${id}
    type=${field.type ?? 'text'}
    dir="auto"
    autocomplete=${ifDefined(field.autocomplete)}
    inputmode=${ifDefined(field.inputmode)}
    placeholder=${ifDefined(field.placeholder)}
    min=${ifDefined(field.min)}
    aria-required=${optional ? 'false' : 'true'}
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${describedBy(field)}
    ?readonly=${field.readonly ?? false}
    .value=${live(value)}
    @input=${input}
    @change=${onLeave ?? null}
  />`;
}
