import { canonicalJson, type ContractEvent, type ContractId, type EventId, sha256 } from '@handsel/protocol';
import { sql } from 'kysely';
import type { EventDraft } from '../rules/decision.ts';
import type { Saving } from './saving.ts';
import type { Reader, Tx } from './store.ts';
import type { EventsTable } from './tables/contracts.ts';

/** Writes what happened, each event chained to the one before by its hash. Answers nothing: numbers follow `after`. */
export async function appendEvents(
  tx: Tx,
  contractId: string,
  after: number,
  drafts: readonly EventDraft[],
  { now, actor, newId }: Saving,
): Promise<void> {
  if (drafts.length === 0) return;
  let previous = await hashAt(tx, contractId, after);
  const rows: EventsTable[] = [];
  for (const [index, { type, data }] of drafts.entries()) {
    const event = { contractId, seq: after + 1 + index, id: newId('evt'), type, at: now, actor, data };
    const hash = await eventHash(event, previous);
    rows.push({
      contract_id: contractId,
      seq: event.seq,
      id: event.id,
      type,
      at: now,
      actor_role: actor.role,
      actor_name: actor.name,
      data: canonicalJson(data),
      prev_hash: previous,
      hash,
    });
    previous = hash;
  }
  await tx.db.insertInto('events').values(rows).execute();
}

/** What an event's hash covers: all of it, and the hash of the one before. */
export function eventHash(
  {
    contractId,
    seq,
    id,
    type,
    at,
    actor,
    data,
  }: Omit<ContractEvent, 'contractId' | 'id'> & { contractId: string; id: string },
  previous: string,
): Promise<string> {
  const { role, name } = actor;
  return sha256(canonicalJson({ contractId, seq, id, type, at, actor: { role, name }, data, previous }));
}

async function hashAt(tx: Tx, contractId: string, seq: number): Promise<string> {
  if (seq === 0) return '';
  const { rows } = await sql<{ hash: string }>`
    select hash from events where contract_id = ${contractId} and seq = ${seq}`.execute(tx.db);
  return rows[0]?.hash ?? '';
}

/** Events after a number, oldest first, without a gap. */
export async function listEvents(
  q: Reader,
  contractId: ContractId,
  { after = 0, limit }: { readonly after?: number; readonly limit: number },
): Promise<ContractEvent[]> {
  const rows = await q.db
    .selectFrom('events')
    .select(['seq', 'id', 'type', 'at', 'actor_role', 'actor_name', 'data'])
    .where('contract_id', '=', contractId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id as EventId,
    contractId,
    seq: row.seq,
    type: row.type,
    at: row.at,
    actor: { role: row.actor_role, name: row.actor_name },
    data: JSON.parse(row.data) as ContractEvent['data'],
  }));
}

/** Numbers of the events whose hash does not follow from what they say; none, unless somebody changed them. */
export async function brokenEvents(q: Reader, contractId: ContractId): Promise<number[]> {
  const rows = await q.db
    .selectFrom('events')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('seq')
    .execute();
  const broken: number[] = [];
  let previous = '';
  for (const row of rows) {
    const actor = { role: row.actor_role, name: row.actor_name };
    const data = JSON.parse(row.data) as ContractEvent['data'];
    const { seq, id, type, at } = row;
    const hash = await eventHash({ contractId, seq, id, type, at, actor, data }, previous);
    if (row.hash !== hash || row.prev_hash !== previous) broken.push(seq);
    previous = row.hash;
  }
  return broken;
}
