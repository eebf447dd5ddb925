/**
 * Lets callers in one after another, and refuses who waited too long.
 *
 * SQLite has one connection. Without a limit, a transaction that calls the store again would wait for itself for ever.
 */
export declare class Turn {
    #private;
    constructor(timeoutMs: number);
    take<T>(work: () => Promise<T>): Promise<T>;
}
//# sourceMappingURL=turn.d.ts.map