import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import pg from 'pg';
import { postgresHome } from '../../packages/server/src/node/postgres.ts';
import { testApp } from '../../packages/server/src/testing/app.ts';
import { trials } from '../lib/counts.ts';
import { activate, bothSides } from '../play/contract.ts';
import { copyArena, OVER, prepareArena } from './lib/arenas.ts';
import { Child } from './lib/child.ts';
import { leavingAfterwards, openDatabase } from './lib/leaving.ts';
import type { Worker } from './worker.ts';

const LONGEST_MS = 500;

describe('Two processes on one PostgreSQL', () => {
  const leaving = leavingAfterwards();
  let db: pg.Pool;
  let url: string;
  let one: Child<Worker>;
  let other: Child<Worker>;

  before(async () => {
    url = await openDatabase(leaving);
    db = new pg.Pool({ connectionString: url });
    leaving.push(() => db.end());
    const arena = await prepareArena(url);
    await copyArena(db, arena, trials(1_000));
    [one, other] = [new Child<Worker>('worker.ts'), new Child<Worker>('worker.ts')];
    for (const child of [one, other]) {
      leaving.push(async () => {
        await child.ask('close', undefined);
        await child.end();
      });
      await child.ask('open', { url, now: OVER });
    }
  });

  it('tell each other what has happened in time to be seen', async () => {
    const app = await testApp({ home: postgresHome(url), now: OVER });
    const contractId = await activate(bothSides(app));
    const { seq, currentMilestoneId } = await bothSides(app).client.contracts.retrieve(contractId);
    await app.close();
    assert.ok(currentMilestoneId);
    await other.ask('follow', { contractId, after: seq - 1 });
    await other.ask('heard', { seq });
    const answered = [];
    for (let times = 0; times < 20; times++) {
      answered.push(await one.ask('askAndTakeBack', { contractId, milestoneId: currentMilestoneId }));
    }
    const heard = await other.ask('heard', { seq: answered.at(-1)?.seq ?? 0 });
    assert.deepEqual(
      heard.map((stamp) => stamp.seq),
      Array.from({ length: heard.length }, (_, index) => seq + index),
    );
    const late = answered.map(
      ({ seq: known, at }) => (heard.find((stamp) => stamp.seq === known)?.at ?? Infinity) - at,
    );
    assert.ok(Math.max(...late) < LONGEST_MS, `heard ${late.map(Math.round).join()} ms after the answer`);
  });

  it('do what is due once between them: payments, orders to the provider, mails', async () => {
    const contracts = trials(1_000);
    await db.query(`update jobs set run_at = $1 where done_at is null and contract_id like 'ctr_copy-%'`, [OVER]);
    await Promise.all([one.ask('work', undefined), other.ask('work', undefined)]);
    await Promise.all([one.ask('drain', undefined), other.ask('drain', undefined)]);
    const shares = [await one.ask('stop', undefined), await other.ask('stop', undefined)];
    await one.ask('drain', undefined);
    const { rows } = await db.query<{ contract_id: string }>(
      `select contract_id from entries where template = 'release' and contract_id like 'ctr_copy-%'`,
    );
    assert.equal(new Set(rows.map((row) => row.contract_id)).size, contracts);
    assert.equal(rows.length, contracts);
    const orders = await db.query<{ id: string }>(`select id from payment_orders where status = 'done'`);
    const mails = await db.query<{ id: string }>(`select id from mails where contract_id like 'ctr_copy-%'`);
    const sorted = (ids: readonly string[]) => [...ids].sort();
    assert.deepEqual(sorted(shares.flatMap(({ transfers }) => transfers)), sorted(orders.rows.map(({ id }) => id)));
    const sent = new Set(mails.rows.map(({ id }) => id));
    assert.deepEqual(sorted(shares.flatMap((share) => share.mails.filter((id) => sent.has(id)))), sorted([...sent]));
    assert.equal(orders.rows.length, contracts);
    assert.ok(sent.size >= contracts * 2, 'both sides are told');
    assert.deepEqual((await db.query('select id from jobs where done_at is not null and tries > 1')).rows, []);
    assert.deepEqual(
      shares.flatMap(({ errors }) => errors),
      [],
    );
    assert.ok(
      shares.every(({ transfers }) => transfers.length > 0),
      'both have worked',
    );
    assert.deepEqual((await db.query('select * from ledger_audit')).rows, []);
  });
});
