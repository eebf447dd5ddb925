import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import pg from 'pg';
import { trials } from '../lib/counts.ts';
import { copyArena, makeDue, OVER, prepareArena } from './lib/arenas.ts';
import { Child } from './lib/child.ts';
import { leavingAfterwards, openDatabase } from './lib/leaving.ts';
import type { Arena, Contender, Outcome, Racer } from './racer.ts';

const LANES: readonly (readonly Contender[])[] = [
  ['approve', 'endByFreelancer'],
  ['endByClient', 'approveAgain'],
];

describe('Many who decide about the money of one milestone at once, in two processes on one PostgreSQL', () => {
  const leaving = leavingAfterwards();
  let db: pg.Pool;
  let racers: Child<Racer>[];
  let url: string;

  before(async () => {
    url = await openDatabase(leaving);
    db = new pg.Pool({ connectionString: url });
    leaving.push(() => db.end());
    racers = LANES.map(() => new Child<Racer>('racer.ts'));
    leaving.push(async () => {
      for (const racer of racers) {
        await racer.ask('close', undefined);
        await racer.end();
      }
    });
  });

  const race = async (arena: Arena, round: number): Promise<Outcome[]> => {
    await makeDue(db, arena);
    // In turns, so that nobody always starts first.
    const lanes = LANES.map((names) => (round % 2 === 0 ? names : [...names].reverse()));
    const order = round % 4 < 2 ? [0, 1] : [1, 0];
    const asked = order.map(async (lane) => racers[lane]?.ask('race', { arena, names: lanes[lane] ?? [] }));
    return (await Promise.all(asked)).flatMap((outcomes) => outcomes ?? []);
  };

  it('let exactly one decide; the others are told that it is decided', async () => {
    const arenas = await copyArena(db, await prepareArena(url), trials(3_000));
    await Promise.all(racers.map((racer) => racer.ask('open', { url, now: OVER })));
    const wins = new Map<string, number>();
    for (const [round, arena] of arenas.entries()) {
      const outcomes = await race(arena, round);
      const won = outcomes.filter(({ status }) => status === 200).map(({ contender }) => contender as string);
      for (const { contender, status, code } of outcomes) {
        assert.ok(status === 200 || status === 409, `${contender} was answered ${status} ${code}`);
      }
      wins.set(won.join() || 'clock', (wins.get(won.join() || 'clock') ?? 0) + 1);
    }
    assert.deepEqual(await decisions(db), { contracts: arenas.length, once: arenas.length });
    assert.deepEqual((await db.query('select * from ledger_audit')).rows, []);
    const everybody = ['approve', 'approveAgain', 'clock', 'endByClient', 'endByFreelancer'];
    assert.deepEqual([...wins.keys()].sort(), everybody, 'each wins alone, and each wins sometimes');
  });

  it('would be caught, had the backend read first and written then', async () => {
    await db.query('create table naive_milestones (id text primary key, state text not null)');
    await db.query('create table naive_payouts (milestone_id text not null)');
    const rounds = trials(400);
    for (let round = 1; round <= rounds; round++) {
      const id = `ms_${round}`;
      await db.query(`insert into naive_milestones values ($1, 'submitted')`, [id]);
      await Promise.all(racers.map((racer) => racer.ask('raceNaively', { id, times: 4 })));
    }
    const { rows } = await db.query('select milestone_id from naive_payouts group by milestone_id having count(*) > 1');
    assert.ok(rows.length >= rounds / 2, `only ${rows.length} of ${rounds} naive races paid more than once: blind`);
  });
});

/** How many contracts were raced for, and in how many of them one decision was made and all the money accounted for. */
async function decisions(db: pg.Pool): Promise<{ contracts: number; once: number }> {
  const { rows } = await db.query<{ contracts: number; once: number }>(`
    select count(*)::int as contracts, (count(*) filter (where decisions = 1 and moved = 50000))::int as once from (
      select c.id,
        (select count(*) from events e where e.contract_id = c.id and e.type in
          ('milestone.approved', 'milestone.auto_approved', 'contract.end_requested')
          or e.contract_id = c.id and e.type = 'contract.ended') as decisions,
        c.paid + c.returned + c.escrow as moved
      from contracts c where c.id like 'ctr_copy-%') raced`);
  return rows[0] ?? { contracts: 0, once: 0 };
}
