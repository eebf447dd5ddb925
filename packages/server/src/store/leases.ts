import { type Instant, instantOf, millisecondsOf } from '@handsel/protocol';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './store.ts';

const LEASE_MS = 60_000;

/** Until when work that is taken now belongs to whoever took it. Whoever dies meanwhile is followed by another. */
export function leased(now: Instant): Instant {
  return instantOf(millisecondsOf(now) + LEASE_MS);
}

/** Whether a row waits and nobody holds it; only so many, the longest waiting first. */
export function isDue(
  { engine }: Tx,
  table: 'jobs' | 'mails',
  ended: 'done_at' | 'sent_at',
  now: Instant,
  limit: number,
): RawBuilder<boolean> {
  // Several processes claim at once on PostgreSQL: each takes what no other is taking.
  const lock = engine === 'postgres' ? sql`for update skip locked` : sql``;
  return sql<boolean>`(contract_id, id) in (select contract_id, id from ${sql.table(table)}
    where run_at <= ${now} and ${sql.ref(ended)} is null and dead_at is null
      and (lease_until is null or lease_until <= ${now})
    order by run_at, id limit ${limit} ${lock})`;
}
