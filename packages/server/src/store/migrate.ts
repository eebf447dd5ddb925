import { sql } from 'kysely';
import type { Engine } from './home.ts';
import { contractSchema } from './schema/contracts.ts';
import { identitySchema, partySchema } from './schema/identity.ts';
import { ledgerSchema } from './schema/ledger.ts';
import { auditSchema } from './schema/audit.ts';
import { simulatorSchema } from './schema/simulator.ts';
import { workSchema } from './schema/work.ts';
import { type Statement, textFor } from './schema/statement.ts';
import type { Reader } from './store.ts';

/**
 * Every step the tables ever took, in order. A released step is never edited; a change is a new step. None is released
 * yet: until the first release a change is written into the first step, and a database made before is made anew.
 */
export const MIGRATIONS: readonly (readonly Statement[])[] = [
  [
    ...partySchema,
    ...contractSchema,
    ...ledgerSchema,
    ...auditSchema,
    ...identitySchema,
    ...workSchema,
    ...simulatorSchema,
  ],
];

// Any number, as long as it is only ours: it keeps other processes out while one migrates.
const LOCK = 7_204_417_001;

/** Takes the steps that are still missing, in the caller's transaction: all of them, or none. */
export async function migrate(q: Reader, steps: readonly (readonly Statement[])[] = MIGRATIONS): Promise<void> {
  if (q.engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(q.db);
  await run(q, 'create table if not exists migrations (n {int} not null primary key) {strict}');
  const { rows } = await sql<{ n: number }>`select n from migrations`.execute(q.db);
  const taken = new Set(rows.map(({ n }) => n));
  for (const [index, statements] of steps.entries()) {
    if (taken.has(index + 1)) continue;
    for (const statement of statements) await run(q, statement);
    await sql`insert into migrations (n) values (${index + 1})`.execute(q.db);
  }
}

async function run(q: Reader, statement: Statement): Promise<void> {
  const text = textFor(statement, q.engine satisfies Engine);
  if (text !== undefined) await sql.raw(text).execute(q.db);
}
