import { after, before } from 'node:test';
import { createDatabase, type Postgres, startPostgres } from '../../../../scripts/postgres.mjs';
import { postgresHome } from '../node/postgres.ts';
import { simulatorBench } from './testing/benches.ts';
import { itBehavesLikeAProvider } from './testing/provider-suite.ts';

itBehavesLikeAProvider('the simulator', () => simulatorBench());

let server: Postgres | undefined;
before(async () => {
  server = await startPostgres();
});
after(() => server?.stop());

// Only here do twenty really ask at the same moment.
itBehavesLikeAProvider('the simulator over PostgreSQL', async () => {
  const { url, drop } = await createDatabase(server?.url ?? '');
  const bench = await simulatorBench(postgresHome(url));
  const close = async () => {
    await bench.close();
    await drop();
  };
  return { ...bench, close };
});
