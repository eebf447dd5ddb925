import { type Statement } from './statement.ts';
/** The journal: accounts, entries and postings that cannot be changed, and must add up. */
export declare const ledgerSchema: readonly Statement[];
//# sourceMappingURL=ledger.d.ts.map