import { Refusal } from '@handsel/protocol';
import { StoreFault, TurnTimeoutError } from '../store/faults.ts';

/**
 * Does something with the database. One that is away, or too busy, is no mistake of ours: it is said as such, and
 * asking again helps.
 * @throws {Refusal} `UNAVAILABLE`
 */
export async function whileReachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isBusy(error) ? new Refusal('UNAVAILABLE', { retryAfter: 1 }) : error;
  }
}

/** Whether the store could not answer for now. */
export function isBusy(error: unknown): boolean {
  if (error instanceof TurnTimeoutError) return true;
  return error instanceof StoreFault && (error.kind === 'unavailable' || error.kind === 'retry');
}
