import type { ChargeId, ContractId } from '@handsel/protocol';
import { sql } from 'kysely';
import type { ChargeRecord } from '../rules/state.ts';
import { chargeOf } from './contract-parts.ts';
import type { Reader, Tx } from './store.ts';
import type { ChargesTable } from './tables.ts';

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
