import { after } from 'node:test';
import { createDatabase, startPostgres } from '../../../scripts/postgres.mjs';

/** What is undone when a suite is over, the newest first. */
export type Leaving = (() => Promise<unknown> | void)[];

/** To be called where the suite's hooks are: what is added later is undone after all of its tests. */
export function leavingAfterwards(): Leaving {
  const leaving: Leaving = [];
  after(async () => {
    for (const leave of leaving.reverse()) await leave();
  });
  return leaving;
}

/** The address of an empty database in PostgreSQL, which leaves with the suite. */
export async function openDatabase(leaving: Leaving): Promise<string> {
  const server = await startPostgres();
  leaving.push(server.stop);
  const { url, drop } = await createDatabase(server.url);
  leaving.push(drop);
  return url;
}
