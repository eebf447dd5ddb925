import { HandselError } from './errors.ts';
import type { Settings } from './settings.ts';

/** In whose name requests are made. */
export class Credential {
  readonly #key: string | undefined;
  readonly #session: Settings['session'];
  // One question at a time: ten calls whose session is over ask the page's server once.
  #asking: Promise<string> | undefined;

  constructor({ key, session }: Settings) {
    this.#key = key;
    this.#session = session;
  }

  /** Whether a fresh token can be had when the backend says that the session is over. */
  get renewable(): boolean {
    return typeof this.#session === 'function';
  }

  /** Whether nothing is sent along but what the backend's own cookie says. */
  get absent(): boolean {
    return this.#key === undefined && this.#session === undefined;
  }

  /** The value of `Authorization`, or nothing. @throws {HandselError} `SESSION_UNAVAILABLE` */
  async header(operation: string): Promise<string | undefined> {
    const token = typeof this.#session === 'function' ? await this.#fresh(this.#session, operation) : this.#session;
    const bearer = token ?? this.#key;
    return bearer === undefined ? undefined : `Bearer ${bearer}`;
  }

  async #fresh(session: () => string | Promise<string>, operation: string): Promise<string> {
    try {
      this.#asking ??= Promise.resolve(session()).finally(() => (this.#asking = undefined));
      const token = await this.#asking;
      if (typeof token === 'string' && token !== '') return token;
    } catch (cause) {
      this.#asking = undefined;
      throw new HandselError('SESSION_UNAVAILABLE', `${operation}: ${NONE}`, { operation, cause });
    }
    throw new HandselError('SESSION_UNAVAILABLE', `${operation}: ${NONE}`, { operation });
  }
}

const NONE = 'the session function gave no token, so nothing was sent. It must return the token, or a promise of it.';
