import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, startPostgres } from '../../../../scripts/postgres.mjs';
import { postgresHome } from '../node/postgres.ts';
import { sqliteHome } from '../node/sqlite.ts';
import { storeSuite } from './testing/suite.ts';

storeSuite('SQLite in memory', () => ({ home: sqliteHome(':memory:') }));

storeSuite('SQLite in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handsel-store-'));
  return { home: sqliteHome(join(folder, 'store.db')), leave: () => rm(folder, { recursive: true }) };
});

storeSuite('PostgreSQL', async () => {
  const server = await startPostgres();
  const { url, drop } = await createDatabase(server.url);
  return {
    home: postgresHome(url),
    leave: async () => {
      await drop();
      await server.stop();
    },
  };
});
