import { setImmediate } from 'node:timers/promises';
// Loaded before the clock stands still: a module comes from the disk in time of its own.
import '../http.ts';
import type { Clock } from '../clock.ts';

interface Wait {
  readonly id: number;
  readonly at: number;
  readonly milliseconds: number;
  readonly end: () => void;
}

// More than any chain of promises between two waits is long.
const QUIET_TURNS = 40;

/** Monday 23 November 2026, 14:20 UTC: the day all tests begin. */
export const START = Date.parse('2026-11-23T14:20:00.000Z');

/**
 * The clock of everything in this process, also of ky: it jumps to the next thing waited for as soon as nothing else
 * happens. The newest one rules. Node gives each test file a process of its own, so nothing is put back.
 */
export class VirtualTime implements Clock {
  /** Each wait that ran to its end, in milliseconds, but for those of no length. */
  readonly waited: number[] = [];
  /** How many requests are on their way: while there are any, the clock stands still. */
  busy = 0;
  #now = START;
  #ids = 0;
  #waits: Wait[] = [];

  /** Chance, as the test wants it. */
  readonly random: () => number;

  constructor(random: () => number = () => 1) {
    this.random = random;
    Object.assign(globalThis, { setTimeout: this.#set, clearTimeout: this.#clear });
    Object.assign(performance, { now: this.now });
  }

  readonly now = (): number => this.#now;

  readonly #set = (end: () => void, milliseconds = 0): number => {
    const id = (this.#ids += 1);
    this.#waits.push({ id, at: this.#now + milliseconds, milliseconds, end });
    return id;
  };

  readonly #clear = (id: number | undefined): void => {
    this.#waits = this.#waits.filter((wait) => wait.id !== id);
  };

  /** How many things are waited for. */
  get waiting(): number {
    return this.#waits.length;
  }

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
    for (;;) {
      for (let turn = 0; turn < QUIET_TURNS; turn += 1) await setImmediate();
      const due = this.#waits.filter(({ at }) => at <= this.#now);
      if (due.length === 0) return;
      for (const wait of due) this.#end(wait);
    }
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
    this.#end(next);
  }

  #end({ id, milliseconds, end }: Wait): void {
    this.#clear(id);
    if (milliseconds > 0) this.waited.push(milliseconds);
    end();
  }
}
