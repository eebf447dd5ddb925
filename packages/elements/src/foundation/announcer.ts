import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** One polite live region: what a moved row or a saved draft says to those who cannot see it. */
export class Announcer implements ReactiveController {
  #text = '';
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** A moved element must not repeat its last words. */
  hostDisconnected(): void {
    this.#text = '';
  }

  /** Says it once; saying the same again is heard again. */
  say(text: string): void {
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  /** The region; render it always, a region that appears with its text is not read. */
  render(): TemplateResult {
    return html`<p class="spoken" role="status">${this.#text}</p>`;
  }
}
