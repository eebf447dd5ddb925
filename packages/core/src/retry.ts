import type { Answer } from './answer.ts';
import { ConnectionError } from './errors.ts';

/** How often a call is sent, at most. */
export const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
// Who is to wait longer than this is told so, instead of looking at a button that does nothing.
const LONGEST_WAIT_MS = 30_000;
const AGAIN = [408, 429, 502, 503, 504];

/** A pause before the next attempt: twice as long each time, anywhere between nothing and that (full jitter). */
export function backOff(attempt: number, random: () => number): number {
  return random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
}

function waitOf({ headers }: Answer, now: number): number {
  const value = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return wait > 0 ? wait : 0;
}

function worthRepeating({ status, problem }: Answer): boolean {
  if (status === 409) return problem?.code === 'IDEMPOTENCY_RUNNING';
  // A locked code stays locked: only a new one helps.
  return AGAIN.includes(status) && problem?.code !== 'CODE_LOCKED';
}

/** Milliseconds until the next attempt; undefined when another one makes no sense. */
export function pauseAfter(
  outcome: Answer | ConnectionError,
  attempt: number,
  { now, random }: { now: () => number; random: () => number },
): number | undefined {
  if (attempt >= ATTEMPTS) return undefined;
  if (outcome instanceof ConnectionError) {
    return outcome.code === 'ABORTED' || outcome.code === 'OFFLINE' ? undefined : backOff(attempt, random);
  }
  const wait = waitOf(outcome, now());
  if (!worthRepeating(outcome) || wait > LONGEST_WAIT_MS) return undefined;
  // On top of what the server asks for, or all its clients would come back in the same moment.
  return wait + backOff(attempt, random);
}
