import { Refusal } from '@handsel/protocol';
import type { Clock } from '../ports.ts';

/** How often something may be done: so many at once, filling up again over a time. */
export interface Limit {
  readonly burst: number;
  readonly perMs: number;
}

const HOUR = 3_600_000;

/** Every limit of the HTTP surface. Those on mails count in the tables instead, where all processes see them. */
export const LIMITS = {
  /** Requests for a contract, by address of the visitor. */
  requestsPerAddress: { burst: 5, perMs: HOUR },
  /** Requests for a contract, by publishable key. */
  requestsPerKey: { burst: 50, perMs: HOUR },
  /** Tries to sign in or to open an invitation, by address. */
  signInPerAddress: { burst: 30, perMs: HOUR / 4 },
} as const satisfies Record<string, Limit>;

/** How many live streams one credential may hold at once in one process: as many tabs as anybody has. */
export const MOST_STREAMS = 50;

const MOST_BUCKETS = 10_000;

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets in memory: each process counts for itself, which is enough to slow a flood down. */
export class Limiter {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();
  readonly #streams = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes one from the bucket. @throws {Refusal} `RATE_LIMITED` when it is empty, with the time to come back. */
  take(name: keyof typeof LIMITS, who: string): void {
    const limit: Limit = LIMITS[name];
    const key = `${name} ${who}`;
    const now = Date.parse(this.#clock.now());
    const bucket = this.#buckets.get(key) ?? { left: limit.burst, at: now };
    const left = Math.min(limit.burst, bucket.left + ((now - bucket.at) * limit.burst) / limit.perMs);
    if (left < 1) {
      const wait = Math.ceil(((1 - left) * limit.perMs) / limit.burst);
      throw new Refusal('RATE_LIMITED', { at: new Date(now + wait).toISOString(), retryAfter: Math.ceil(wait / 1000) });
    }
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left - 1, at: now });
    if (this.#buckets.size > MOST_BUCKETS) this.#dropOldest();
  }

  /** Whether somebody may hold one more stream. @throws {Refusal} `RATE_LIMITED` */
  checkStreams(who: string): void {
    if ((this.#streams.get(who) ?? 0) >= MOST_STREAMS) throw new Refusal('RATE_LIMITED', { retryAfter: 60 });
  }

  /** Counts a stream that somebody holds. Answers how to let go of it. @throws {Refusal} `RATE_LIMITED` */
  holdStream(who: string): () => void {
    this.checkStreams(who);
    this.#streams.set(who, (this.#streams.get(who) ?? 0) + 1);
    return () => {
      const left = (this.#streams.get(who) ?? 1) - 1;
      if (left > 0) this.#streams.set(who, left);
      else this.#streams.delete(who);
    };
  }

  #dropOldest(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }
}
