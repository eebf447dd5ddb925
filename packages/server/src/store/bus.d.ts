import type { Home, Message } from './home.ts';
/** Who listens to commits. */
export interface Listener {
    /** Something was committed, here or in another process. Only a hint: read the tables. */
    heard(message: Message): void;
    /** Messages may have been lost: catch up from the tables. */
    missed?(): void;
}
/** Tells the listeners of this process what was committed. */
export declare class Bus {
    #private;
    constructor(home: Home);
    /** Answers how to stop listening. */
    subscribe(listener: Listener): () => void;
    heard(message: Message): void;
    close(): Promise<void>;
}
//# sourceMappingURL=bus.d.ts.map