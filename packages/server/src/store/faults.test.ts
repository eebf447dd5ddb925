import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { createDatabase, startPostgres } from '../../../../scripts/postgres.mjs';
import { postgresHome } from '../node/postgres.ts';
import { sqliteHome } from '../node/sqlite.ts';
import { faultOf } from './faults.ts';
import { refused } from './testing/place.ts';
import { createStore, type Store } from './store.ts';

describe('A database that cannot for now', () => {
  const leaving: (() => Promise<unknown>)[] = [];
  let postgres: Store;

  before(async () => {
    const server = await startPostgres();
    const database = await createDatabase(server.url);
    postgres = await createStore({ home: postgresHome(database.url), random: Math.random });
    leaving.push(server.stop, database.drop, () => postgres.close());
  });

  after(async () => {
    for (const leave of leaving.reverse()) await leave();
  });

  const onPostgres = (...statements: string[]) =>
    refused(
      postgres.write(async ({ db }) => {
        for (const statement of statements) await sql.raw(statement).execute(db);
      }),
    );

  it('is unavailable: a statement took too long, a standby only reads, something is used up', async () => {
    const raise = (code: string) => `do $$ begin raise exception 'no' using errcode = '${code}'; end $$`;
    const kinds = [
      await onPostgres(`set local statement_timeout = '20ms'`, 'select pg_sleep(5)'),
      await onPostgres('set transaction read only', 'delete from jobs'),
      await onPostgres(raise('53100')),
      await onPostgres(raise('53200')),
      await onPostgres(raise('58030')),
      await onPostgres(raise('25P03')),
      await onPostgres(raise('53400')),
      await onPostgres(raise('57P05')),
      await onPostgres(raise('58P01')),
    ];
    assert.deepEqual(new Set(kinds), new Set(['unavailable']));
  });

  it('is unavailable while the disk is full, and works again when it is not', async () => {
    const store = await createStore({ home: sqliteHome(':memory:'), random: Math.random });
    leaving.push(() => store.close());
    const write = (text: string) => store.write(({ db }) => sql.raw(text).execute(db));
    const fill = `insert into rate_windows (key, n, taken, ends_at) values (hex(zeroblob(2000000)), 1, 1, 'z')`;
    await store.read(({ db }) => sql.raw('pragma max_page_count = 1').execute(db));
    assert.equal(await refused(write(fill)), 'unavailable');
    await store.read(({ db }) => sql.raw('pragma max_page_count = 100000').execute(db));
    await write(fill);
  });

  it('is unavailable while a file is only to be read, and works again when it is not', async () => {
    const store = await createStore({ home: sqliteHome(':memory:'), random: Math.random });
    leaving.push(() => store.close());
    const clear = () => store.write(({ db }) => sql`delete from rate_windows`.execute(db));
    await store.read(({ db }) => sql`pragma query_only = on`.execute(db));
    assert.equal(await refused(clear()), 'unavailable');
    await store.read(({ db }) => sql`pragma query_only = off`.execute(db));
    await clear();
  });

  it('is unavailable where a file cannot be opened', async () => {
    const opening = createStore({ home: sqliteHome(import.meta.dirname), random: Math.random });
    assert.equal(await refused(opening), 'unavailable');
  });

  it('is unavailable when a disk fails, whatever it failed at', () => {
    const failed = (errcode: number) =>
      Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode });
    // Reading, a short read, writing, syncing.
    for (const errcode of [10, 266, 522, 778, 1034]) assert.equal(faultOf(failed(errcode)), 'unavailable');
  });
});
