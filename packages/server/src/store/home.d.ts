import type { Dialect } from 'kysely';
/** The two families of databases; the few places that differ ask for it. */
export type Engine = 'sqlite' | 'postgres';
/** What a listener on other processes' commits reports. */
export interface Listening {
    /** Something was published by a committed transaction, here or elsewhere. */
    heard(message: Message): void;
    /** Messages may have been missed: everybody should catch up from the tables. */
    missed(): void;
}
/** A hint that something was committed. The truth is in the tables. */
export interface Message {
    readonly topic: string;
    readonly id: string;
    readonly seq?: number;
}
/** Where a store lives. */
export interface Home {
    readonly engine: Engine;
    readonly dialect: Dialect;
    /** Hears what other processes commit; a home without it is alone. Answers how to stop. */
    readonly listen?: (listening: Listening) => () => Promise<void>;
}
//# sourceMappingURL=home.d.ts.map