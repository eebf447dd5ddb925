import { type Statement } from './schema/statement.ts';
import type { Reader } from './store.ts';
/** Every step the tables ever took, in order. A released step is never edited; a change is a new step. */
export declare const MIGRATIONS: readonly (readonly Statement[])[];
/** Takes the steps that are still missing, in the caller's transaction: all of them, or none. */
export declare function migrate(q: Reader, steps?: readonly (readonly Statement[])[]): Promise<void>;
//# sourceMappingURL=migrate.d.ts.map