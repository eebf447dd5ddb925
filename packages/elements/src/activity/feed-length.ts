import type { LitElement } from 'lit';
import { Lead } from '../foundation/lead.ts';

/** How many more lines each press draws. */
const PAGE = 50;

/** Remembers how many lines of the activity are drawn, and leads on to the first of those that came. */
export class FeedLength {
  most: number;
  readonly #host: LitElement;
  readonly #lead: Lead;

  constructor(host: LitElement, most = PAGE) {
    this.#host = host;
    this.#lead = new Lead(host);
    this.most = most;
  }

  /** Draws more of it. The button may be gone then, so the reader goes on where the new lines begin. */
  readonly grow = (): void => {
    this.#lead.to(`.feed > li:nth-child(${this.most + 1})`);
    this.most += PAGE;
    this.#host.requestUpdate();
  };
}
