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
export async function addConsent(tx: Tx, { now, ...consent }: Consent & { readonly now: Instant }): Promise<void> {
  await tx.db
    .insertInto('consents')
    .values({
      contract_id: consent.contractId,
      token_hash: consent.tokenHash,
      party_id: consent.partyId,
      command: consent.command,
      fingerprint: consent.fingerprint,
      contract_version: consent.contractVersion,
      created_at: now,
      expires_at: consent.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Uses a permission up. Nothing when there is none, or when it was used before. */
export async function useConsent(
  tx: Tx,
  { contractId, tokenHash, now }: Pick<Consent, 'contractId' | 'tokenHash'> & { readonly now: Instant },
): Promise<Consent | undefined> {
  const row = await tx.db
    .updateTable('consents')
    .set({ used_at: now })
    .where('contract_id', '=', contractId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .returning(['party_id', 'command', 'fingerprint', 'contract_version', 'expires_at'])
    .executeTakeFirst();
  return (
    row && {
      contractId,
      tokenHash,
      partyId: row.party_id as PartyId,
      command: row.command,
      fingerprint: row.fingerprint,
      contractVersion: row.contract_version,
      expiresAt: row.expires_at,
    }
  );
}
