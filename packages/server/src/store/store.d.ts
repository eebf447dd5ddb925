import { Kysely } from 'kysely';
import { type Listener } from './bus.ts';
import type { Engine, Home, Message } from './home.ts';
import type { Tables } from './tables.ts';
/** What reads need: a handle that lives as long as its transaction. */
export interface Reader {
    readonly db: Kysely<Tables>;
    readonly engine: Engine;
}
/** What writes need. The work may run again after a conflict: nothing outside may be touched but through `after`. */
export interface Tx extends Reader {
    /** Runs once the transaction is committed, and never when it is not. */
    after(work: () => void): void;
    /** Tells listeners in every process, once committed. */
    publish(message: Message): void;
}
/** What a store is made of. */
export interface StoreOptions {
    readonly home: Home;
    /** Between 0 and 1; spreads the retries of transactions that met each other. */
    readonly random: () => number;
    /** How long a caller waits for its turn on a home with one connection. Default 10 s. */
    readonly turnTimeoutMs?: number;
}
/** The one way to the tables: every use is a transaction, and its handle is passed on. */
export declare class Store {
    #private;
    readonly engine: Engine;
    constructor({ home, random, turnTimeoutMs }: StoreOptions);
    /** Brings the tables up to date; several processes may do it at once. */
    migrate(): Promise<void>;
    /** Reads one moment: what others commit meanwhile is not seen. */
    read<T>(work: (q: Reader) => Promise<T>): Promise<T>;
    /** Writes all or nothing. Conflicts with other transactions are tried again, up to 8 times. */
    write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
    /** Hears every commit that published something. Answers how to stop. */
    subscribe(listener: Listener): () => void;
    close(): Promise<void>;
}
/** Opens a store and brings its tables up to date. */
export declare function createStore(options: StoreOptions): Promise<Store>;
//# sourceMappingURL=store.d.ts.map