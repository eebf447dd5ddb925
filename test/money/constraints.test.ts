import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createDatabase, startPostgres } from '../../scripts/postgres.mjs';
import { postgresHome } from '../../packages/server/src/node/postgres.ts';
import { sqliteHome } from '../../packages/server/src/node/sqlite.ts';
import type { Home } from '../../packages/server/src/store/home.ts';
import { testApp } from '../../packages/server/src/testing/app.ts';
import { activate, bothSides } from '../play/contract.ts';
import type { ContractId } from '@handsel/protocol';
import { entry, postgresSession, postings, type Session, sqliteSession } from './lib/bare-books.ts';

interface Lodging {
  readonly home: Home;
  console(): Promise<Session>;
  leave(): Promise<void> | void;
}

interface Scene {
  console: Session;
  /** A contract with $500.00 in escrow. */
  id: ContractId;
  /** Where they are held. */
  escrow: string;
  lodging: Lodging;
}

/** A contract the app made, and somebody with a console at its books. */
function scene(lodge: () => Promise<Lodging> | Lodging): Scene {
  const scene = {} as Scene;
  before(async () => {
    scene.lodging = await lodge();
    const app = await testApp({ home: scene.lodging.home });
    const sides = bothSides(app);
    scene.id = await activate(sides);
    const { currentMilestoneId } = await sides.client.contracts.retrieve(scene.id);
    scene.escrow = `escrow:${currentMilestoneId}`;
    await app.close();
    scene.console = await scene.lodging.console();
  });
  after(async () => {
    const wrong = await scene.console.ask('select * from ledger_audit');
    await scene.console.close();
    await scene.lodging.leave();
    assert.deepEqual(wrong, []);
  });
  return scene;
}

function refusals(scene: Scene): void {
  const refuses = async (why: RegExp, ...statements: readonly string[]) => {
    const books = 'select (select count(*) from postings) as postings, (select count(*) from entries) as entries';
    const earlier = await scene.console.ask(books);
    await assert.rejects(scene.console.together(...statements), why);
    assert.deepEqual(await scene.console.ask(books), earlier);
  };

  it('takes an entry that is right, from the console too', async () => {
    const { console, id, escrow } = scene;
    await console.together(postings(id, 'jrn_in', { [escrow]: -700, cash: 700 }), entry(id, 'jrn_in', 2));
    await console.together(postings(id, 'jrn_out', { cash: -700, [escrow]: 700 }), entry(id, 'jrn_out', 3));
  });

  it('refuses an entry that does not sum to zero, or has one posting, or none', async () => {
    const { id, escrow } = scene;
    const unequal = postings(id, 'jrn_x', { [escrow]: -700, cash: 699 });
    await refuses(/does not sum to zero/, unequal, entry(id, 'jrn_x'));
    await refuses(/does not sum to zero/, postings(id, 'jrn_x', { cash: 699 }), entry(id, 'jrn_x'));
    await refuses(/does not sum to zero/, entry(id, 'jrn_x'));
  });

  it('refuses postings that nothing seals', async () => {
    const { id, escrow } = scene;
    await refuses(/foreign key/i, postings(id, 'jrn_x', { [escrow]: -700, cash: 700 }));
  });

  it('refuses postings to an entry that is sealed, though they sum to zero', async () => {
    const { id, escrow } = scene;
    await refuses(/sealed/, postings(id, 'jrn_in', { [escrow]: -5, cash: 5 }, { from: 3 }));
  });

  it('refuses to release more than is held', async () => {
    const { id, escrow } = scene;
    const more = postings(id, 'jrn_x', { cash: -500_01, [escrow]: 500_01 });
    await refuses(/check constraint/i, more, entry(id, 'jrn_x'));
    await refuses(/check constraint/i, `update accounts set balance = -1 where account = '${escrow}'`);
  });

  it('refuses a posting in another currency than the contract’s, and an account in one', async () => {
    const { id, escrow } = scene;
    const euros = postings(id, 'jrn_x', { [escrow]: -700, cash: 700 }, { currency: 'EUR' });
    await refuses(/foreign key/i, euros, entry(id, 'jrn_x'));
    const account = `insert into accounts (contract_id, account, currency, guarded) values ('${id}', 'more', 'EUR', 0)`;
    await refuses(/foreign key/i, account);
    await refuses(/only the balance/, `update accounts set currency = 'EUR' where contract_id = '${id}'`);
    await refuses(/foreign key/i, `update contracts set currency = 'EUR' where id = '${id}'`);
  });

  it('changes and removes nothing that is written, whatever it is asked', async () => {
    const { id, escrow } = scene;
    for (const table of ['postings', 'entries', 'events', 'terms_versions', 'signatures']) {
      await refuses(/append-only/, `update ${table} set contract_id = contract_id where contract_id = '${id}'`);
      await refuses(/append-only/, `delete from ${table} where contract_id = '${id}'`);
    }
    await refuses(/only the balance/, `update accounts set guarded = 0 where account = '${escrow}'`);
    await refuses(/never removed|only the balance/, `delete from accounts where contract_id = '${id}'`);
    await refuses(/foreign key/i, `delete from contracts where id = '${id}'`);
  });

  it('refuses an amount of nothing, and one that is no whole number', async () => {
    const { id, escrow } = scene;
    await refuses(/check constraint/i, postings(id, 'jrn_x', { [escrow]: 0, cash: 0 }));
    const half = `insert into postings (contract_id, entry_id, n, account, currency, amount)
      values ('${id}', 'jrn_x', 1, 'cash', 'USD', 'half')`;
    await refuses(/invalid input syntax|cannot store TEXT/i, half);
  });
}

