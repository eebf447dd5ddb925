import type { ContractId } from '@handsel/protocol';
import { sql } from 'kysely';
import { brokenEvents } from '../../../packages/server/src/store/events.ts';
import type { Reader } from '../../../packages/server/src/store/store.ts';
import type { TestApp } from '../../../packages/server/src/testing/app.ts';
import type { Acknowledged } from './insistent.ts';

/** Where each kind of effect is found, one row for each. */
const EFFECTS: Readonly<Record<keyof Acknowledged, readonly string[]>> = {
  created: [
    `select id as contract_id from contracts`,
    `select contract_id from terms_versions`,
    `select contract_id from mails where template = 'contract_offered'`,
  ],
  funded: [
    `select contract_id from simulated_charges`,
    `select contract_id from simulated_charges where status = 'captured'`,
    `select contract_id from charges where status = 'succeeded'`,
    `select contract_id from entries where template = 'fund'`,
  ],
  requested: [
    `select contract_id from payment_requests`,
    `select contract_id from mails where template = 'payment_requested'`,
  ],
  paid: [
    `select id as contract_id from contracts where status = 'completed' and paid = 50000 and escrow = 0`,
    `select contract_id from entries where template = 'release'`,
    `select contract_id from simulated_orders where kind = 'transfer'`,
    `select contract_id from payment_orders where status = 'done'`,
  ],
};

/** Everything that is not as people were told: what is lost, what was done twice, and books that are not true. */
export async function wrongs({ store }: Pick<TestApp, 'store'>, told: Acknowledged): Promise<string[]> {
  return store.read(async (q) => {
    const found: string[] = [];
    for (const [kind, tables] of Object.entries(EFFECTS)) {
      for (const table of tables) found.push(...(await differences(q, table, told[kind as keyof Acknowledged])));
    }
    const { rows: audit } = await sql<{ rule: string }>`select rule from ledger_audit`.execute(q.db);
    found.push(...audit.map(({ rule }) => `broken: ${rule}`));
    for (const id of told.created) {
      const broken = await brokenEvents(q, id);
      if (broken.length > 0) found.push(`events of ${id} are not chained: ${broken.join()}`);
    }
    return found;
  });
}

async function differences(q: Reader, table: string, told: readonly ContractId[]): Promise<string[]> {
  const { rows } = await sql<{ contract_id: string; times: number }>`
    select contract_id, count(*) as times from (${sql.raw(table)}) effects group by contract_id`.execute(q.db);
  const times = new Map(rows.map((row) => [row.contract_id, row.times]));
  const known = new Set<string>(told);
  return [
    ...told.filter((id) => !times.has(id)).map((id) => `lost: ${id} in ${table}`),
    ...rows.filter((row) => row.times > 1).map((row) => `done ${row.times} times: ${row.contract_id} in ${table}`),
    ...rows
      .filter((row) => !known.has(row.contract_id))
      .map((row) => `nobody was told: ${row.contract_id} in ${table}`),
  ];
}
