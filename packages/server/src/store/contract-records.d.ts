import { type ContractId } from '@handsel/protocol';
import type { Decision } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { Saving } from './saving.ts';
import type { Reader, Tx } from './store.ts';
export { keepProviderReference, loadCharge } from './charges.ts';
export { ConflictError } from './faults.ts';
export type { Saving } from './saving.ts';
/** Reads a contract whole; `undefined` when there is none, or it was thrown away. */
export declare function loadContract(q: Reader, id: ContractId): Promise<ContractRecord | undefined>;
/** Stores a contract that begins. Answers it as it is stored: version 1, with its events numbered. */
export declare function insertDecision(tx: Tx, decision: Decision, at: Saving): Promise<ContractRecord>;
/**
 * Stores what a command came to, all of it, if the contract is still the one it was decided on.
 * Answers the contract as it is stored.
 * @throws {ConflictError} when somebody else was first: load it again and decide again.
 */
export declare function saveDecision(tx: Tx, before: ContractRecord, decision: Decision, at: Saving): Promise<ContractRecord>;
/** Throws a draft away that was never sent: nobody can read it any more, and what was written in it is gone. */
export declare function discardContract(tx: Tx, before: ContractRecord, { now }: Pick<Saving, 'now'>): Promise<void>;
//# sourceMappingURL=contract-records.d.ts.map