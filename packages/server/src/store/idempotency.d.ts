import { type ContractId, type Instant } from '@handsel/protocol';
import type { Tx } from './store.ts';
/** What somebody wants once: a key within a scope, and a fingerprint that tells a repetition from another wish. */
export interface Intent {
    /** Whose key, and for which address. */
    readonly scope: string;
    readonly key: string;
    readonly fingerprint: string;
    readonly now: Instant;
}
/**
 * Runs a write once for its key, and answers later callers what the first was answered. The key is written in the
 * transaction of its effect: there is no effect without its record, and no record without its effect.
 * @throws {Refusal} `IDEMPOTENCY_MISMATCH`, `IDEMPOTENCY_RUNNING`
 */
export declare function once<T>(tx: Tx, intent: Intent, work: () => Promise<T>): Promise<{
    readonly answer: T;
    readonly replayed: boolean;
}>;
/** Begins a write whose answer is made later from what it refers to; the reference of the first run, if there was one. */
export declare function begin(tx: Tx, intent: Intent, contractId: ContractId): Promise<{
    readonly ref: string;
} | undefined>;
/** Says what a begun write refers to, for whoever repeats it. */
export declare function finish(tx: Tx, intent: Intent, ref: string): Promise<void>;
//# sourceMappingURL=idempotency.d.ts.map