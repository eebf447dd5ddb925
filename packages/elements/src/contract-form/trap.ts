import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SLOWEST_ROBOT_MS = 2000;

/** Two questions for robots on public pages: do they fill in what nobody sees, and are they faster than anybody types. */
export class Trap implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #set: () => boolean;
  readonly #label: () => string;
  #input: HTMLInputElement | undefined;
  #since = 0;

  /** `set` says whether it is needed, `label` what a reader of hidden fields is told. */
  constructor(host: ReactiveControllerHost & HTMLElement, set: () => boolean, label: () => string) {
    this.#host = host;
    this.#set = set;
    this.#label = label;
    host.addController(this);
  }

  hostConnected(): void {
    this.#since ||= performance.now();
  }

  hostUpdated(): void {
    if (this.#set() === (this.#input !== undefined)) return;
    if (this.#input) this.#input.remove();
    this.#input = this.#set() ? this.#make() : undefined;
  }

  /** Whether the hidden field was filled in. It is emptied: somebody who presses again is somebody. */
  sprung(): boolean {
    const filled = this.#input !== undefined && this.#input.value !== '';
    if (this.#input) this.#input.value = '';
    return filled;
  }

  /** Resolves when as much time has passed as anybody needs. */
  patience(): Promise<void> {
    const left = this.#set() ? this.#since + SLOWEST_ROBOT_MS - performance.now() : 0;
    return left > 0 ? new Promise((resolve) => setTimeout(resolve, left)) : Promise.resolve();
  }

  #make(): HTMLInputElement {
    const input = document.createElement('input');
    input.slot = 'trap';
    input.type = 'text';
    input.name = 'website';
    input.tabIndex = -1;
    input.setAttribute('autocomplete', 'off');
    input.setAttribute('aria-hidden', 'true');
    input.setAttribute('aria-label', this.#label());
    input.setAttribute('form', '');
    this.#host.append(input);
    return input;
  }
}
