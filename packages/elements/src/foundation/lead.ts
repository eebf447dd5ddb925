import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes the focus somewhere as soon as it is rendered. */
export class Lead implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  #goal = '';

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  /** The first of these that the next rendering shows; the last wish counts. */
  to(selector: string): void {
    this.#goal = selector;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#goal) return;
    const goal = this.#host.renderRoot.querySelector<HTMLElement>(this.#goal);
    this.#goal = '';
    goal?.focus();
  }
}
