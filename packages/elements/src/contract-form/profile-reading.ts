import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connection, ConnectionSettings } from '../foundation/connection.ts';
import { sameSettings } from '../foundation/connection-settings.ts';
import type { KnownProfile } from './profile.ts';

/** Reads the freelancer's profile after the first paint, once for each connection. Without it the usual rules hold. */
export class ProfileReading implements ReactiveController {
  profile: KnownProfile | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #connection: Connection;
  #asked: ConnectionSettings | undefined;

  constructor(host: ReactiveControllerHost, connection: Connection) {
    this.#host = host;
    this.#connection = connection;
    host.addController(this);
  }

  /** How a sentence names the freelancer. */
  nameOr(someone: string): string {
    return this.profile?.shortName || someone;
  }

  hostUpdated(): void {
    const { settings } = this.#connection;
    if (!settings || sameSettings(settings, this.#asked)) return;
    this.#asked = settings;
    if (isKnown(settings)) requestAnimationFrame(() => setTimeout(() => void this.#read()));
  }

  async #read(): Promise<void> {
    try {
      const [{ readProfile }, call] = await Promise.all([import('./profile.ts'), this.#connection.call()]);
      this.profile = await readProfile(call);
      this.#host.requestUpdate();
    } catch {
      // Whatever is wrong shows itself when something is sent.
    }
  }
}

// Without a key or a session only the backend's own pages know who is there.
function isKnown({ client, publishableKey, session, backend }: ConnectionSettings): boolean {
  if (client || publishableKey || session || typeof backend !== 'string') return true;
  return new URL(backend, document.baseURI).origin === location.origin;
}
