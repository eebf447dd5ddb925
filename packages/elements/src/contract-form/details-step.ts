import { LONGEST } from '@handsel/protocol/longest';
import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '../foundation/form/field.ts';
import { icon, WARNING } from '../foundation/first-icons.ts';
import type { Identity } from './identity.ts';
import { identityFields } from './labels.ts';
import type { TextName } from './values.ts';
import type { FormView } from './view.ts';

/** The first step: who it is for, and what it is. Its slots stay rendered through all steps. */
export function detailsStep(view: FormView): TemplateResult {
  const { words, writer } = view;
  const identity = identityFields(writer, words)
    .filter(({ slot }) => slot !== 'trap')
    .map((each) => slotted(view, each));
  const asks = writer === 'client';
  return html`${asks ? html`<div class="two">${identity}</div>` : identity}
  ${
    asks
      ? textField({ ...wiring(view, 'title'), label: words.making, help: words.makingHelp })
      : textField({ ...wiring(view, 'title'), label: words.name })
  }
  ${textField({
    ...wiring(view, 'description'),
    label: asks ? words.requestDescription : words.description,
    help: asks ? words.requestDescriptionHelp : words.descriptionHelp,
    rows: 4,
    counter: counter(view, 'description'),
  })}`;
}

function wiring({ values, faults, type, leave }: FormView, id: TextName) {
  return {
    id,
    value: values[id],
    error: faults[id] ?? '',
    onInput: (value: string) => type(id, value),
    onLeave: () => leave(id),
  };
}

/** How much of a text is used. */
export function counter({ values, words, locale }: FormView, field: 'description' | 'terms'): string {
  const write = new Intl.NumberFormat(locale);
  return words.count(write.format([...values[field]].length), write.format(LONGEST[field]));
}

// The input carries its own name, since a label cannot point out of its shadow root; a press on the words goes to it.
function slotted({ words, faults, focus }: FormView, { slot, field, label, help, required }: Identity): TemplateResult {
  const fault = faults[field] ?? '';
  return html`<div class="field" part="field">
    <span class="label" part="label" aria-hidden="true" @click=${() => focus(field)}
      >${label}${required ? nothing : html` <span class="optional">${words.optional}</span>`}</span
    >
    <slot name=${slot}></slot>
    ${help ? html`<p class="help" part="help" aria-hidden="true">${help}</p>` : nothing}
    <p class="error" part="error" role="alert">${fault ? html`${icon(WARNING)}<span>${fault}</span>` : nothing}</p>
  </div>`;
}
