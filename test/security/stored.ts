import { sql } from 'kysely';
import type { Store } from '../../packages/server/src/store/store.ts';

/** Every row of every table, to see whether anything changed. */
export function everythingStored(store: Store): Promise<Record<string, string>> {
  return store.read(async ({ db }) => {
    const { rows: tables } = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(db);
    const all: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
      all[name] = JSON.stringify(rows);
    }
    return all;
  });
}
