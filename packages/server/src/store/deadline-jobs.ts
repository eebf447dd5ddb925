import { addHours, type Instant } from '@handsel/protocol';
import type { Insertable } from 'kysely';
import { type DeadlineFacts, JOB_KINDS } from '../jobs/kinds.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { Saving } from './saving.ts';
import type { Tx } from './store.ts';
import type { Tables } from './tables.ts';

interface Wanted {
  readonly kind: string;
  readonly runAt: Instant;
  readonly facts: DeadlineFacts;
}

/** Keeps a contract's jobs equal to its deadlines, and to the reminders before them. */
export async function saveDeadlines(
  tx: Tx,
  before: ContractRecord | null,
  after: ContractRecord,
  { now }: Saving,
): Promise<void> {
  const known = before ? wantedJobs(before) : new Map<string, Wanted>();
  const wanted = wantedJobs(after);
  const gone = [...known.keys()].filter((id) => !wanted.has(id));
  if (gone.length > 0) {
    // Not deleted: the job that is running now may be the one that made itself needless, and must still finish.
    await tx.db
      .updateTable('jobs')
      .set({ done_at: now })
      .where('contract_id', '=', after.id)
      .where('id', 'in', gone)
      .where('done_at', 'is', null)
      .execute();
  }
  // A reminder whose time is over would only confuse.
  const rows = [...wanted]
    .filter(([id, { kind, runAt }]) => !known.has(id) && (kind !== JOB_KINDS.reminder || runAt > now))
    .map(([id, { kind, runAt, facts }]) => ({
      contract_id: after.id,
      id,
      kind,
      subject: facts.deadline,
      data: JSON.stringify(facts),
      run_at: runAt,
      created_at: now,
      tries: 0,
    }));
  if (rows.length > 0) await planAnew(tx, rows);
}

/** A deadline that was called off and stands again is a job again, as if it had never been done. */
async function planAnew(tx: Tx, rows: readonly Insertable<Tables['jobs']>[]): Promise<void> {
  await tx.db
    .insertInto('jobs')
    .values(rows)
    .onConflict((key) =>
      key.columns(['contract_id', 'id']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        subject: eb.ref('excluded.subject'),
        data: eb.ref('excluded.data'),
        run_at: eb.ref('excluded.run_at'),
        tries: 0,
        lease: null,
        lease_until: null,
        done_at: null,
        dead_at: null,
        last_error: null,
      })),
    )
    .execute();
}

function wantedJobs(contract: ContractRecord): Map<string, Wanted> {
  const jobs = new Map<string, Wanted>();
  for (const { kind: deadline, at, milestoneId } of deadlinesOf(contract)) {
    const name = [deadline, milestoneId, at].filter((part) => part !== null).join(' ');
    jobs.set(`deadline ${name}`, {
      kind: JOB_KINDS.deadline,
      runAt: at,
      facts: { deadline, at, milestoneId, hours: 0 },
    });
    for (const hours of contract.policy.reminderHours) {
      const facts = { deadline, at, milestoneId, hours };
      jobs.set(`reminder ${hours} ${name}`, { kind: JOB_KINDS.reminder, runAt: addHours(at, -hours), facts });
    }
  }
  return jobs;
}
