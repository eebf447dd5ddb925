import { type ContractId, type ContractStatus, type ContractSummary, type Page, type PartyId, type Role } from '@handsel/protocol';
import type { Reader } from './store.ts';
/** Which contracts, and how many at once. */
export interface ListQuery {
    readonly role: Role;
    readonly partyId: PartyId;
    readonly email: string;
    /** The only one the caller may see; null for all of the caller's. */
    readonly contractId: ContractId | null;
    readonly status?: readonly ContractStatus[] | undefined;
    readonly turn?: 'mine' | 'theirs' | undefined;
    readonly search?: string | undefined;
    readonly limit: number;
    readonly cursor?: string | undefined;
}
/** One page of contracts as one side sees them, newest change first. @throws {Refusal} `VALIDATION` for a wrong cursor. */
export declare function listContracts(q: Reader, query: ListQuery): Promise<Page<ContractSummary>>;
/** The freelancer of the newest contract that was sent to an address. */
export declare function newestFreelancerOf(q: Reader, email: string): Promise<PartyId | undefined>;
//# sourceMappingURL=contract-list.d.ts.map