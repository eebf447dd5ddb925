import pg from 'pg';
import { nodeHandle } from '../../../packages/server/src/node/sqlite.ts';

/** A database without the backend before it: somebody with a console. */
export interface Session {
  /** All statements as one transaction; rejects with the database's own words when it refuses one, or the commit. */
  together(...statements: readonly string[]): Promise<void>;
  /** One statement, in whatever transaction is open. */
  say(statement: string): Promise<void>;
  ask<Row extends object>(query: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** Somebody at the console of a SQLite file. */
export function sqliteSession(path: string): Session {
  const handle = nodeHandle(path);
  return session({
    run: (statement) => Promise.resolve(handle.exec(statement)),
    ask: (query) => Promise.resolve(handle.prepare(query).all([])),
    close: () => Promise.resolve(handle.close()),
  });
}

/** Somebody at the console of a PostgreSQL. */
export async function postgresSession(url: string): Promise<Session> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return session({
    run: async (statement) => {
      await client.query(statement);
    },
    ask: async (query) => (await client.query<object>(query)).rows,
    close: () => client.end(),
  });
}

interface Console {
  run(statement: string): Promise<void>;
  ask(query: string): Promise<unknown[]>;
  close(): Promise<void>;
}

function session({ run, ask, close }: Console): Session {
  return {
    async together(...statements) {
      await run('begin');
      try {
        for (const statement of statements) await run(statement);
        await run('commit');
      } catch (error) {
        // A commit that was refused has rolled back already on PostgreSQL, and not on SQLite.
        await run('rollback').catch(() => undefined);
        throw error;
      }
    },
    say: run,
    ask: async <Row extends object>(query: string) => (await ask(query)) as Row[],
    close,
  };
}

/** Postings of one entry, as SQL: what each account is debited, below nothing what it is credited. */
export function postings(
  contractId: string,
  entry: string,
  amounts: Readonly<Record<string, number>>,
  { from = 1, currency = 'USD' }: { readonly from?: number; readonly currency?: string } = {},
): string {
  const rows = Object.entries(amounts).map(
    ([account, amount], index) =>
      `('${contractId}', '${entry}', ${from + index}, '${account}', '${currency}', ${amount})`,
  );
  return `insert into postings (contract_id, entry_id, n, account, currency, amount) values ${rows.join(', ')}`;
}

/** The entry that seals them, as SQL. */
export function entry(contractId: string, id: string, n = 99): string {
  return `insert into entries (contract_id, id, n, template, event_seq, at)
    values ('${contractId}', '${id}', ${n}, 'fund', 1, '2026-11-23T14:20:00.000Z')`;
}
