import type { Decision } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { Saving } from './saving.ts';
import { type CapturedCharge } from './provider-references.ts';
import type { Reader, Tx } from './store.ts';
import type { PaymentOrdersTable } from './tables.ts';
/** Writes what the payment provider must be told, and the job that tells it. */
export declare function appendOrders(tx: Tx, contract: ContractRecord, decision: Decision, at: Saving): Promise<void>;
/** One order, with all that is needed to carry it out. */
export interface PaymentOrderRecord extends PaymentOrdersTable {
    /** The provider's account of the freelancer; null while none is connected. */
    readonly payee_account: string | null;
    /** The captured charges the money came from, newest first. */
    readonly charges: readonly CapturedCharge[];
}
/** Reads one order, to be carried out. */
export declare function loadPaymentOrder(q: Reader, contractId: string, id: string): Promise<PaymentOrderRecord | undefined>;
/** Notes what the provider answered. False when the order was decided before. */
export declare function decidePaymentOrder(tx: Tx, { contract_id, id }: Pick<PaymentOrdersTable, 'contract_id' | 'id'>, outcome: Pick<PaymentOrdersTable, 'status' | 'provider_ref' | 'failure_code' | 'decided_at'>): Promise<boolean>;
//# sourceMappingURL=payment-orders.d.ts.map