import { sql } from 'kysely';
import type { Decision, EntryDraft, EventDraft, Posting } from '../rules/decision.ts';
import { isGuarded } from '../rules/ledger.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { Saving } from './saving.ts';
import type { Tx } from './store.ts';

/** Writes the journal entries of a decision: the accounts they need, their postings, and each entry last, as its seal. */
export async function appendEntries(
  tx: Tx,
  contract: ContractRecord,
  { entries, events }: Decision,
  at: Saving,
): Promise<void> {
  if (entries.length === 0) return;
  await openAccounts(tx, contract, entries);
  let n = await entriesSoFar(tx, contract.id);
  for (const draft of entries) {
    n += 1;
    const id = at.newId('jrn');
    await tx.db
      .insertInto('postings')
      .values(
        sorted(draft.postings).map(({ account, amount }, index) => ({
          contract_id: contract.id,
          entry_id: id,
          n: index + 1,
          account,
          currency: contract.currency,
          amount,
        })),
      )
      .execute();
    const { template, milestoneId } = draft;
    const seq = contract.seq - events.length + 1 + causeOf(draft, events);
    await sql`insert into entries (contract_id, id, n, template, milestone_id, event_seq, at)
      values (${contract.id}, ${id}, ${n}, ${template}, ${milestoneId}, ${seq}, ${at.now})`.execute(tx.db);
  }
}

async function openAccounts(tx: Tx, contract: ContractRecord, entries: readonly EntryDraft[]): Promise<void> {
  const names = new Set(entries.flatMap(({ postings }) => postings.map(({ account }) => account)));
  await tx.db
    .insertInto('accounts')
    .values(
      [...names].sort().map((account) => ({
        contract_id: contract.id,
        account,
        currency: contract.currency,
        guarded: isGuarded(account) ? 1 : 0,
        balance: 0,
      })),
    )
    .onConflict((key) => key.columns(['contract_id', 'account']).doNothing())
    .execute();
}

async function entriesSoFar(tx: Tx, contractId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(max(n), 0) as n from entries where contract_id = ${contractId}`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** Credits before debits, so that no balance dips below nothing on the way; then by account, as a fixed order of locks. */
function sorted(postings: readonly Posting[]): Posting[] {
  return postings
    .filter(({ amount }) => amount !== 0)
    .sort((left, right) => Math.sign(left.amount) - Math.sign(right.amount) || (left.account < right.account ? -1 : 1));
}

// The event that tells of an entry, by the template's name; where there is none, the decision's first.
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  fund: ['milestone.funded', 'charge.succeeded', 'milestone_change.accepted'],
  release: ['payment.released', 'milestone.paid'],
  carry: ['escrow.carried'],
  escrow_return: ['escrow.returned', 'milestone.refunded'],
  pay_back: ['escrow.returned'],
};

function causeOf({ template, milestoneId }: EntryDraft, events: readonly EventDraft[]): number {
  const types = TOLD_BY[template] ?? [];
  const telling = (type: string) => (event: EventDraft) => event.type === type;
  for (const type of types) {
    const exact = events.findIndex((event) => event.type === type && event.data['milestoneId'] === milestoneId);
    const index = exact === -1 ? events.findIndex(telling(type)) : exact;
    if (index !== -1) return index;
  }
  if (events.length === 0) throw new Error(`The entry "${template}" has no event that tells of it.`);
  return 0;
}
