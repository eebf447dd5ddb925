// Commands per second on both engines, beside what a bare insert of one row costs on the same disk in the same run:
// only the ratio says something about the code, the rest is the machine.
// node scripts/run.mjs --conditions=handsel-source bench/commands.ts [contracts]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createDatabase, startPostgres } from '../scripts/postgres.mjs';
import { postgresHome } from '../packages/server/src/node/postgres.ts';
import { nodeHandle } from '../packages/server/src/node/sqlite.ts';
import type { Home } from '../packages/server/src/store/home.ts';
import { sqliteDialect, type SqliteHandle } from '../packages/server/src/store/sqlite.ts';
import { type BenchApp, benchApp } from './lib/bench-app.ts';
import { LIFE, write } from './lib/commands.ts';

const contracts = Number(process.argv[2] ?? 200);
const AT_ONCE = 8;

let statements = 0;

/** Counts every statement, those that begin and end a transaction too. */
function counted(handle: SqliteHandle): SqliteHandle {
  const count = <A extends readonly unknown[], R>(call: (...args: A) => R) => {
    return (...args: A): R => {
      statements += 1;
      return call(...args);
    };
  };
  return {
    prepare: (text) => {
      const statement = handle.prepare(text);
      return { ...statement, all: count(statement.all), run: count(statement.run) };
    },
    exec: count(handle.exec),
    close: handle.close,
  };
}

/** Calls per second, so many at once. */
async function rate<T>(items: readonly T[], call: (item: T) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await call(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return (items.length * 1_000) / (performance.now() - started);
}

async function floorOf({ store }: BenchApp): Promise<number> {
  await store.write(({ db }) => sql`create table floor (id text primary key)`.execute(db));
  const ids = Array.from({ length: contracts * 4 }, (_, n) => `row ${n}`);
  return rate(ids, (id) => store.write(({ db }) => sql`insert into floor values (${id})`.execute(db)));
}

interface Line {
  readonly call: string;
  readonly perSecond: number;
  readonly floors: number;
  readonly statements: number;
}

async function measure(home: Home): Promise<Line[]> {
  const app = await benchApp(home);
  const floor = await floorOf(app);
  const lines: Line[] = [];
  const note = (call: string, perSecond: number) => {
    lines.push({ call, perSecond, floors: floor / perSecond, statements: statements / contracts });
  };
  note('bare insert', floor);
  const drafts: Awaited<ReturnType<typeof write>>[] = [];
  statements = 0;
  note('create', await rate(Array.from({ length: contracts }), async () => drafts.push(await write(app))));
  for (const [name, call] of LIFE) {
    statements = 0;
    note(name, await rate(drafts, (draft) => call(app, draft)));
  }
  await app.store.close();
  return lines;
}

const folder = mkdtempSync(join(tmpdir(), 'handsel-bench-'));
const path = join(folder, 'handsel.db');
const sqlite = await measure({ engine: 'sqlite', dialect: sqliteDialect(() => counted(nodeHandle(path))) });
rmSync(folder, { recursive: true });

const server = await startPostgres({ fsync: true });
const { url, drop } = await createDatabase(server.url);
const postgres = await measure(postgresHome(url));
await drop();
await server.stop();

console.table(
  Object.fromEntries(
    sqlite.map(({ call, ...line }, index) => [
      call,
      {
        'SQLite/s': Math.round(line.perSecond),
        '× floor': Number(line.floors.toFixed(1)),
        'PostgreSQL/s': Math.round(postgres[index]?.perSecond ?? 0),
        '× floor ': Number((postgres[index]?.floors ?? 0).toFixed(1)),
        statements: call === 'bare insert' ? 3 : Number(line.statements.toFixed(1)),
      },
    ]),
  ),
);
