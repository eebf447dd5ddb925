import { setImmediate } from 'node:timers/promises';
import type { Sleep } from '../sleep.ts';

interface Wait {
  readonly at: number;
  readonly milliseconds: number;
  readonly end: () => void;
}

// More than any chain of promises between two waits is long.
const QUIET_TURNS = 40;

/** Monday 23 November 2026, 14:20 UTC: the day all tests begin. */
export const START = Date.parse('2026-11-23T14:20:00.000Z');

/** A clock that jumps to the next thing waited for as soon as nothing else happens. */
export class VirtualTime {
  /** Each wait that ran to its end, in milliseconds. */
  readonly waited: number[] = [];
  /** How many requests are on their way: while there are any, the clock stands still. */
  busy = 0;
  #now = START;
  #waits: Wait[] = [];

  readonly now = (): number => this.#now;

  readonly sleep: Sleep = (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = () => {
        this.#waits = this.#waits.filter((other) => other !== wait);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const wait: Wait = { at: this.#now + milliseconds, milliseconds, end };
      this.#waits.push(wait);
      signal?.addEventListener('abort', end);
      if (signal?.aborted) end();
    });

  /** Waits for a promise, turning the clock as far as it takes. */
  async until<T>(promise: Promise<T>): Promise<T> {
    const settled = { yet: false };
    const done = () => (settled.yet = true);
    promise.then(done, done);
    while (!settled.yet) {
      await this.quiet();
      if (!settled.yet && this.busy === 0) this.#jump();
    }
    return promise;
  }

  /** Waits until nothing moves any more without the clock. */
  async quiet(): Promise<void> {
    for (let turn = 0; turn < QUIET_TURNS; turn += 1) await setImmediate();
  }

  /** Turns the clock by so much, and lets everything happen that was waiting for it. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await this.quiet();
    for (let next = this.#next(); next && next.at <= end; next = this.#next()) {
      this.#jump();
      await this.quiet();
    }
    this.#now = end;
  }

  #next(): Wait | undefined {
    return this.#waits.reduce<Wait | undefined>(
      (first, wait) => (!first || wait.at < first.at ? wait : first),
      undefined,
    );
  }

  #jump(): void {
    const next = this.#next();
    if (!next) throw new Error('Nothing moves any more, and nobody waits for the clock.');
    this.#now = next.at;
    this.waited.push(next.milliseconds);
    next.end();
  }
}
