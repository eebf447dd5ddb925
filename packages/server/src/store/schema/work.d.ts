import type { Statement } from './statement.ts';
/** What is still to be done, and what must not be done twice. */
export declare const workSchema: readonly Statement[];
//# sourceMappingURL=work.d.ts.map