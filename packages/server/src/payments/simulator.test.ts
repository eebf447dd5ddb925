import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDatabase, type Postgres, startPostgres } from '../../../../scripts/postgres.mjs';
import { postgresHome } from '../node/postgres.ts';
import { simulatorBench } from './testing/benches.ts';
import { chargeOf, itBehavesLikeAProvider } from './testing/provider-suite.ts';

itBehavesLikeAProvider('the simulator', () => simulatorBench());

describe('a card the simulator does not know', () => {
  for (const paymentMethod of ['pm_unheard_of', 'constructor', '__proto__']) {
    it(`is declined: ${paymentMethod}`, async () => {
      const { provider, close } = await simulatorBench();
      const answer = await provider.authorize(chargeOf({ paymentMethod }));
      assert.deepEqual(answer, { status: 'failed', failureCode: 'unknown_payment_method' });
      await close();
    });
  }
});

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
