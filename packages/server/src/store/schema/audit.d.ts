import type { Statement } from './statement.ts';
/** A view of everything that is wrong with the money; it must never have a row. */
export declare const auditSchema: readonly Statement[];
//# sourceMappingURL=audit.d.ts.map