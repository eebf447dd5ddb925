import { html, type Piece, type SafeHtml } from './html.ts';
import type { Attempt } from './attempt.ts';

/** One field of a plain form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: Piece;
  readonly optional?: boolean;
  /** What stands in it before anybody has typed. */
  readonly value?: string | undefined;
  readonly autocomplete?: string;
  readonly type?: 'text' | 'email' | 'date';
  readonly inputmode?: 'numeric' | 'decimal';
  readonly code?: boolean;
  /** Lines of a text area; an input of one line when left out. */
  readonly rows?: number;
}

/** One choice among several, with its consequence. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/** The form a person is at: what it wants, and what came of an earlier try. */
export interface FormState {
  readonly wish: string;
  /** The key of this rendering; a form that is sent twice is one intent. */
  readonly key: string;
  readonly attempt: Attempt | undefined;
}

/** The state of one form of a page: an earlier try belongs to the form it was made with. */
export function stateOf(wish: string, newKey: () => string, attempt: Attempt | undefined): FormState {
  const own = attempt?.form.wish === wish ? attempt : undefined;
  return { wish, key: own?.unknown && own.form.key ? own.form.key : newKey(), attempt: own };
}

/** A form that is sent to the address of its own page. */
export function formOf(
  { wish, key, attempt }: FormState,
  inside: Piece,
  hidden: Readonly<Record<string, string>> = {},
): SafeHtml {
  const fields = Object.entries({ do: wish, key, ...hidden });
  return html`<form method="post">
    ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${alert(attempt?.problem)} ${inside}
  </form>`;
}

/** What is wrong with the whole, said at once; nothing when nothing is. */
export function alert(problem: string | undefined): SafeHtml | '' {
  return problem ? html`<p class="error" role="alert">${problem}</p>` : '';
}

// A line break right after the tag is not part of the value: without it, one that was typed would be lost.
const NEWLINE = '\n';

/** A field with its label above, its help below, and what is wrong with it. */
export function fieldOf({ wish, attempt }: FormState, field: Field): SafeHtml {
  const { name, label, help, optional, rows } = field;
  const id = `${wish}-${name}`;
  const fault = attempt?.faults[name];
  const value = attempt ? attempt.form.text(name) : (field.value ?? '');
  const described = [fault && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ');
  const common = html`id="${id}"
  name="${name}"${!optional && html` aria-required="true"`}${
    described && html` aria-describedby="${described}"`
  }${fault && html` aria-invalid="true"`}`;
  return html`<div class="field">
    <label for="${id}">${label}${optional && html` <span class="soft">(optional)</span>`}</label> ${
      rows === undefined
        ? input(field, value, common)
        : html`<textarea ${common} rows="${rows}" dir="auto">${NEWLINE}${value}</textarea>`
    }
    ${fault && html`<p class="error" id="${id}-error">${fault}</p>`}${help && html`<small id="${id}-help">${help}</small>`}
  </div>`;
}

function input({ type = 'text', inputmode, autocomplete, code }: Field, value: string, common: SafeHtml): SafeHtml {
  return html`<input
    ${common}
    type="${type}"
    value="${value}"
    ${type === 'text' && !code && html` dir="auto"`}${
      inputmode && html` inputmode="${inputmode}"`
    }${autocomplete && html` autocomplete="${autocomplete}"`}${code && html` class="code" maxlength="12"`}
  />`;
}

/** Several choices of which one is taken. */
export function choicesOf(
  { wish, attempt }: FormState,
  { name, legend, chosen }: { readonly name: string; readonly legend: string; readonly chosen: string },
  choices: readonly Choice[],
): SafeHtml {
  const fault = attempt?.faults[name];
  const now = attempt?.form.filled(name) ?? chosen;
  return html`<fieldset class="choice" ${fault && html` aria-describedby="${wish}-${name}-error"`}>
    <legend>${legend}</legend>
    ${choices.map(
      ({ value, label, help }) =>
        html`<label
          ><input type="radio" name="${name}" value="${value}" ${value === now && html` checked`} /> <b>${label}</b>${
            help && html` <span>${help}</span>`
          }</label
        >`,
    )}${fault && html`<p class="error" id="${wish}-${name}-error">${fault}</p>`}
  </fieldset>`;
}

/** A button, by what pressing it means. */
export function button(label: string, kind: '' | 'second' | 'plain' | 'danger' = ''): SafeHtml {
  return html`<button${kind && html` class="${kind}"`}>${label}</button>`;
}

/** A form that opens in place, and stands open after a try that failed. */
export function folded(label: string, state: FormState, inside: Piece): SafeHtml {
  return html`<details${state.attempt && html` open`}><summary>${label}</summary>${inside}</details>`;
}
