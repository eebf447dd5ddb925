import { type Dialect } from 'kysely';
/** One compiled statement of a synchronous SQLite. */
export interface SqliteStatement {
    /** Whether it answers with rows. */
    readonly reads: boolean;
    all(parameters: readonly unknown[]): unknown[];
    /** Runs a statement without rows and answers how many rows it changed. */
    run(parameters: readonly unknown[]): number;
    free(): void;
}
/** What any synchronous SQLite (Node's own, or one compiled to WASM) offers to the store. */
export interface SqliteHandle {
    prepare(sql: string): SqliteStatement;
    exec(sql: string): void;
    close(): void;
}
/** Must hold on every connection: `recursive_triggers` lets the append-only triggers see `insert or replace`. */
export declare const SQLITE_PRAGMAS: readonly ['pragma foreign_keys = on', 'pragma recursive_triggers = on', 'pragma trusted_schema = off', 'pragma busy_timeout = 5000'];
/** The Kysely dialect over one synchronous SQLite connection; Kysely queues its users one after another. */
export declare function sqliteDialect(open: () => SqliteHandle): Dialect;
/** Gives a value the form that every SQLite binds alike: whole numbers as integers, never as reals. */
export declare function bindable(value: unknown): string | bigint | Uint8Array | null;
/** Gives a number read from a database as a JavaScript number, or refuses it when it would lose digits. */
export declare function safeNumber(value: number | bigint | string): number;
//# sourceMappingURL=sqlite.d.ts.map