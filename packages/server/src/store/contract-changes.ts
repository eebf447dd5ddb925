import type { ContractRecord, MilestoneRecord } from '../rules/state.ts';
import { chargeRow, milestoneChangeRow, milestoneRow, paymentRequestRow } from './contract-parts.ts';
import { ConflictError } from './faults.ts';
import type { Tx } from './store.ts';
import type { MilestonesTable } from './tables/contracts.ts';
import { contractWords } from './contract-words.ts';

// PostgreSQL takes at most 65,535 parameters in one statement; a milestone has 17.
const ROWS_AT_ONCE = 500;

/** Writes the milestones that are new or different, and removes those that are gone. */
export async function saveMilestones(tx: Tx, before: ContractRecord | null, after: ContractRecord): Promise<void> {
  const known = new Map(
    (before?.milestones ?? []).map((milestone, place) => [milestone.id as string, { milestone, place }]),
  );
  const added: MilestonesTable[] = [];
  const changed = new Map<MilestoneRecord['state'], MilestonesTable[]>();
  for (const [place, milestone] of after.milestones.entries()) {
    const row = milestoneRow(after.id, milestone, place);
    const was = known.get(milestone.id);
    known.delete(milestone.id);
    if (!was) added.push(row);
    else if (!same(milestoneRow(after.id, was.milestone, was.place), row)) {
      const { state } = was.milestone;
      changed.set(state, [...(changed.get(state) ?? []), row]);
    }
  }
  await removeMilestones(tx, after.id, [...known.keys()]);
  for (const rows of chunks(added)) await tx.db.insertInto('milestones').values(rows).execute();
  for (const [state, rows] of changed) for (const some of chunks(rows)) await changeMilestones(tx, state, some);
}

/** Rows that were in `state` become what they are now; one that was not, was moved by somebody else. */
async function changeMilestones(tx: Tx, state: MilestoneRecord['state'], rows: MilestonesTable[]): Promise<void> {
  const changed = await tx.db
    .insertInto('milestones')
    .values(rows)
    .onConflict((key) =>
      key
        .columns(['contract_id', 'id'])
        .doUpdateSet((eb) => ({
          place: eb.ref('excluded.place'),
          title: eb.ref('excluded.title'),
          description: eb.ref('excluded.description'),
          amount: eb.ref('excluded.amount'),
          due_on: eb.ref('excluded.due_on'),
          state: eb.ref('excluded.state'),
          escrow: eb.ref('excluded.escrow'),
          funded: eb.ref('excluded.funded'),
          released: eb.ref('excluded.released'),
          carried_out: eb.ref('excluded.carried_out'),
          refunded: eb.ref('excluded.refunded'),
          funded_at: eb.ref('excluded.funded_at'),
          submitted_at: eb.ref('excluded.submitted_at'),
          auto_release_at: eb.ref('excluded.auto_release_at'),
          paid_at: eb.ref('excluded.paid_at'),
        }))
        .where('milestones.state', '=', state),
    )
    .returning('id')
    .execute();
  if (changed.length !== rows.length) throw new ConflictError(rows[0]?.contract_id ?? '');
}

async function removeMilestones(tx: Tx, contractId: string, ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids)) {
    const removed = await tx.db
      .deleteFrom('milestones')
      .where('contract_id', '=', contractId)
      .where('id', 'in', some)
      .where('state', '=', 'planned')
      .where('funded', '=', 0)
      .returning('id')
      .execute();
    if (removed.length !== some.length) throw new ConflictError(contractId);
  }
}

/** Writes the newest request for payment, proposed change and charge, where they are not as they were. */
export async function saveParts(tx: Tx, before: ContractRecord | null, after: ContractRecord): Promise<void> {
  const { paymentRequest, milestoneChange, charge } = after;
  if (paymentRequest && !same(before?.paymentRequest, paymentRequest)) {
    const row = paymentRequestRow(after.id, paymentRequest);
    await tx.db
      .insertInto('payment_requests')
      .values(row)
      .onConflict((key) => key.columns(['contract_id', 'id']).doUpdateSet(row))
      .execute();
  }
  if (milestoneChange && !same(before?.milestoneChange, milestoneChange)) {
    const row = milestoneChangeRow(after.id, milestoneChange);
    await tx.db
      .insertInto('milestone_changes')
      .values(row)
      .onConflict((key) => key.columns(['contract_id', 'id']).doUpdateSet(row))
      .execute();
  }
  if (charge && !same(before?.charge, charge)) {
    const row = chargeRow(after.id, charge);
    await tx.db
      .insertInto('charges')
      .values(row)
      .onConflict((key) => key.columns(['contract_id', 'id']).doUpdateSet(row))
      .execute();
  }
}

/** Keeps the words a contract is found by. */
export async function saveWords(tx: Tx, before: ContractRecord | null, after: ContractRecord): Promise<void> {
  const known = before ? contractWords(before) : new Map<string, never>();
  const wanted = contractWords(after);
  const gone = [...known].filter(([key]) => !wanted.has(key));
  for (const [, { side, word }] of gone) {
    await tx.db
      .deleteFrom('contract_words')
      .where('contract_id', '=', after.id)
      .where('side', '=', side)
      .where('word', '=', word)
      .execute();
  }
  const fresh = [...wanted].filter(([key]) => !known.has(key)).map(([, row]) => ({ contract_id: after.id, ...row }));
  for (const rows of chunks(fresh)) {
    await tx.db
      .insertInto('contract_words')
      .values(rows)
      .onConflict((key) => key.doNothing())
      .execute();
  }
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += ROWS_AT_ONCE) yield all.slice(start, start + ROWS_AT_ONCE);
}
