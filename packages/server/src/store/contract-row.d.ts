import type { ContractRecord } from '../rules/state.ts';
import type { ContractsTable } from './tables.ts';
/** What a contract's own row holds. */
export declare function contractRow(contract: ContractRecord): Omit<ContractsTable, 'discarded_at'>;
/** The parts of a contract that are rows of their own. */
export type Parts = Pick<ContractRecord, 'milestones' | 'paymentRequest' | 'milestoneChange' | 'charge'>;
/** The contract a row and its parts stand for. */
export declare function contractOf(row: ContractsTable, parts: Parts): ContractRecord;
//# sourceMappingURL=contract-row.d.ts.map