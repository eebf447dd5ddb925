import type { Instant } from '@handsel/protocol';
import type { Reader, Tx } from './store.ts';
import type { EmailCodesTable } from './tables.ts';
/** What a code is for: signing in with an address, or opening an invitation by its hash. */
export interface CodePurpose {
    readonly purpose: EmailCodesTable['purpose'];
    readonly subject: string;
}
/** Keeps a code, by its hash alone. Only the newest for its purpose counts. */
export declare function addCode(tx: Tx, code: CodePurpose & {
    readonly id: string;
    readonly codeHash: string;
    readonly sentAt: Instant;
    readonly expiresAt: Instant;
}): Promise<void>;
/** The newest code for a purpose, used or not. */
export declare function newestCode(q: Reader, { purpose, subject }: CodePurpose): Promise<EmailCodesTable | undefined>;
/** Counts a try before it is looked at, so that a thousand at once are counted too. Nothing when none is left. */
export declare function takeTry(tx: Tx, id: string, most: number): Promise<number | undefined>;
/** Uses a code up. */
export declare function useCode(tx: Tx, id: string, now: Instant): Promise<void>;
//# sourceMappingURL=email-codes.d.ts.map