import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '../foundation/form/field.ts';
import { CLOSE, icon, WAIT, WARNING } from '../foundation/icons.ts';
import { describeProblem } from '../foundation/problem.ts';
import type { Confirm } from './confirm.ts';
import { previewFigures } from './figures.ts';
import type { Question } from './questions.ts';
import type { Telling } from './next-step.ts';

/** The dialog of all commands: what will happen, the figures, the reason, and one button that says it. */
export function confirmDialog(confirm: Confirm, told: Telling): TemplateResult {
  return confirm.modal.render(() => {
    const { question } = confirm;
    return question ? asked(confirm, question, told) : html``;
  });
}

function asked(confirm: Confirm, question: Question, told: Telling): TemplateResult {
  const { words } = told;
  return html`<div class="between dialog-head">
      <h2 class="title" part="title" id="confirm-title">${question.title}</h2>
      <button
        class="button square"
        part="button"
        type="button"
        aria-label=${words.close}
        @click=${confirm.modal.cancel}
      >
        ${icon(CLOSE)}
      </button>
    </div>
    <div class="dialog-body">
      <p>${question.text}</p>
      ${question.preview ? figures(confirm, told) : nothing}
      ${question.reason ? reason(confirm, question, told) : nothing}
      <p class="error" part="error" role="alert">
        ${confirm.problem === undefined ? nothing : html`${icon(WARNING)}<span>${problem(confirm.problem)}</span>`}
      </p>
      <div class="actions end">${later(confirm, told)}${now(confirm, question)}</div>
    </div>`;
}

function problem(said: unknown): string {
  return typeof said === 'string' ? said : describeProblem(said);
}

function figures({ preview, problem: failed }: Confirm, told: Telling): TemplateResult | typeof nothing {
  if (preview) return previewFigures(preview, told);
  if (failed !== undefined) return nothing;
  return html`<p class="small soft" aria-busy="true">${told.words.figuresLoading}</p>`;
}

function reason(confirm: Confirm, question: Question, { words, write, who }: Telling): TemplateResult {
  const { reasonRequired } = question;
  return textField({
    id: 'reason',
    label: question.reason ?? '',
    ...(!reasonRequired && { optional: words.optional }),
    help: words.reads(who),
    counter: words.count(write.count(confirm.reason.length), write.count(confirm.longest)),
    error: confirm.fault,
    value: confirm.reason,
    rows: 3,
    onInput: (text) => confirm.type(text),
  });
}

function later(confirm: Confirm, { words }: Telling): TemplateResult {
  return html`<button class="button plain" part="button" type="button" @click=${confirm.modal.cancel}>
    ${words.notNow}
  </button>`;
}

function now(confirm: Confirm, { press, busy, danger, preview }: Question): TemplateResult {
  const waits = preview !== undefined && confirm.preview === undefined && confirm.problem === undefined;
  const inert = confirm.busy || waits;
  // aria-disabled, not disabled: a disabled button drops focus, and the reader loses their place.
  return html`<button
    class="button ${danger ? 'danger' : 'primary'}"
    part="button ${danger ? '' : 'button-primary'}"
    type="button"
    data-confirm
    aria-disabled=${inert ? 'true' : 'false'}
    aria-busy=${inert ? 'true' : 'false'}
    @click=${inert ? null : () => void confirm.press()}
  >
    ${
      confirm.busy
        ? html`<svg class="icon spin" viewBox="0 0 24 24" aria-hidden="true"><path d=${WAIT}></path></svg>${busy}`
        : press
    }
  </button>`;
}
