import type { ContractId, ContractStatus, Instant } from '@handsel/protocol';
import type { Reader, Tx } from './store.ts';
import type { InvitationsTable } from './tables.ts';
/** A link that was mailed to a client, with what its contract says now. */
export interface InvitationRecord {
    readonly contractId: ContractId;
    readonly tokenHash: string;
    readonly email: string;
    readonly status: InvitationsTable['status'];
    readonly expiresAt: Instant;
    readonly contractStatus: ContractStatus;
    readonly freelancerName: string;
}
/** Keeps a new link, by its hash alone; with `replacing` all older links of the contract stop working. */
export declare function addInvitation(tx: Tx, invitation: Pick<InvitationRecord, 'contractId' | 'tokenHash' | 'email' | 'expiresAt'>, { now, replacing }: {
    readonly now: Instant;
    readonly replacing: boolean;
}): Promise<void>;
/** The link with this hash. */
export declare function findInvitation(q: Reader, tokenHash: string): Promise<InvitationRecord | undefined>;
/** Notes that the address was confirmed. False when it was before. */
export declare function verifyInvitation(tx: Tx, { contractId, tokenHash }: Pick<InvitationRecord, 'contractId' | 'tokenHash'>, now: Instant): Promise<boolean>;
/** Whether any contract was ever sent to an address. */
export declare function isClient(q: Reader, email: string): Promise<boolean>;
//# sourceMappingURL=invitations.d.ts.map