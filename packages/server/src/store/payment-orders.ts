import { JOB_KINDS } from '../jobs/kinds.ts';
import type { Decision } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { Saving } from './saving.ts';
import type { Reader, Tx } from './store.ts';
import type { PaymentOrdersTable } from './tables.ts';

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
    await tx.db
      .insertInto('jobs')
      .values({
        contract_id: contract.id,
        id: `payment_order ${id}`,
        kind: JOB_KINDS.paymentOrder,
        subject: id,
        data: '{}',
        run_at: at.now,
        created_at: at.now,
        tries: 0,
      })
      .execute();
  }
}

/** One order, to be carried out. */
export async function loadPaymentOrder(
  q: Reader,
  contractId: string,
  id: string,
): Promise<PaymentOrdersTable | undefined> {
  return q.db
    .selectFrom('payment_orders')
    .selectAll()
    .where('contract_id', '=', contractId)
    .where('id', '=', id)
    .executeTakeFirst();
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
