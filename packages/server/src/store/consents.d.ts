import type { ContractId, Instant, PartyId } from '@handsel/protocol';
import type { Tx } from './store.ts';
/** A person's permission for one money command, as it was shown. */
export interface Consent {
    readonly contractId: ContractId;
    readonly tokenHash: string;
    readonly partyId: PartyId;
    readonly command: string;
    /** SHA-256 of everything that was shown. */
    readonly fingerprint: string;
    readonly contractVersion: number;
    readonly expiresAt: Instant;
}
/** Keeps a permission until it is used or over. */
export declare function addConsent(tx: Tx, { now, ...consent }: Consent & {
    readonly now: Instant;
}): Promise<void>;
/** Uses a permission up. Nothing when there is none, or when it was used before. */
export declare function useConsent(tx: Tx, { contractId, tokenHash, now }: Pick<Consent, 'contractId' | 'tokenHash'> & {
    readonly now: Instant;
}): Promise<Consent | undefined>;
//# sourceMappingURL=consents.d.ts.map