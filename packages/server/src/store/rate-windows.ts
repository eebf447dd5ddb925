import { type Instant, instantOf, millisecondsOf, Refusal } from '@handsel/protocol';
import type { Tx } from './store.ts';

/** How often something may be done in a stretch of time, counted for all processes together. */
export interface WindowLimit {
  readonly most: number;
  readonly perMs: number;
}

/** Limits on what sends mail to people. */
export const WINDOWS = {
  /** Codes, by the address or invitation they are for. */
  codes: { most: 5, perMs: 3_600_000 },
  /** Invitations mailed once more, by contract. */
  resends: { most: 5, perMs: 24 * 3_600_000 },
  /** Offers replaced by their next version, by contract. */
  revisions: { most: 20, perMs: 24 * 3_600_000 },
  /** Requests for payment, by contract: far more than there is work in a day. */
  requests: { most: 100, perMs: 24 * 3_600_000 },
  /** Proposed changes, by contract and side. */
  proposals: { most: 100, perMs: 24 * 3_600_000 },
} as const satisfies Record<string, WindowLimit>;

/** Names one limit. */
export type WindowName = keyof typeof WINDOWS;

/** Counts one more. @throws {Refusal} `RATE_LIMITED` when that is too often, with the time to come back. */
export async function takeWindow(tx: Tx, name: WindowName, who: string, now: Instant): Promise<void> {
  const { most, perMs } = WINDOWS[name];
  const n = Math.floor(millisecondsOf(now) / perMs);
  const endsAt = instantOf((n + 1) * perMs);
  const row = await tx.db
    .insertInto('rate_windows')
    .values({ key: `${name} ${who}`, n, taken: 1, ends_at: endsAt })
    .onConflict((key) => key.columns(['key', 'n']).doUpdateSet((eb) => ({ taken: eb('rate_windows.taken', '+', 1) })))
    .returning('taken')
    .executeTakeFirstOrThrow();
  if (row.taken <= most) return;
  const retryAfter = Math.ceil((millisecondsOf(endsAt) - millisecondsOf(now)) / 1000);
  throw new Refusal('RATE_LIMITED', { at: endsAt, retryAfter });
}
