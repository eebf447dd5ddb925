import { type Answer, readAnswer } from './answer.ts';
import { Credential } from './credential.ts';
import { ConnectionError, HandselError } from './errors.ts';
import type { Prepared } from './prepare.ts';
import { ATTEMPTS, pauseAfter } from './retry.ts';
import type { Settings } from './settings.ts';

function offline(): boolean {
  return globalThis.navigator?.onLine === false;
}

/** Whether the backend says that the token it was given is good no more. */
function sessionIsOver({ status, problem }: Answer): boolean {
  return status === 401 && (problem?.code === 'SESSION_EXPIRED' || problem?.code === 'UNAUTHENTICATED');
}

/** Sends prepared calls: in whose name, within which time, and how often. */
export class Transport {
  readonly settings: Settings;
  readonly #credential: Credential;

  constructor(settings: Settings) {
    this.settings = settings;
    this.#credential = new Credential(settings);
  }

  /** Whether a session that is over can be renewed by asking for a fresh token. */
  get renewable(): boolean {
    return this.#credential.renewable;
  }

  /**
   * The answer to a call, whatever it says; up to three attempts with the same key.
   * @throws {ConnectionError} when none of them was answered.
   */
  async send(call: Prepared): Promise<Answer> {
    const { now, sleep } = this.settings;
    const timeout = call.options.timeout ?? this.settings.timeout;
    const end = now() + timeout * ATTEMPTS;
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#attempt(call, Math.min(timeout, end - now()));
      if (!renewed && this.#credential.renewable && 'text' in outcome && sessionIsOver(outcome)) {
        renewed = true;
        attempt -= 1;
        continue;
      }
      const pause = pauseAfter(outcome, attempt, this.settings);
      if (pause === undefined || now() + pause >= end) {
        if (outcome instanceof ConnectionError) throw outcome;
        return outcome;
      }
      await sleep(pause, call.options.signal);
    }
  }

  /** The request of one attempt, with a fresh token. @throws {HandselError} `MISUSE`, `SESSION_UNAVAILABLE` */
  async request({ operation, method, path, headers, body }: Prepared, signal: AbortSignal): Promise<Request> {
    const authorization = await this.#credential.header(operation);
    try {
      return new Request(this.settings.url + path, {
        method,
        headers: { ...headers, ...(authorization !== undefined && { Authorization: authorization }) },
        ...(body !== undefined && { body }),
        // Contracts have no business in the browser's cache, and a cookie only where it is all we have.
        cache: 'no-store',
        credentials: this.#credential.absent ? 'same-origin' : 'omit',
        signal,
      });
    } catch {
      // Without the cause: it may quote the token.
      const why = `"${this.settings.url}" is no address of a backend, or a header or the token is malformed.`;
      throw new HandselError('MISUSE', `${operation}: ${why}`, { operation });
    }
  }

  async #attempt(call: Prepared, milliseconds: number): Promise<Answer | ConnectionError> {
    const { operation } = call;
    const { signal } = call.options;
    const stop = new AbortController();
    const abort = () => stop.abort(signal?.reason);
    signal?.addEventListener('abort', abort);
    const aborted = (cause: unknown) =>
      new ConnectionError('ABORTED', 'the call was aborted.', { operation, cause: cause ?? signal?.reason });
    try {
      if (signal?.aborted) return aborted(undefined);
      const exchange = this.#exchange(call, stop.signal);
      // A backend in the same page may not look at the signal; whoever waits does.
      const late = this.settings.sleep(milliseconds, stop.signal).then(() => undefined);
      const answer = await Promise.race([exchange, late]);
      exchange.catch(() => undefined);
      if (answer) return answer;
      if (signal?.aborted) return aborted(undefined);
      return new ConnectionError('TIMEOUT', `no answer within ${milliseconds / 1000} s.`, { operation });
    } catch (cause) {
      if (cause instanceof HandselError) throw cause;
      if (signal?.aborted) return aborted(cause);
      if (offline()) return new ConnectionError('OFFLINE', 'this device is offline.', { operation, cause });
      return new ConnectionError('NO_ANSWER', 'no answer came.', { operation, cause });
    } finally {
      signal?.removeEventListener('abort', abort);
      stop.abort();
    }
  }

  async #exchange(call: Prepared, signal: AbortSignal): Promise<Answer> {
    const request = await this.request(call, signal);
    return readAnswer(await this.settings.fetch(request));
  }
}
