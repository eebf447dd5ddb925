import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Contract } from '@handsel/core';
import fc from 'fast-check';
import { sql } from 'kysely';
import { postgresHome } from '../../packages/server/src/node/postgres.ts';
import { type TestApp, testApp } from '../../packages/server/src/testing/app.ts';
import { trials } from '../lib/counts.ts';
import { leavingAfterwards, openDatabase } from './lib/leaving.ts';
import { wander, walks } from './lib/wanderer.ts';

const POLICY = { fees: { freelancerBps: 333, clientBps: 777, initiationMinor: 499, clientFeeRefundable: true } };

/** What a contract shows is what its postings add up to, counted here anew; and the audit has nothing to say. */
async function agrees(app: TestApp, { id, figures, milestones }: Contract): Promise<void> {
  const [books, audit] = await app.store.read(async ({ db }) => [
    await sql<{ account: string; template: string; amount: number }>`
      select p.account, e.template, sum(p.amount) as amount from postings p
        join entries e on e.contract_id = p.contract_id and e.id = p.entry_id
        where p.contract_id = ${id} group by p.account, e.template`.execute(db),
    await sql`select * from ledger_audit where contract_id = ${id}`.execute(db),
  ]);
  const sum = (account: RegExp, template = /./) =>
    books.rows
      .filter((row) => account.test(row.account) && template.test(row.template))
      .reduce((total, { amount }) => total + amount, 0) + 0;
  assert.deepEqual(audit.rows, []);
  assert.deepEqual(
    {
      paid: figures.paid.amount,
      escrow: figures.escrow.amount,
      carried: figures.carried.amount,
      returned: figures.returned.amount,
      fees: figures.fees?.amount,
      received: figures.received?.amount,
      milestones: milestones.map(({ escrow }) => escrow.amount),
    },
    {
      paid: sum(/^(escrow:|carry$)/, /^release$/),
      escrow: 0 - sum(/^(escrow:|carry$)/),
      carried: 0 - sum(/^carry$/),
      returned: sum(/^client:credit$/, /^pay_back$/),
      fees: 0 - sum(/^fee:freelancer$/),
      received: 0 - sum(/^payee:/),
      milestones: milestones.map((milestone) => 0 - sum(new RegExp(`^escrow:${milestone.id}$`))),
    },
  );
}

describe('Whatever two people do with a contract, in any order', () => {
  it('shows sums that are those of its postings, in SQLite', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(walks, async (walk) => {
        const app = await testApp({ policy: POLICY });
        taken += await wander(app, walk, (contract) => agrees(app, contract));
        await app.close();
      }),
      { numRuns: trials(200) },
    );
    assert.ok(taken >= trials(200) * 3, `only ${taken} strides were more than a refusal`);
  });

  describe('in PostgreSQL', () => {
    let app: TestApp;
    const leaving = leavingAfterwards();

    before(async () => {
      app = await testApp({ home: postgresHome(await openDatabase(leaving)), policy: POLICY });
      leaving.push(app.close);
    });

    it('shows the same sums', () =>
      fc.assert(
        fc.asyncProperty(walks, async (walk) => {
          await wander(app, walk, (contract) => agrees(app, contract));
        }),
        { numRuns: trials(30) },
      ));
  });
});
