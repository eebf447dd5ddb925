import { TurnTimeoutError } from './faults.ts';

/**
 * Lets callers in one after another, and refuses who waited too long.
 *
 * SQLite has one connection. Without a limit, a transaction that calls the store again would wait for itself for ever.
 */
export class Turn {
  readonly #timeoutMs: number;
  #last: Promise<void> = Promise.resolve();

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const { promise: after, resolve: done } = Promise.withResolvers<void>();
    this.#last = after;
    try {
      await this.#within(before);
    } catch (error) {
      // Whoever comes next still has to wait for those before us.
      void before.then(done);
      throw error;
    }
    try {
      return await work();
    } finally {
      done();
    }
  }

  async #within(before: Promise<void>): Promise<void> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new TurnTimeoutError(this.#timeoutMs));
    }, this.#timeoutMs);
    try {
      await Promise.race([before, promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}
