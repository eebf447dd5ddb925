import type { ContractRecord } from '../rules/state.ts';
import type { Saving } from './saving.ts';
import type { Tx } from './store.ts';
/** Keeps a contract's jobs equal to its deadlines, and to the reminders before them. */
export declare function saveDeadlines(tx: Tx, before: ContractRecord | null, after: ContractRecord, { now }: Saving): Promise<void>;
//# sourceMappingURL=deadline-jobs.d.ts.map