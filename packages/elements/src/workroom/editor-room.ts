import { LONGEST } from '@handsel/protocol/longest';
import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '../foundation/form/field.ts';
import { icon, WAIT, WARNING } from '../foundation/icons.ts';
import { describeProblem } from '../foundation/problem.ts';
import type { MilestonesChangedEvent } from '../milestone-editor/events.ts';
import type { Telling } from './next-step.ts';
import type { Proposing } from './proposing.ts';

/** The editor of a signed contract's milestones, a note, and the button that proposes what was changed. */
export function editorRoom(proposing: Proposing, told: Telling, send: () => void): TemplateResult {
  const { contract, words, write, who } = told;
  const take = (event: MilestonesChangedEvent) => proposing.take(event.detail.changes);
  const tooLong = proposing.note.length > LONGEST.note;
  return html`<div class="proposing">
    <handsel-milestone-editor mode="change" .contract=${contract} @handsel-milestones-changed=${take}
      >${contract.viewer === 'client' ? clientHeading(told) : nothing}</handsel-milestone-editor
    >
    ${textField({
      id: 'note',
      label: words.noteTo(who),
      optional: words.optional,
      help: words.noteHelp,
      counter: words.count(write.count(proposing.note.length), write.count(LONGEST.note)),
      error: tooLong ? words.tooLong(write.count(LONGEST.note)) : '',
      value: proposing.note,
      rows: 3,
      onInput: (note) => proposing.type(note),
    })}
    <p class="error" part="error" role="alert">${wrong(proposing)}</p>
    <div class="actions">${sendButton(proposing, told, send)}</div>
  </div>`;
}

// What a client changes of their own plans is not asked for: the editor's own heading would say too much.
function clientHeading({ words }: Telling): TemplateResult {
  return html`<div slot="heading">
    <h2 class="title" part="title">${words.editTitleClient}</h2>
    <p class="small soft">${words.editTextClient}</p>
  </div>`;
}

function wrong({ fault, problem }: Proposing): TemplateResult | typeof nothing {
  const text = fault || (problem === undefined ? '' : describeProblem(problem));
  return text ? html`${icon(WARNING)}<span>${text}</span>` : nothing;
}

function sendButton({ busy }: Proposing, { words, who }: Telling, send: () => void): TemplateResult {
  return html`<button
    class="button primary"
    part="button button-primary"
    type="button"
    aria-disabled=${busy ? 'true' : 'false'}
    aria-busy=${busy ? 'true' : 'false'}
    @click=${busy ? null : send}
  >
    ${
      busy
        ? html`<svg class="icon spin" viewBox="0 0 24 24" aria-hidden="true"><path d=${WAIT}></path></svg
            >${words.proposing}`
        : words.propose(who)
    }
  </button>`;
}
