import { addDays } from '@handsel/protocol';
import { JOB_KINDS } from '../jobs/kinds.ts';
import type { Decision } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import { addJob } from './jobs.ts';
import type { Saving } from './saving.ts';
import { type CapturedCharge, capturedCharges } from './provider-references.ts';
import type { Reader, Tx } from './store.ts';
import type { PaymentOrdersTable } from './tables/money.ts';

/** Writes what the payment provider must be told, and the job that tells it. */
export async function appendOrders(tx: Tx, contract: ContractRecord, decision: Decision, at: Saving): Promise<void> {
  for (const { kind, amount } of decision.orders) {
    const id = at.newId('ord');
    await tx.db
      .insertInto('payment_orders')
      .values({
        contract_id: contract.id,
        id,
        kind,
        amount,
        currency: contract.currency,
        event_seq: contract.seq,
        status: 'open',
        provider_ref: null,
        failure_code: null,
        created_at: at.now,
        decided_at: null,
      })
      .execute();
    // The client's money goes back at once; the freelancer's is only theirs to have when the hold is over.
    const runAt = kind === 'transfer' ? addDays(at.now, contract.policy.securityHoldDays) : at.now;
    const job = { contractId: contract.id, id: `payment_order ${id}`, kind: JOB_KINDS.paymentOrder, subject: id };
    await addJob(tx, { ...job, runAt, now: at.now });
  }
}

/** One order, with all that is needed to carry it out. */
export interface PaymentOrderRecord extends PaymentOrdersTable {
  /** The provider's account of the freelancer; null while none is connected. */
  readonly payee_account: string | null;
  /** The captured charges the money came from, newest first. */
  readonly charges: readonly CapturedCharge[];
}

/** Reads one order, to be carried out. */
export async function loadPaymentOrder(
  q: Reader,
  contractId: string,
  id: string,
): Promise<PaymentOrderRecord | undefined> {
  const order = await q.db
    .selectFrom('payment_orders')
    .innerJoin('contracts', 'contracts.id', 'payment_orders.contract_id')
    .innerJoin('parties', 'parties.id', 'contracts.freelancer_id')
    .selectAll('payment_orders')
    .select('parties.payment_account as payee_account')
    .where('payment_orders.contract_id', '=', contractId)
    .where('payment_orders.id', '=', id)
    .executeTakeFirst();
  return order && { ...order, charges: await capturedCharges(q, contractId, order.created_at) };
}

/** Notes what the provider answered. False when the order was decided before. */
export async function decidePaymentOrder(
  tx: Tx,
  { contract_id, id }: Pick<PaymentOrdersTable, 'contract_id' | 'id'>,
  outcome: Pick<PaymentOrdersTable, 'status' | 'provider_ref' | 'failure_code' | 'decided_at'>,
): Promise<boolean> {
  const decided = await tx.db
    .updateTable('payment_orders')
    .set(outcome)
    .where('contract_id', '=', contract_id)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .returning('id')
    .execute();
  return decided.length === 1;
}
