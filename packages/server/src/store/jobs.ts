import { type Instant, instantOf, millisecondsOf } from '@handsel/protocol';
import { sql } from 'kysely';
import { isDue, leased } from './leases.ts';
import type { Reader, Tx } from './store.ts';

/** Something to be done later, at least once; whoever does it looks first whether it still is to be done. */
export interface JobDraft {
  /** Empty when it belongs to no contract. */
  readonly contractId: string;
  /** The same id is the same job: it is planned once. */
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly runAt: Instant;
  readonly now: Instant;
}

/** Plans a job; one that is planned already stays as it is. */
export async function addJob(tx: Tx, { contractId, id, kind, subject, runAt, now }: JobDraft): Promise<void> {
  await tx.db
    .insertInto('jobs')
    .values({ contract_id: contractId, id, kind, subject, data: '{}', run_at: runAt, created_at: now, tries: 0 })
    .onConflict((key) => key.columns(['contract_id', 'id']).doNothing())
    .execute();
}

/** A job somebody has taken. */
export interface ClaimedJob {
  readonly contractId: string;
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  /** JSON. */
  readonly data: string;
  readonly tries: number;
  /** The token of whoever took it; a late worker's is refused. */
  readonly lease: string;
  /** From then on another worker may have taken it: what was not begun is not begun any more. */
  readonly leaseUntil: Instant;
}

/** Takes jobs whose time has come, so that nobody else does them meanwhile. */
export async function claimJobs(
  tx: Tx,
  { now, lease, limit }: { readonly now: Instant; readonly lease: string; readonly limit: number },
): Promise<ClaimedJob[]> {
  const leaseUntil = leased(now);
  const rows = await tx.db
    .updateTable('jobs')
    .set((eb) => ({ lease, lease_until: leaseUntil, tries: eb('tries', '+', 1) }))
    .where(isDue(tx, 'jobs', 'done_at', now, limit))
    .returning(['contract_id', 'id', 'kind', 'subject', 'data', 'tries', 'run_at'])
    .execute();
  rows.sort((left, right) => (left.run_at < right.run_at ? -1 : 1));
  return rows.map(({ contract_id, run_at: _, ...rest }) => ({ contractId: contract_id, lease, leaseUntil, ...rest }));
}

/** Notes that a job is done. False when another worker had taken it over. */
export async function finishJob(tx: Tx, { contractId, id, lease }: ClaimedJob, now: Instant): Promise<boolean> {
  const done = await tx.db
    .updateTable('jobs')
    .set({ done_at: now, lease: null, lease_until: null })
    .where('contract_id', '=', contractId)
    .where('id', '=', id)
    .where('lease', '=', lease)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
}

const LONGEST_PAUSE_MS = 3_600_000;

/** Gives a job back: it is tried again after a pause that doubles up to an hour. No job about money is ever given up. */
export async function postponeJob(
  tx: Tx,
  { contractId, id, lease, tries }: ClaimedJob,
  { now, error }: { readonly now: Instant; readonly error: string | null },
): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, 2_000 * 2 ** Math.min(tries, 20));
  await tx.db
    .updateTable('jobs')
    .set({ lease: null, lease_until: null, last_error: error, run_at: instantOf(millisecondsOf(now) + pause) })
    .where('contract_id', '=', contractId)
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('done_at', 'is', null)
    .execute();
}

/** When the next job or mail is due; undefined when nothing waits. */
export async function nextDue(q: Reader): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Instant | null }>`
    select min(at) as at from (
      select min(run_at) as at from jobs where done_at is null and dead_at is null
      union all select min(run_at) from mails where sent_at is null and dead_at is null) waiting`.execute(q.db);
  return rows[0]?.at ?? undefined;
}
