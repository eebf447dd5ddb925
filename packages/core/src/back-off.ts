import type { Clock } from './clock.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/** A pause before the next attempt: twice as long each time, anywhere between nothing and that (full jitter). */
export function backOff(attempt: number, clock: Pick<Clock, 'random'>): number {
  return clock.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
}
