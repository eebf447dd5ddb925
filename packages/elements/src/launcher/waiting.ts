import type { ReactiveController } from 'lit';
import type { ConnectedHost, Connection } from '../foundation/connection.ts';
import { type ConnectionSettings, sameSettings } from '../foundation/connection-settings.ts';

/** Counts the contracts that wait for the one who is signed in; asks when the page has settled, and when it is seen again. */
export class Waiting implements ReactiveController {
  /** How many; 0 while it is not known. */
  count = 0;

  readonly #host: ConnectedHost;
  readonly #connection: Connection;
  #settings: ConnectionSettings | undefined;

  constructor(host: ConnectedHost, connection: Connection) {
    this.#host = host;
    this.#connection = connection;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    this.#settings = undefined;
  }

  hostUpdate(): void {
    const { settings } = this.#connection;
    if (!this.#host.isConnected || sameSettings(settings, this.#settings)) return;
    this.#settings = settings;
    this.count = 0;
    // The button is painted first; the client is loaded when the page has nothing better to do.
    const soon = globalThis.requestIdleCallback ?? setTimeout;
    soon(() => void this.ask());
  }

  /** Asks now. A visitor with a public key has no contracts to ask for. */
  async ask(): Promise<void> {
    const settings = this.#settings;
    if (!settings || !isSignedIn(settings) || !this.#host.isConnected) return;
    try {
      const client = await this.#connection.client();
      const { data } = await client.contracts.list({ turn: 'mine', limit: 100 });
      if (settings !== this.#settings) return;
      this.count = data.length;
      this.#host.requestUpdate();
    } catch {
      // A dot that is missing harms nobody; pressing the button says what is wrong.
    }
  }

  readonly #seen = () => {
    if (document.visibilityState === 'visible') void this.ask();
  };
}

/** Whether contracts can be listed: with a session, a client of the page's own, or the backend's own cookie. */
export function isSignedIn({ client, session, publishableKey }: ConnectionSettings): boolean {
  return client !== undefined || session !== undefined || publishableKey === undefined;
}
