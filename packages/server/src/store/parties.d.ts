import type { Instant, PartyId } from '@handsel/protocol';
import type { NewId } from '../ports.ts';
import type { Reader, Tx } from './store.ts';
import type { PartiesTable } from './tables.ts';
/** A person or company that takes part in contracts. */
export interface PartyAccount {
    readonly id: PartyId;
    readonly email: string;
    readonly name: string | null;
    readonly company: string | null;
    /** The currency new contracts start in. */
    readonly currency: string;
    /** Null for somebody who only is a client. */
    readonly freelancerSince: Instant | null;
}
/** One account by its id. */
export declare function loadParty(q: Reader, id: PartyId): Promise<PartyAccount | undefined>;
/** The account of an address, in lower case. */
export declare function partyOfEmail(q: Reader, email: string): Promise<PartyAccount | undefined>;
/** The freelancer who was here first: the one a backend is made for. */
export declare function firstFreelancer(q: Reader): Promise<PartyAccount | undefined>;
/** What a new account begins with. */
export interface NewParty {
    readonly email: string;
    readonly name: string | null;
    readonly company: string | null;
    readonly currency: string;
    readonly freelancer: boolean;
}
/** The account of an address; made when there is none. `made` tells which. */
export declare function ensureParty(tx: Tx, { freelancer, ...party }: NewParty, { newId, now }: {
    readonly newId: NewId;
    readonly now: Instant;
}): Promise<{
    readonly party: PartyAccount;
    readonly made: boolean;
}>;
/** Changes what the other side sees of somebody, in contracts that begin from now on. */
export declare function renameParty(tx: Tx, id: PartyId, changes: Partial<Pick<PartiesTable, 'name' | 'company'>>, now: Instant): Promise<void>;
//# sourceMappingURL=parties.d.ts.map