import type { ContractId, ContractStatus, Instant } from '@handsel/protocol';
import { sql } from 'kysely';
import type { Reader, Tx } from './store.ts';
import type { InvitationsTable } from './tables/identity.ts';

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
export async function addInvitation(
  tx: Tx,
  invitation: Pick<InvitationRecord, 'contractId' | 'tokenHash' | 'email' | 'expiresAt'>,
  { now, replacing }: { readonly now: Instant; readonly replacing: boolean },
): Promise<void> {
  if (replacing) {
    await tx.db
      .updateTable('invitations')
      .set({ status: 'replaced' })
      .where('contract_id', '=', invitation.contractId)
      .execute();
  }
  await tx.db
    .insertInto('invitations')
    .values({
      contract_id: invitation.contractId,
      token_hash: invitation.tokenHash,
      email: invitation.email,
      status: 'sent',
      sent_at: now,
      verified_at: null,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

/** The link with this hash. */
export async function findInvitation(q: Reader, tokenHash: string): Promise<InvitationRecord | undefined> {
  const { rows } = await sql<InvitationsTable & Contract>`
    select i.*, c.status as contract_status, coalesce(c.freelancer_name, c.freelancer_company, c.freelancer_email) as freelancer
    from invitations i join contracts c on c.id = i.contract_id
    where i.token_hash = ${tokenHash} and c.discarded_at is null`.execute(q.db);
  const row = rows[0];
  return (
    row && {
      contractId: row.contract_id as ContractId,
      tokenHash,
      email: row.email,
      status: row.status,
      expiresAt: row.expires_at,
      contractStatus: row.contract_status,
      freelancerName: row.freelancer,
    }
  );
}

interface Contract {
  readonly contract_status: ContractStatus;
  readonly freelancer: string;
}

/** Notes that the address was confirmed. False when it was before. */
export async function verifyInvitation(
  tx: Tx,
  { contractId, tokenHash }: Pick<InvitationRecord, 'contractId' | 'tokenHash'>,
  now: Instant,
): Promise<boolean> {
  const row = await tx.db
    .updateTable('invitations')
    .set({ status: 'verified', verified_at: now })
    .where('contract_id', '=', contractId)
    .where('token_hash', '=', tokenHash)
    .where('status', '=', 'sent')
    .returning('token_hash')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether any contract was ever sent to an address. */
export async function isClient(q: Reader, email: string): Promise<boolean> {
  const { rows } = await sql`select 1 from contracts
    where client_address = ${email} and status <> 'draft' and discarded_at is null limit 1`.execute(q.db);
  return rows.length > 0;
}
