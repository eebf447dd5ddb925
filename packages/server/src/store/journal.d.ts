import type { Decision } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { Saving } from './saving.ts';
import type { Tx } from './store.ts';
/** Writes the journal entries of a decision: the accounts they need, their postings, and each entry last, as its seal. */
export declare function appendEntries(tx: Tx, contract: ContractRecord, { entries, events }: Decision, at: Saving): Promise<void>;
//# sourceMappingURL=journal.d.ts.map