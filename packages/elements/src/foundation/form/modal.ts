import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';

/** What a dialog asks of its element. */
export interface ModalOptions {
  /** Whether it may not be left now: a command is on its way. */
  readonly busy?: () => boolean;
  /** It was left without a decision: by Escape, by the scrim or by its own button. */
  readonly onCancel?: () => void;
}

/**
 * One native `<dialog>`: focus is held inside and comes back afterwards, Escape leaves it, the page behind is inert.
 * Its content is only rendered while it is open, with a heading whose id is `<name>-title`.
 */
export class Modal implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #name: string;
  readonly #options: ModalOptions;
  readonly #dialog = createRef<HTMLDialogElement>();
  #open = false;

  constructor(host: ReactiveControllerHost, name: string, options: ModalOptions = {}) {
    this.#host = host;
    this.#name = name;
    this.#options = options;
    host.addController(this);
  }

  /** Whether it is shown, or is about to be. */
  get open(): boolean {
    return this.#open;
  }

  /** Opens it with the next rendering. */
  show(): void {
    this.#open = true;
    this.#host.requestUpdate();
  }

  /** Closes it after a decision; focus goes back to what opened it. */
  close(): void {
    this.#open = false;
    this.#host.requestUpdate();
  }

  /** Leaves it without a decision, unless it is busy. */
  readonly cancel = (event?: Event): void => {
    event?.preventDefault();
    if (this.#options.busy?.()) return;
    this.close();
    this.#options.onCancel?.();
  };

  /** A dialog that left the page with its element is no longer open. */
  hostDisconnected(): void {
    this.#open = false;
  }

  hostUpdated(): void {
    const dialog = this.#dialog.value;
    if (!dialog || dialog.open === this.#open) return;
    if (this.#open) dialog.showModal();
    else dialog.close();
  }

  /** The dialog; render it always, with content only while it is open. */
  render(content: () => TemplateResult): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-labelledby="${this.#name}-title"
      ${ref(this.#dialog)}
      @cancel=${this.cancel}
      @click=${this.#pressed}
    >
      ${this.#open ? content() : nothing}
    </dialog>`;
  }

  // A press on the scrim is a press on the dialog itself, outside its box; a key's click has no place.
  readonly #pressed = (event: MouseEvent) => {
    const dialog = this.#dialog.value;
    if (!dialog || event.target !== dialog || event.detail === 0) return;
    const box = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) this.cancel();
  };
}
