import type { CallerKind, ContractId, Instant, PartyId, Role } from '@handsel/protocol';
import { sql } from 'kysely';
import type { Reader, Tx } from './store.ts';
import type { ApiKeysTable, SessionsTable } from './tables/identity.ts';

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

const originsOf = (text: string | null): string[] | null => (text === null ? null : (JSON.parse(text) as string[]));

/** The key with this hash, unless it was revoked. */
export async function findKey(q: Reader, hash: string): Promise<KeyRecord | undefined> {
  const { rows } = await sql<ApiKeysTable>`
    select * from api_keys where hash = ${hash} and revoked_at is null`.execute(q.db);
  const row = rows[0];
  return row && { kind: row.kind, partyId: row.party_id as PartyId, origins: originsOf(row.origins) };
}

/** What a new key is made of. */
export interface NewKey extends KeyRecord {
  readonly hash: string;
  readonly label: string;
  readonly last4: string;
  /** The key itself, where anybody may read it. */
  readonly publicValue: string | null;
}

/** Keeps a key. */
export async function addKey(tx: Tx, key: NewKey, now: Instant): Promise<void> {
  await tx.db
    .insertInto('api_keys')
    .values({
      hash: key.hash,
      kind: key.kind,
      party_id: key.partyId,
      origins: key.origins && JSON.stringify(key.origins),
      label: key.label,
      last4: key.last4,
      public_value: key.publicValue,
      created_at: now,
      revoked_at: null,
    })
    .execute();
}

/** The publishable key of an account that was made first. */
export async function publishableKeyOf(q: Reader, partyId: PartyId): Promise<string | undefined> {
  const { rows } = await sql<{ public_value: string }>`
    select public_value from api_keys where party_id = ${partyId} and kind = 'publishable' and revoked_at is null
    order by created_at, hash limit 1`.execute(q.db);
  return rows[0]?.public_value;
}

/** The session with this hash; `undefined` when it never was, `over` when it was ended or its time is up. */
export async function findSession(q: Reader, hash: string, now: Instant): Promise<SessionRecord | 'over' | undefined> {
  const { rows } = await sql<SessionsTable>`select * from sessions where token_hash = ${hash}`.execute(q.db);
  const row = rows[0];
  if (!row) return undefined;
  if (row.revoked_at !== null || row.expires_at <= now) return 'over';
  return {
    kind: row.kind,
    role: row.role,
    partyId: row.party_id as PartyId,
    contractId: row.contract_id as ContractId | null,
    origins: originsOf(row.origins),
    expiresAt: row.expires_at,
  };
}

/** Keeps a session. */
export async function addSession(tx: Tx, hash: string, session: SessionRecord, now: Instant): Promise<void> {
  await tx.db
    .insertInto('sessions')
    .values({
      token_hash: hash,
      kind: session.kind,
      role: session.role,
      party_id: session.partyId,
      contract_id: session.contractId,
      origins: session.origins && JSON.stringify(session.origins),
      created_at: now,
      expires_at: session.expiresAt,
      revoked_at: null,
    })
    .execute();
}

/** Ends a session. */
export async function revokeSession(tx: Tx, hash: string, now: Instant): Promise<void> {
  await tx.db
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Whether any key or living session may be used from a page of this origin. */
export async function someoneComesFrom(q: Reader, origin: string, now: Instant): Promise<boolean> {
  const listed = `%${JSON.stringify(origin).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql`
    select 1 from api_keys where kind = 'publishable' and revoked_at is null
      and (origins is null or origins like ${listed} escape '\\')
    union all
    select 1 from sessions where expires_at > ${now} and revoked_at is null and kind <> 'hosted'
      and (origins is null or origins like ${listed} escape '\\')
    limit 1`.execute(q.db);
  return rows.length > 0;
}
