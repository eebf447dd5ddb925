import type { Instant, PartyId } from '@handsel/protocol';
import { sql } from 'kysely';
import type { NewId } from '../ports.ts';
import type { Reader, Tx } from './store.ts';
import type { PartiesTable } from './tables/identity.ts';

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

const accountOf = (row: PartiesTable): PartyAccount => ({
  id: row.id as PartyId,
  email: row.email,
  name: row.name,
  company: row.company,
  currency: row.currency,
  freelancerSince: row.freelancer_since,
});

/** One account by its id. */
export async function loadParty(q: Reader, id: PartyId): Promise<PartyAccount | undefined> {
  const { rows } = await sql<PartiesTable>`select * from parties where id = ${id}`.execute(q.db);
  return rows[0] && accountOf(rows[0]);
}

/** The account of an address, in lower case. */
export async function partyOfEmail(q: Reader, email: string): Promise<PartyAccount | undefined> {
  const { rows } = await sql<PartiesTable>`select * from parties where email = ${email}`.execute(q.db);
  return rows[0] && accountOf(rows[0]);
}

/** The freelancer who was here first: the one a backend is made for. */
export async function firstFreelancer(q: Reader): Promise<PartyAccount | undefined> {
  const { rows } = await sql<PartiesTable>`select * from parties
    where freelancer_since is not null order by freelancer_since, id limit 1`.execute(q.db);
  return rows[0] && accountOf(rows[0]);
}

/** What a new account begins with. */
export interface NewParty {
  readonly email: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly currency: string;
  readonly freelancer: boolean;
}

/** The account of an address; made when there is none. `made` tells which. */
export async function ensureParty(
  tx: Tx,
  { freelancer, ...party }: NewParty,
  { newId, now }: { readonly newId: NewId; readonly now: Instant },
): Promise<{ readonly party: PartyAccount; readonly made: boolean }> {
  const times = { freelancer_since: freelancer ? now : null, created_at: now, updated_at: now };
  const made = await tx.db
    .insertInto('parties')
    .values({ id: newId('pty'), ...party, ...times })
    .onConflict((key) => key.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  const found = await partyOfEmail(tx, party.email);
  if (!found) throw new Error('An account was made and is not there.');
  return { party: found, made: made !== undefined };
}

/** Changes what the other side sees of somebody, in contracts that begin from now on. */
export async function renameParty(
  tx: Tx,
  id: PartyId,
  changes: Partial<Pick<PartiesTable, 'name' | 'company'>>,
  now: Instant,
): Promise<void> {
  await tx.db
    .updateTable('parties')
    .set({ ...changes, updated_at: now })
    .where('id', '=', id)
    .execute();
}
