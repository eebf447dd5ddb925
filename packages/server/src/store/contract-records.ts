import { canonicalJson, type ContractId, sha256 } from '@handsel/protocol';
import { sql } from 'kysely';
import type { Decision } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import { termsDocument } from '../rules/terms-document.ts';
import { saveMilestones, saveParts, saveWords } from './contract-changes.ts';
import { watchCharge } from './charges.ts';
import { chargeOf, milestoneChangeOf, milestoneOf, paymentRequestOf } from './contract-parts.ts';
import { contractOf, contractRow } from './contract-row.ts';
import { saveDeadlines } from './deadline-jobs.ts';
import { appendEvents } from './events.ts';
import { ConflictError } from './faults.ts';
import { forgetAnswers } from './idempotency.ts';
import { appendEntries } from './journal.ts';
import { appendOrders } from './payment-orders.ts';
import type { Saving } from './saving.ts';
import type { Reader, Tx } from './store.ts';
import type { ChargesTable } from './tables/money.ts';
import type {
  ContractsTable,
  MilestoneChangesTable,
  MilestonesTable,
  PaymentRequestsTable,
} from './tables/contracts.ts';

export { keepProviderReference, loadCharge } from './charges.ts';
export { ConflictError } from './faults.ts';
export type { Saving } from './saving.ts';

/**
 * Reads a contract whole; `undefined` when there is none, or it was thrown away. Who may write holds it until the end
 * of the transaction: a contract of before with milestones of after would be refused for what never was.
 */
export async function loadContract(q: Reader, id: ContractId): Promise<ContractRecord | undefined> {
  // The weakest lock that keeps writers out: those who only add rows that name the contract need not wait.
  const lock = q.shifting ? sql`for no key update` : sql``;
  const { rows } = await sql<ContractsTable>`
    select * from contracts where id = ${id} and discarded_at is null ${lock}`.execute(q.db);
  const row = rows[0];
  if (!row) return undefined;
  const milestones = await sql<MilestonesTable>`
    select * from milestones where contract_id = ${id} order by place`.execute(q.db);
  const paymentRequest = await part<PaymentRequestsTable>(q, 'payment_requests', id, row.payment_request_id);
  const milestoneChange = await part<MilestoneChangesTable>(q, 'milestone_changes', id, row.milestone_change_id);
  const charge = await part<ChargesTable>(q, 'charges', id, row.charge_id);
  return contractOf(row, {
    milestones: milestones.rows.map(milestoneOf),
    paymentRequest: paymentRequest && paymentRequestOf(paymentRequest),
    milestoneChange: milestoneChange && milestoneChangeOf(milestoneChange),
    charge: charge && chargeOf(charge),
  });
}

async function part<Row>(q: Reader, table: string, contractId: string, id: string | null): Promise<Row | null> {
  if (id === null) return null;
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} where contract_id = ${contractId} and id = ${id}`.execute(q.db);
  return rows[0] ?? null;
}

/** Stores a contract that begins. Answers it as it is stored: version 1, with its events numbered. */
export async function insertDecision(tx: Tx, decision: Decision, at: Saving): Promise<ContractRecord> {
  const contract = numbered(decision, { version: 0, seq: 0 }, at);
  await tx.db
    .insertInto('contracts')
    .values({ ...contractRow(contract), discarded_at: null })
    .execute();
  await saveRest(tx, null, { ...decision, contract }, at);
  return contract;
}

/**
 * Stores what a command came to, all of it, if the contract is still the one it was decided on.
 * Answers the contract as it is stored.
 * @throws {ConflictError} when somebody else was first: load it again and decide again.
 */
export async function saveDecision(
  tx: Tx,
  before: ContractRecord,
  decision: Decision,
  at: Saving,
): Promise<ContractRecord> {
  const contract = numbered(decision, before, at);
  const changed = await tx.db
    .updateTable('contracts')
    .set(changes(contractRow(before), contractRow(contract)))
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .where('status', '=', before.status)
    .where('discarded_at', 'is', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new ConflictError(before.id);
  await saveRest(tx, before, { ...decision, contract }, at);
  return contract;
}

/** The version and the number of the newest event are the store's to give. */
function numbered(
  { contract, events }: Decision,
  before: Pick<ContractRecord, 'version' | 'seq'>,
  { now }: Saving,
): ContractRecord {
  return { ...contract, version: before.version + 1, seq: before.seq + events.length, updatedAt: now };
}

type Row = ReturnType<typeof contractRow>;

function changes(before: Row, after: Row): Partial<Row> {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => known.get(column) !== value));
}

async function saveRest(tx: Tx, before: ContractRecord | null, decision: Decision, at: Saving): Promise<void> {
  const { contract } = decision;
  await saveWords(tx, before, contract);
  await saveTerms(tx, before, contract, at);
  await saveMilestones(tx, before, contract);
  await saveParts(tx, before, contract);
  await watchCharge(tx, before, contract, at.now);
  await appendEvents(tx, contract.id, contract.seq - decision.events.length, decision.events, at);
  await appendEntries(tx, contract, decision, at);
  await appendOrders(tx, contract, decision, at);
  await saveDeadlines(tx, before, contract, at);
  tx.publish({ topic: 'contract', id: contract.id, seq: contract.seq });
}

/** Keeps what is sent word for word, and every signature under it. */
async function saveTerms(tx: Tx, before: ContractRecord | null, after: ContractRecord, { now }: Saving): Promise<void> {
  const { version, hash } = after.terms;
  const sent = before !== null && before.sentAt !== null;
  if (after.sentAt !== null && (!sent || before.terms.hash !== hash)) {
    const document = canonicalJson(termsDocument(after));
    if ((await sha256(document)) !== hash) throw new Error(`The terms of ${after.id} are not what their hash says.`);
    await tx.db
      .insertInto('terms_versions')
      .values({ contract_id: after.id, version, hash, document, at: now })
      .execute();
  }
  const known = new Set((before?.signatures ?? []).map((signature) => canonicalJson(signature)));
  for (const signature of after.signatures) {
    if (known.has(canonicalJson(signature))) continue;
    const { role, name, at, termsHash } = signature;
    await tx.db
      .insertInto('signatures')
      .values({ contract_id: after.id, terms_hash: termsHash, role, name, at })
      .execute();
  }
}

/** Throws a draft away that was never sent: nobody can read it any more, and what was written in it is gone. */
export async function discardContract(tx: Tx, before: ContractRecord, { now }: Pick<Saving, 'now'>): Promise<void> {
  const discarded = await tx.db
    .updateTable('contracts')
    .set({
      discarded_at: now,
      updated_at: now,
      version: before.version + 1,
      title: '',
      description: '',
      terms_body: '',
      terms_hash: '',
      client_email: '',
      client_address: '',
      client_name: null,
      client_company: null,
      milestone_title: null,
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .where('status', '=', 'draft')
    .where('sent_at', 'is', null)
    .where('discarded_at', 'is', null)
    .executeTakeFirst();
  if (discarded.numUpdatedRows !== 1n) throw new ConflictError(before.id);
  await tx.db.deleteFrom('milestones').where('contract_id', '=', before.id).execute();
  await tx.db.deleteFrom('contract_words').where('contract_id', '=', before.id).execute();
  await tx.db.deleteFrom('mails').where('contract_id', '=', before.id).execute();
  await forgetAnswers(tx, before.id);
  tx.publish({ topic: 'contract', id: before.id });
}
