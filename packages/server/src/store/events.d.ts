import { type ContractEvent, type ContractId } from '@handsel/protocol';
import type { EventDraft } from '../rules/decision.ts';
import type { Saving } from './saving.ts';
import type { Reader, Tx } from './store.ts';
/** Writes what happened, each event chained to the one before by its hash. Answers nothing: numbers follow `after`. */
export declare function appendEvents(tx: Tx, contractId: string, after: number, drafts: readonly EventDraft[], { now, actor, newId }: Saving): Promise<void>;
/** What an event's hash covers: all of it, and the hash of the one before. */
export declare function eventHash({ contractId, seq, id, type, at, actor, data }: Omit<ContractEvent, 'contractId' | 'id'> & {
    contractId: string;
    id: string;
}, previous: string): Promise<string>;
/** Events after a number, oldest first, without a gap. */
export declare function listEvents(q: Reader, contractId: ContractId, { after, limit }: {
    readonly after?: number;
    readonly limit: number;
}): Promise<ContractEvent[]>;
/** Numbers of the events whose hash does not follow from what they say; none, unless somebody changed them. */
export declare function brokenEvents(q: Reader, contractId: ContractId): Promise<number[]>;
//# sourceMappingURL=events.d.ts.map