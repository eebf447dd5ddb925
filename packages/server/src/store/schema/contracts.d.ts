import { type Statement } from './statement.ts';
/** Contracts, and everything that belongs to one of them but its money. */
export declare const contractSchema: readonly Statement[];
//# sourceMappingURL=contracts.d.ts.map