import type { Clock } from './clock.ts';
import { Credential } from './credential.ts';
import { ConnectionError } from './errors.ts';
import { heed } from './heed.ts';
import { load } from './load.ts';
import { offline } from './offline.ts';
import type { Prepared } from './prepare.ts';
import type { Settings } from './settings.ts';

/** How often a call is sent, at most. */
const ATTEMPTS = 3;

/** Sends prepared calls: to one backend, in one name. */
export class Transport {
  readonly #settings: Settings;
  readonly #credential: Credential;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#credential = new Credential(settings);
  }

  /** What all that belongs to this connection goes by. */
  get clock(): Clock {
    return this.#settings.clock;
  }

  /** The answer of success, read to its end; up to three attempts with the same key. @throws {HandselError} */
  send(call: Prepared): Promise<Response> {
    return this.#exchange(call, { attempts: ATTEMPTS, whole: true });
  }

  /** The beginning of an answer that goes on; one attempt. @throws {HandselError} */
  open(call: Prepared): Promise<Response> {
    return this.#exchange(call, { attempts: 1, whole: false });
  }

  async #exchange(call: Prepared, manner: { readonly attempts: number; readonly whole: boolean }): Promise<Response> {
    const { exchange } = await this.#loaded(call);
    return exchange(call, { settings: this.#settings, credential: this.#credential, ...manner });
  }

  async #loaded({ operation, options: { signal } }: Prepared): ReturnType<typeof load> {
    try {
      return await heed(signal, load);
    } catch (cause) {
      const origin = { operation, cause };
      if (signal?.aborted) throw new ConnectionError('ABORTED', 'the call was aborted.', origin, false);
      const code = offline() ? 'OFFLINE' : 'NO_ANSWER';
      throw new ConnectionError(code, 'a part of this client could not be loaded.', origin, false);
    }
  }
}
