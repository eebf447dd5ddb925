import type { ContractRecord } from '../rules/state.ts';
import type { Tx } from './store.ts';
/** Writes the milestones that are new or different, and removes those that are gone. */
export declare function saveMilestones(tx: Tx, before: ContractRecord | null, after: ContractRecord): Promise<void>;
/** Writes the newest request for payment, proposed change and charge, where they are not as they were. */
export declare function saveParts(tx: Tx, before: ContractRecord | null, after: ContractRecord): Promise<void>;
/** Keeps the words a contract is found by. */
export declare function saveWords(tx: Tx, before: ContractRecord | null, after: ContractRecord): Promise<void>;
//# sourceMappingURL=contract-changes.d.ts.map