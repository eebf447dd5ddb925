import {
  type ContractId,
  type ContractStatus,
  type ContractSummary,
  fieldRefusal,
  type MilestoneId,
  type Page,
  type Party,
  type PartyId,
  type Role,
} from '@handsel/protocol';
import { type ExpressionBuilder, sql } from 'kysely';
import type { Reader } from './store.ts';
import type { ContractsTable } from './tables/contracts.ts';
import type { Tables } from './tables.ts';
import { afterPrefix, searchTerms } from './words.ts';

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
export async function listContracts(q: Reader, query: ListQuery): Promise<Page<ContractSummary>> {
  const { role, limit } = query;
  let rows = q.db.selectFrom('contracts').selectAll().where('discarded_at', 'is', null);
  rows =
    role === 'freelancer'
      ? rows.where('freelancer_id', '=', query.partyId)
      : rows.where('client_address', '=', query.email).where('status', '<>', 'draft');
  if (query.contractId !== null) rows = rows.where('id', '=', query.contractId);
  if (query.status) rows = rows.where('status', 'in', query.status);
  if (query.turn) rows = rows.where('next_by', '=', query.turn === 'mine' ? role : otherSide(role));
  for (const spellings of searchTerms(query.search ?? ''))
    rows = rows.where((eb) => hasWord(eb, otherSide(role), spellings));
  if (query.cursor !== undefined) {
    const { at, id } = placeOf(query.cursor);
    rows = rows.where((eb) => eb(eb.refTuple('updated_at', 'id'), '<', eb.tuple(at, id)));
  }
  const found = await rows
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { data: found.slice(0, limit).map((row) => summaryOfRow(row, role)), next: last ? cursorOf(last) : null };
}

/** The freelancer of the newest contract that was sent to an address. */
export async function newestFreelancerOf(q: Reader, email: string): Promise<PartyId | undefined> {
  const { rows } = await sql<{ freelancer_id: PartyId }>`select freelancer_id from contracts
    where client_address = ${email} and status <> 'draft' and discarded_at is null
    order by updated_at desc, id desc limit 1`.execute(q.db);
  return rows[0]?.freelancer_id;
}

function otherSide(role: Role): Role {
  return role === 'freelancer' ? 'client' : 'freelancer';
}

function hasWord(eb: ExpressionBuilder<Tables, 'contracts'>, other: Role, spellings: readonly string[]) {
  return eb.exists(
    eb
      .selectFrom('contract_words')
      .select(sql`1`.as('one'))
      .whereRef('contract_words.contract_id', '=', 'contracts.id')
      .where('side', 'in', ['both', other])
      .where((word) =>
        word.or(spellings.map((begin) => word.and([word('word', '>=', begin), word('word', '<', afterPrefix(begin))]))),
      ),
  );
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(ctr_[0-9A-Za-z-]{1,64})$/;

function cursorOf({ updated_at, id }: Pick<ContractsTable, 'updated_at' | 'id'>): string {
  return `${updated_at}_${id}`;
}

function placeOf(cursor: string): { readonly at: string; readonly id: string } {
  const [, at, id] = CURSOR.exec(cursor) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) {
    throw fieldRefusal('/cursor', 'invalid_format', 'Send the "next" of the page before, as it came.');
  }
  return { at, id };
}

function summaryOfRow(row: ContractsTable, viewer: Role): ContractSummary {
  const money = (amount: number) => ({ amount, currency: row.currency });
  return {
    id: row.id as ContractId,
    status: row.status,
    title: row.title,
    currency: row.currency,
    origin: row.origin,
    freelancer: party(row.freelancer_id, row.freelancer_name, row.freelancer_email, row.freelancer_company),
    client: party(row.client_id, row.client_name, row.client_email, row.client_company),
    viewer,
    total: money(row.total),
    paid: money(row.paid),
    escrow: money(row.escrow),
    next: {
      by: row.next_by,
      action: row.next_action,
      milestoneId: row.next_milestone_id as MilestoneId | null,
      until: row.next_until,
    },
    milestone: milestoneOf(row),
    endReason: row.end_reason,
    expiresAt: row.expires_at,
    updatedAt: row.updated_at,
    version: row.version,
  };
}

function party(id: string | null, name: string | null, email: string, company: string | null): Party {
  return { id: id as PartyId | null, name, email, company };
}

function milestoneOf(row: ContractsTable): ContractSummary['milestone'] {
  const { milestone_number: number, milestone_state: state, milestone_title: title, milestone_count: of } = row;
  return number === null || state === null || title === null ? null : { number, of, state, title };
}
