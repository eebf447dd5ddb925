import { sql } from 'kysely';
import type { Reader } from './store.ts';

/** The provider's own name of a charge; null while none was heard. */
export async function loadProviderReference(q: Reader, contractId: string, chargeId: string): Promise<string | null> {
  const { rows } = await sql<{ provider_ref: string | null }>`
    select provider_ref from charges where contract_id = ${contractId} and id = ${chargeId}`.execute(q.db);
  return rows[0]?.provider_ref ?? null;
}

/** A charge whose money is there. */
export interface CapturedCharge {
  readonly reference: string;
  readonly amount: number;
}

/**
 * The captured charges of a contract that were wanted by then, newest first. What is charged later does not count, so
 * that an order which is tried again is spread as it was the first time.
 */
export async function capturedCharges(q: Reader, contractId: string, by: string): Promise<CapturedCharge[]> {
  const { rows } = await sql<CapturedCharge>`
    select provider_ref as reference, amount from charges
    where contract_id = ${contractId} and status = 'succeeded' and amount > 0 and provider_ref is not null
      and created_at <= ${by}
    order by created_at desc, id desc`.execute(q.db);
  return rows;
}
