import { addDays, type ContractId, type Instant, type MilestoneId } from '@handsel/protocol';
import type pg from 'pg';
import { postgresHome } from '../../../packages/server/src/node/postgres.ts';
import { TODAY, testApp } from '../../../packages/server/src/testing/app.ts';
import { activate, bothSides, requestPayment } from '../../play/contract.ts';
import type { Arena, Contender } from '../racer.ts';

/** When the review of the arenas' milestone is over: from now on the clock may pay too. */
export const OVER: Instant = addDays(TODAY, 14);

const AMOUNT = 500_00;

/** One contract whose money is asked for and may be released, given back or paid by the clock, with a permission for each. */
export async function prepareArena(url: string): Promise<Arena> {
  const then = await testApp({ home: postgresHome(url) });
  const contractId = await activate(bothSides(then));
  const { milestoneId } = await requestPayment(bothSides(then), contractId);
  await then.close();
  const now = await testApp({ home: postgresHome(url), now: OVER });
  const consents = await allow(now, contractId, milestoneId);
  await now.close();
  return { contractId, milestoneId, amount: AMOUNT, consents };
}

type App = Awaited<ReturnType<typeof testApp>>;

async function allow(app: App, contractId: ContractId, milestoneId: MilestoneId): Promise<Arena['consents']> {
  const { client, freelancer } = bothSides(app);
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  const approval = { command: 'milestones.approve', milestoneId, amount: usd(AMOUNT) } as const;
  const previews = {
    approve: await client.previews.create(contractId, approval),
    approveAgain: await client.previews.create(contractId, approval),
    endByFreelancer: await freelancer.previews.create(contractId, { command: 'contracts.endByFreelancer' }),
    endByClient: await client.previews.create(contractId, { command: 'contracts.endByClient', pay: usd(AMOUNT / 5) }),
  } satisfies Record<Contender, unknown>;
  const token = (name: Contender) => previews[name].consentToken;
  return {
    approve: token('approve'),
    approveAgain: token('approveAgain'),
    endByFreelancer: token('endByFreelancer'),
    endByClient: token('endByClient'),
  };
}

// Postings before their entries, as the journal demands; every row names its contract, so that is all there is to change.
const TABLES = [
  'contracts',
  'terms_versions',
  'signatures',
  'milestones',
  'payment_requests',
  'charges',
  'events',
  'accounts',
  'postings',
  'entries',
  'consents',
] as const;

/** The same contract many times over, under other ids. None of them is due by itself. */
export async function copyArena(db: pg.Pool, { contractId, ...rest }: Arena, times: number): Promise<Arena[]> {
  const client = await db.connect();
  try {
    await client.query('begin');
    for (const table of TABLES) await copyRows(client, table, contractId, times);
    await copyRows(client, 'jobs', contractId, times, `and kind = 'deadline' and done_at is null`);
    await client.query(`update jobs set run_at = 'infinity' where done_at is null`);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    client.release();
  }
  return Array.from({ length: times }, (_, index) => ({ contractId: copyId(index + 1), ...rest }));
}

/** Lets the clock of one arena run out. */
export async function makeDue(db: pg.Pool, { contractId }: Arena): Promise<void> {
  await db.query('update jobs set run_at = $2 where contract_id = $1 and done_at is null', [contractId, OVER]);
}

const copyId = (n: number) => `ctr_copy-${n}` as ContractId;

async function copyRows(db: pg.PoolClient, table: string, id: string, times: number, only = ''): Promise<void> {
  const key = table === 'contracts' ? 'id' : 'contract_id';
  const { rows } = await db.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = $1 order by ordinal_position`,
    [table],
  );
  const columns = rows.map(({ column_name: name }) => name);
  // A copied account begins with nothing: its copied postings fill it.
  const values = columns.map((name) => {
    if (name === key) return `'ctr_copy-' || copy.n`;
    return table === 'accounts' && name === 'balance' ? '0' : `source.${name}`;
  });
  const order = table === 'events' ? 'order by copy.n, source.seq' : '';
  await db.query(
    `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
      from ${table} source, generate_series(1, $2::int) copy (n) where source.${key} = $1 ${only} ${order}`,
    [id, times],
  );
}
