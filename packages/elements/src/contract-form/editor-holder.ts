import type { ReactiveControllerHost } from 'lit';
import { MilestonesChangedEvent, MilestoneTypedEvent } from '../milestone-editor/events.ts';
import type { MilestoneEditorElement } from '../milestone-editor/milestone-editor.ts';
import type { FormState } from './form-state.ts';
import type { Refused } from './server-faults.ts';

/** Holds the milestone editor: loaded when it is first wanted, filled once, listened to from then on. */
export class EditorHolder {
  status: 'loading' | 'here' | 'failed' = 'loading';
  readonly #host: ReactiveControllerHost;
  readonly #state: FormState;
  #editor: MilestoneEditorElement | undefined;
  #asked = false;
  #refused: Refused['milestone'];

  constructor(host: ReactiveControllerHost, state: FormState) {
    this.#host = host;
    this.#state = state;
  }

  /** Loads the editor, unless it is there or on its way. */
  readonly load = (): void => {
    if (this.#asked) return;
    this.#asked = true;
    this.status = 'loading';
    this.#host.requestUpdate();
    import('../define/milestone-editor.ts').then(
      () => this.#stand('here'),
      () => {
        this.#asked = false;
        this.#stand('failed');
      },
    );
  };

  /** Takes the element as soon as it stands in the page, with what was written in it before. */
  readonly adopt = (element: Element | undefined): void => {
    const editor = element as MilestoneEditorElement | undefined;
    if (editor === this.#editor) return;
    this.#editor = editor;
    if (!editor) return;
    const { milestones, unsaved } = this.#state.values;
    editor.milestones = milestones;
    if (unsaved) editor.unsaved = unsaved;
    editor.addEventListener(MilestonesChangedEvent.type, (event) => this.#take(event));
    editor.addEventListener(MilestoneTypedEvent.type, () => this.#state.set({ unsaved: editor.unsaved }));
    void editor.updateComplete.then(() => this.#begin(editor));
  };

  /** Whether all milestones are right; shows what is not, and goes there. */
  report(): boolean {
    return this.#editor?.reportValidity() ?? true;
  }

  /** Goes to what is wrong in the editor. */
  focus(): void {
    this.#editor?.focus();
  }

  /** Says in the row itself what a backend has refused, as soon as the editor is there. */
  refuse(milestone: Refused['milestone']): void {
    this.#refused = milestone;
    if (this.#editor) this.#begin(this.#editor);
  }

  #begin(editor: MilestoneEditorElement): void {
    const refused = this.#refused;
    this.#refused = undefined;
    if (refused) editor.showFault(refused.place, refused.field, refused.text);
    else if (editor.milestones.length === 0 && !editor.unsaved) editor.add();
  }

  // Inside the form the editor's event is wiring; the page hears of the contract, not of each row.
  #take(event: Event): void {
    event.stopPropagation();
    if (!(event instanceof MilestonesChangedEvent)) return;
    this.#state.set({ milestones: event.detail.milestones, unsaved: undefined });
  }

  #stand(status: 'here' | 'failed'): void {
    this.status = status;
    this.#host.requestUpdate();
  }
}
