import type { Statement } from './statement.ts';
/** People, and everything that lets them in. Secrets are kept as SHA-256 only. */
export declare const partySchema: readonly Statement[];
/** Keys, sessions, codes and invitations. */
export declare const identitySchema: readonly Statement[];
//# sourceMappingURL=identity.d.ts.map