/** What a database refused, in one vocabulary for all homes. */
export type FaultKind = 'unique' | 'check' | 'foreign' | 'null' | 'rule' | 'retry' | 'aborted' | 'unavailable';
/** A refusal of the database, after the transaction was rolled back. */
export declare class StoreFault extends Error {
    readonly name = "StoreFault";
    readonly kind: FaultKind;
    constructor(kind: FaultKind, cause: unknown);
}
/** A statement or a commit came after an error in the same transaction. */
export declare class PoisonedError extends Error {
    readonly name = "PoisonedError";
    constructor();
}
/** Nobody got a turn in time: most likely `store.read` or `store.write` was called inside another one. */
export declare class TurnTimeoutError extends Error {
    readonly name = "TurnTimeoutError";
    constructor(ms: number);
}
/** Names the refusal behind an error of any home; `undefined` when the error is not the database's. */
export declare function faultOf(error: unknown): FaultKind | undefined;
/** Somebody else changed the contract first: load it again and decide again. */
export declare class ConflictError extends Error {
    readonly name = "ConflictError";
    constructor(contractId: string);
}
//# sourceMappingURL=faults.d.ts.map