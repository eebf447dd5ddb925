import type { CallerKind, ContractId, PartyId, Role } from '@handsel/protocol';
import type { ContractRecord } from '../rules/state.ts';

/** Who calls, once the credential was looked up. */
export interface Subject {
  readonly kind: CallerKind;
  readonly role: Role;
  readonly partyId: PartyId;
  readonly email: string;
  readonly name: string | null;
  readonly company: string | null;
  /** The one contract the credential is for; null for all of the party's. */
  readonly contractId: ContractId | null;
  /** Names the credential without giving it away. */
  readonly credentialId: string;
  readonly expiresAt: string | null;
}

/** Whether the subject is a side of the contract and may see it. A client never sees a draft. */
export function maySee(subject: Subject, contract: ContractRecord): boolean {
  if (subject.contractId !== null && subject.contractId !== contract.id) return false;
  if (subject.role === 'freelancer') return contract.freelancer.partyId === subject.partyId;
  return contract.status !== 'draft' && contract.client.email === subject.email;
}
