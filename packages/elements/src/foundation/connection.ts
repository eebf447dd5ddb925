import type { Client } from '@handsel/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ConnectionSettings, settingsOf } from './connection-settings.ts';
import { connectionContext } from './contexts.ts';
import { WidgetErrorEvent } from './error-event.ts';
import { LateContext } from './late-context.ts';
import { type Call, callOf, clientOf } from './reach.ts';

export {
  type Backend,
  connectionProperties,
  type ConnectionSettings,
  type SessionSource,
} from './connection-settings.ts';
export type { Call } from './reach.ts';

/** An element that can be told how to reach its backend, with the properties of `connectionProperties`. */
export type ConnectedHost = ReactiveControllerHost & HTMLElement & ConnectionSettings;

/** The element was given no backend, and stands under no provider. The message is for the one who writes the page. */
export class MissingConnectionError extends Error {
  constructor(tag: string) {
    super(`<${tag}> has no backend. Give it a "backend" attribute, or wrap it in <handsel-provider backend="…">.`);
    this.name = 'MissingConnectionError';
  }
}

/**
 * How one element reaches its backend: its own `client`, else its own `backend` with `key` or `session`, else the
 * nearest provider's. Nothing is loaded before it is asked for.
 */
export class Connection implements ReactiveController {
  /** Set when the page is complete and still no backend is known; shown with `describeProblem`. */
  problem: MissingConnectionError | undefined;

  readonly #host: ConnectedHost;
  readonly #provided: LateContext<ConnectionSettings | undefined>;

  constructor(host: ConnectedHost) {
    this.#host = host;
    this.#provided = new LateContext(host, connectionContext);
    host.addController(this);
  }

  /** What is in force now; undefined while nothing is known. */
  get settings(): ConnectionSettings | undefined {
    return settingsOf(this.#host, this.#provided.value);
  }

  /** The whole client; elements with the same settings share one. @throws {MissingConnectionError} */
  async client(): Promise<Client> {
    return clientOf(this.#required());
  }

  /** One call, without the rest of the client: for elements that make a single one. @throws {MissingConnectionError} */
  async call(): Promise<Call> {
    return callOf(this.#required());
  }

  /** Says what is missing, but only when every script of the page has had its turn. */
  hostConnected(): void {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', this.#look, { once: true });
    } else {
      setTimeout(this.#look);
    }
  }

  hostDisconnected(): void {
    document.removeEventListener('DOMContentLoaded', this.#look);
  }

  /** A backend that comes late mends it. */
  hostUpdate(): void {
    if (this.problem && this.settings) this.problem = undefined;
  }

  readonly #look = () => {
    if (!this.#host.isConnected || this.settings || this.problem) return;
    this.problem = new MissingConnectionError(this.#host.localName);
    this.#host.dispatchEvent(new WidgetErrorEvent(this.problem));
    this.#host.requestUpdate();
  };

  #required(): ConnectionSettings {
    const { settings } = this;
    if (!settings) throw new MissingConnectionError(this.#host.localName);
    return settings;
  }
}
