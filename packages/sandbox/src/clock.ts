import type { Clock } from '@handsel/server';
import { type Instant, instantOf, millisecondsOf } from '@handsel/protocol';

/** A span of time; what is left out is nothing. A day is 24 hours. */
export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A clock that stands still until somebody turns it, and never goes back. */
export class VirtualClock implements Clock {
  #milliseconds: number;

  /** @throws {RangeError} when the text is no instant. */
  constructor(start: Instant) {
    this.#milliseconds = millisecondsOf(start);
  }

  now(): Instant {
    return instantOf(this.#milliseconds);
  }

  /** The moment so much later. @throws {RangeError} for a span that is negative or no number. */
  after({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): Instant {
    const milliseconds = Math.round((days * 24 + hours) * HOUR + minutes * MINUTE + seconds * 1000);
    if (!(milliseconds >= 0)) throw new RangeError('The clock of a sandbox only goes forward.');
    return instantOf(this.#milliseconds + milliseconds);
  }

  /** Turns it to a later moment; an earlier one changes nothing. */
  turnTo(moment: Instant): void {
    this.#milliseconds = Math.max(this.#milliseconds, millisecondsOf(moment));
  }
}
