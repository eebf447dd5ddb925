import type { ChargeRecord, MilestoneChangeRecord, MilestoneRecord, PaymentRequestRecord } from '../rules/state.ts';
import type { ChargesTable, MilestoneChangesTable, MilestonesTable, PaymentRequestsTable } from './tables.ts';
/** A milestone as a row; `place` is its number in the order of the work, from 0. */
export declare function milestoneRow(contractId: string, milestone: MilestoneRecord, place: number): MilestonesTable;
/** The milestone a row stands for. */
export declare function milestoneOf(row: Omit<MilestonesTable, 'contract_id' | 'place'>): MilestoneRecord;
/** A request for payment as a row. */
export declare function paymentRequestRow(contractId: string, request: PaymentRequestRecord): PaymentRequestsTable;
/** The request for payment a row stands for. */
export declare function paymentRequestOf(row: PaymentRequestsTable): PaymentRequestRecord;
/** A proposed change as a row. */
export declare function milestoneChangeRow(contractId: string, change: MilestoneChangeRecord): MilestoneChangesTable;
/** The proposed change a row stands for. */
export declare function milestoneChangeOf(row: MilestoneChangesTable): MilestoneChangeRecord;
/** A charge as a row; the provider's name for it is written by whoever asks the provider. */
export declare function chargeRow(contractId: string, charge: ChargeRecord): Omit<ChargesTable, 'provider_ref'>;
/** The charge a row stands for. */
export declare function chargeOf(row: Omit<ChargesTable, 'provider_ref'>): ChargeRecord;
//# sourceMappingURL=contract-parts.d.ts.map