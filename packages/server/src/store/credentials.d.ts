import type { CallerKind, ContractId, Instant, PartyId, Role } from '@handsel/protocol';
import type { Reader, Tx } from './store.ts';
/** A key, found by its hash. */
export interface KeyRecord {
    readonly kind: 'publishable' | 'secret';
    readonly partyId: PartyId;
    /** Pages it may be used from; null for any. */
    readonly origins: readonly string[] | null;
}
/** A session, found by its token's hash. */
export interface SessionRecord {
    readonly kind: Extract<CallerKind, 'embedded' | 'hosted' | 'trusted'>;
    readonly role: Role;
    readonly partyId: PartyId;
    readonly contractId: ContractId | null;
    readonly origins: readonly string[] | null;
    readonly expiresAt: Instant;
}
/** The key with this hash, unless it was revoked. */
export declare function findKey(q: Reader, hash: string): Promise<KeyRecord | undefined>;
/** What a new key is made of. */
export interface NewKey extends KeyRecord {
    readonly hash: string;
    readonly label: string;
    readonly last4: string;
    /** The key itself, where anybody may read it. */
    readonly publicValue: string | null;
}
/** Keeps a key. */
export declare function addKey(tx: Tx, key: NewKey, now: Instant): Promise<void>;
/** The publishable key of an account that was made first. */
export declare function publishableKeyOf(q: Reader, partyId: PartyId): Promise<string | undefined>;
/** The session with this hash; `undefined` when it never was, `over` when it was ended or its time is up. */
export declare function findSession(q: Reader, hash: string, now: Instant): Promise<SessionRecord | 'over' | undefined>;
/** Keeps a session. */
export declare function addSession(tx: Tx, hash: string, session: SessionRecord, now: Instant): Promise<void>;
/** Ends a session. */
export declare function revokeSession(tx: Tx, hash: string, now: Instant): Promise<void>;
/** Whether any key or living session may be used from a page of this origin. */
export declare function someoneComesFrom(q: Reader, origin: string, now: Instant): Promise<boolean>;
//# sourceMappingURL=credentials.d.ts.map