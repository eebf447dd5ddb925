import { type ChargeId, type ContractId, type Instant, instantOf, millisecondsOf } from '@handsel/protocol';
import { sql } from 'kysely';
import { JOB_KINDS } from '../jobs/kinds.ts';
import { openCharge } from '../rules/milestones.ts';
import type { ChargeRecord, ContractRecord } from '../rules/state.ts';
import { chargeOf } from './contract-parts.ts';
import { addJob } from './jobs.ts';
import type { Reader, Tx } from './store.ts';
import type { ChargesTable } from './tables/money.ts';

/** Reads one charge, also one that a newer one has followed. */
export async function loadCharge(q: Reader, contractId: ContractId, id: ChargeId): Promise<ChargeRecord | undefined> {
  const { rows } = await sql<ChargesTable>`
    select * from charges where contract_id = ${contractId} and id = ${id}`.execute(q.db);
  return rows[0] && chargeOf(rows[0]);
}

/** Keeps the provider's own name of a charge: money that goes back goes back over it. */
export async function keepProviderReference(
  tx: Tx,
  contractId: ContractId,
  id: ChargeId,
  reference: string,
): Promise<void> {
  await tx.db
    .updateTable('charges')
    .set({ provider_ref: reference })
    .where('contract_id', '=', contractId)
    .where('id', '=', id)
    .execute();
}

const FIRST_LOOK_MS = 5_000;

/** Plans to ask the provider about a new charge: whoever began it may not live to hear the answer. */
export async function watchCharge(
  tx: Tx,
  before: ContractRecord | null,
  after: ContractRecord,
  now: Instant,
): Promise<void> {
  const charge = openCharge(after);
  if (!charge || charge.id === before?.charge?.id) return;
  const runAt = instantOf(millisecondsOf(now) + FIRST_LOOK_MS);
  const job = { contractId: after.id, id: `charge ${charge.id}`, kind: JOB_KINDS.charge, subject: charge.id };
  await addJob(tx, { ...job, runAt, now });
}