describe('The books in SQLite', () => {
  const at = scene(() => {
    const folder = mkdtempSync(join(tmpdir(), 'handsel-books-'));
    const path = join(folder, 'handsel.db');
    return {
      home: sqliteHome(path),
      console: () => Promise.resolve(sqliteSession(path)),
      leave: () => {
        rmSync(folder, { recursive: true });
      },
    };
  });
  refusals(at);

  it('replaces nothing that is written', async () => {
    const replaced = (table: string) =>
      at.console.together(`insert or replace into ${table} select * from ${table} where contract_id = '${at.id}'`);
    for (const table of ['postings', 'entries', 'events', 'terms_versions', 'signatures']) {
      await assert.rejects(replaced(table), /append-only|sealed/, table);
    }
  });
});

describe('The books in PostgreSQL', () => {
  const at = scene(async () => {
    const server = await startPostgres();
    const { url, drop } = await createDatabase(server.url);
    const leave = async () => {
      await drop();
      await server.stop();
    };
    return { home: postgresHome(url), console: () => postgresSession(url), leave };
  });
  refusals(at);

  it('empties no table', async () => {
    for (const table of ['postings', 'entries', 'events', 'terms_versions', 'signatures']) {
      await assert.rejects(at.console.together(`truncate ${table} cascade`), /append-only/, table);
    }
  });

  for (const [what, more, n] of [
    ['a posting', { cash: 5 }, 4],
    ['postings that sum to zero', { 'fee:client': -5, cash: 5 }, 5],
  ] as const) {
    it(`keeps ${what} of another session out of an entry that is not yet committed`, async () => {
      const { id, console, lodging } = at;
      const account = `insert into accounts (contract_id, account, currency, guarded) values`;
      await console.say(`${account} ('${id}', 'fee:client', 'USD', 0) on conflict do nothing`);
      const [mine, theirs] = [await lodging.console(), await lodging.console()];
      await mine.say('begin');
      await mine.say(postings(id, `jrn_${n}`, { 'fee:client': -700, cash: 700 }));
      await mine.say(entry(id, `jrn_${n}`, n));
      await theirs.say('begin');
      const attempt = theirs.say(postings(id, `jrn_${n}`, more, { from: 3 })).then(() => 'taken', String);
      await settledOrWaiting(console, attempt);
      await mine.say('commit');
      const outcome = await attempt.then((said) =>
        said === 'taken' ? theirs.say('commit').then(() => said, String) : said,
      );
      for (const session of [mine, theirs]) await session.close();
      assert.match(outcome, /sealed|sum to zero/);
    });
  }
});

/** Settles when an attempt is over, or its session waits for another. */
async function settledOrWaiting(console: Session, attempt: Promise<unknown>): Promise<void> {
  let over = false;
  void attempt.then(() => (over = true));
  while (!over) {
    const rows = await console.ask(`select 1 from pg_stat_activity where wait_event_type = 'Lock'
      and datname = current_database()`);
    if (rows.length > 0) return;
  }
}
