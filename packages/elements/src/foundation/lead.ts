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

/** The element of the first of these selectors that is there. */
export function firstOf(root: ParentNode, selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}
