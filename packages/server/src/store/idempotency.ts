import { type ContractId, type Instant, Refusal } from '@handsel/protocol';
import type { Tx } from './store.ts';

/** What somebody wants once: a key within a scope, and a fingerprint that tells a repetition from another wish. */
export interface Intent {
  /** Whose key, and for which address. */
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly now: Instant;
}

/**
 * Runs a write once for its key, and answers later callers what the first was answered. The key is written in the
 * transaction of its effect: there is no effect without its record, and no record without its effect.
 * @throws {Refusal} `IDEMPOTENCY_MISMATCH`, `IDEMPOTENCY_RUNNING`; `NOT_FOUND` when what was made then was thrown away
 */
export async function once<T>(
  tx: Tx,
  intent: Intent,
  work: () => Promise<T>,
): Promise<{ readonly answer: T; readonly replayed: boolean }> {
  const known = await claim(tx, intent, null);
  if (known?.body === null) throw new Refusal('NOT_FOUND');
  if (known) return { answer: JSON.parse(known.body) as T, replayed: true };
  const answer = await work();
  await close(tx, intent, { body: JSON.stringify(answer ?? null), ref: contractIn(answer) });
  return { answer, replayed: false };
}

/** Forgets what was answered about a contract; the keys stay, so that nothing is made a second time. */
export async function forgetAnswers(tx: Tx, contractId: ContractId): Promise<void> {
  await tx.db.updateTable('idempotency_keys').set({ body: null }).where('ref', '=', contractId).execute();
}

/** The contract an answer is, or tells of. */
function contractIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) return null;
  return typeof answer.id === 'string' && answer.id.startsWith('ctr_') ? answer.id : null;
}

/** Begins a write whose answer is made later from what it refers to; the reference of the first run, if there was one. */
export async function begin(
  tx: Tx,
  intent: Intent,
  contractId: ContractId,
): Promise<{ readonly ref: string } | undefined> {
  const known = await claim(tx, intent, contractId);
  return known && { ref: known.ref ?? '' };
}

/** Says what a begun write refers to, for whoever repeats it. */
export function finish(tx: Tx, intent: Intent, ref: string): Promise<void> {
  return close(tx, intent, { body: null, ref });
}

interface Known {
  readonly body: string | null;
  readonly ref: string | null;
}

async function claim(tx: Tx, intent: Intent, contractId: ContractId | null): Promise<Known | undefined> {
  const { scope, key, fingerprint, now } = intent;
  const fresh = await tx.db
    .insertInto('idempotency_keys')
    .values({ scope, key, fingerprint, status: 'running', contract_id: contractId, created_at: now })
    .onConflict((columns) => columns.columns(['scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (fresh) return undefined;
  // PostgreSQL has waited for whoever wrote the key first, so what is read now is settled.
  const known = await tx.db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'status', 'body', 'ref'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!known || known.status === 'running') throw new Refusal('IDEMPOTENCY_RUNNING', { retryAfter: 1 });
  if (known.fingerprint !== fingerprint) throw new Refusal('IDEMPOTENCY_MISMATCH');
  return known;
}

async function close(tx: Tx, { scope, key }: Intent, outcome: Known): Promise<void> {
  await tx.db
    .updateTable('idempotency_keys')
    .set({ status: 'done', ...outcome })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute();
}
