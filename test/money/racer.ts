import { type ContractId, createClient, isHandselError, type MilestoneId } from '@handsel/core';
import pg from 'pg';
import { postgresHome } from '../../packages/server/src/node/postgres.ts';
import { type TestApp, testApp } from '../../packages/server/src/testing/app.ts';
import { bothSides, type Sides } from '../play/contract.ts';
import { answerParent } from './lib/child.ts';

/** What decides about the money of one milestone. */
export type Contender = 'approve' | 'approveAgain' | 'endByFreelancer' | 'endByClient';

/** Where the contenders meet, with a permission for each. */
export interface Arena {
  readonly contractId: ContractId;
  readonly milestoneId: MilestoneId;
  readonly amount: number;
  readonly consents: Readonly<Record<Contender, string>>;
}

/** What one contender was answered: 200, or the status and code of the refusal. */
export interface Outcome {
  readonly contender: Contender;
  readonly status: number;
  readonly code: string;
}

let app: TestApp;
let sides: Sides;
let pool: pg.Pool;

const usd = (amount: number) => ({ amount, currency: 'USD' });
const reason = 'Plans changed.';

const contenders: Readonly<Record<Contender, (arena: Arena, consentToken: string) => Promise<unknown>>> = {
  approve: ({ contractId, milestoneId, amount }, consentToken) =>
    sides.client.milestones.approve(contractId, milestoneId, { amount: usd(amount), consentToken }),
  approveAgain: (arena, consentToken) => contenders.approve(arena, consentToken),
  endByFreelancer: ({ contractId }, consentToken) =>
    sides.freelancer.contracts.endByFreelancer(contractId, { reason, consentToken }),
  endByClient: ({ contractId, amount }, consentToken) =>
    sides.client.contracts.endByClient(contractId, { reason, pay: usd(amount / 5), consentToken }),
};

async function contend(contender: Contender, arena: Arena): Promise<Outcome> {
  try {
    await contenders[contender](arena, arena.consents[contender]);
    return { contender, status: 200, code: '' };
  } catch (error) {
    if (!isHandselError(error)) throw error;
    return { contender, status: error.status ?? 0, code: error.code };
  }
}

/** The mistake this is all about: what was read decides, though others may have written meanwhile. */
async function payNaively(id: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ state: string }>('select state from naive_milestones where id = $1', [id]);
    const open = rows[0]?.state === 'submitted';
    if (open) {
      await client.query('insert into naive_payouts (milestone_id) values ($1)', [id]);
      await client.query(`update naive_milestones set state = 'paid' where id = $1`, [id]);
    }
    await client.query('commit');
    return open;
  } finally {
    client.release();
  }
}

const questions = {
  async open({ url, now }: { readonly url: string; readonly now: string }) {
    app = await testApp({ home: postgresHome(url, { connections: 6 }), now });
    sides = bothSides(app);
    const [freelancer, client] = [await app.sessionFor('freelancer'), await app.sessionFor('client')];
    sides = {
      freelancer: createClient({ backend: app.backend, session: freelancer }),
      client: createClient({ backend: app.backend, session: client }),
    };
    pool = new pg.Pool({ connectionString: url, max: 4 });
    await Promise.all([1, 2, 3, 4].map(() => pool.query('select 1')));
  },
  /** All at once, the clock too. */
  async race({ arena, names }: { readonly arena: Arena; readonly names: readonly Contender[] }) {
    const clock = app.app.runDueJobs();
    const outcomes = await Promise.all(names.map((name) => contend(name, arena)));
    await clock;
    return outcomes;
  },
  async raceNaively({ id, times }: { readonly id: string; readonly times: number }) {
    const paid = await Promise.all(Array.from({ length: times }, () => payNaively(id)));
    return paid.filter(Boolean).length;
  },
  async close() {
    await pool.end();
    await app.close();
  },
};

/** What a racer can be asked. */
export type Racer = typeof questions;

answerParent(questions);
