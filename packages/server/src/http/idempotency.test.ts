import assert from 'node:assert/strict';
import { after, describe, it, type TestContext } from 'node:test';
import { createDatabase, startPostgres } from '../../../../scripts/postgres.mjs';
import { postgresHome } from '../node/postgres.ts';
import { sqliteHome } from '../node/sqlite.ts';
import type { Home } from '../store/home.ts';
import { testApp } from '../testing/app.ts';
import { activate, both, DRAFT, firstMilestone, sendOffer } from '../testing/offer.ts';

const KEY = { 'idempotency-key': 'the-key-of-one-intent' };
const usd = (amount: number) => ({ amount, currency: 'USD' });

async function overSqlite(): Promise<Home> {
  return Promise.resolve(sqliteHome(':memory:'));
}

let server: Awaited<ReturnType<typeof startPostgres>> | undefined;

after(async () => {
  await server?.stop();
});

async function overPostgres(closing: (() => Promise<void>)[]): Promise<Home> {
  server ??= await startPostgres();
  const { url, drop } = await createDatabase(server.url);
  closing.push(drop);
  return postgresHome(url);
}

for (const [name, place] of [
  ['SQLite', overSqlite],
  ['PostgreSQL', overPostgres],
] as const) {
  describe(`A key of an intent, over ${name}`, () => {
    const open = async (t: TestContext) => {
      const closing: (() => Promise<void>)[] = [];
      const app = await testApp({ home: await place(closing) });
      t.after(async () => {
        await app.close();
        for (const close of closing) await close();
      });
      return { app, ...(await both(app)) };
    };

    it('is answered again as it was the first time, and says so', async (t) => {
      const { robin } = await open(t);
      const first = await robin('contracts.create', DRAFT, KEY);
      const again = await robin('contracts.create', DRAFT, KEY);
      assert.equal(first.headers.get('idempotent-replayed'), null);
      assert.equal(again.headers.get('idempotent-replayed'), 'true');
      assert.deepEqual([again.status, again.body], [201, first.body]);
      assert.equal(again.headers.get('etag'), first.headers.get('etag'));
      const { body } = await robin('contracts.list', {});
      assert.equal(body.data.length, 1);
    });

    it('is answered as the first time even when much has happened since', async (t) => {
      const { app, robin } = await open(t);
      const contractId = await sendOffer({ robin });
      const first = await robin('contracts.resend', { contractId }, KEY);
      await robin('contracts.withdraw', { contractId });
      await app.advance(29 * 24);
      const { robin: later } = await both(app);
      assert.deepEqual((await later('contracts.resend', { contractId }, KEY)).body, first.body);
    });

    it('does not serve for another wish', async (t) => {
      const { robin } = await open(t);
      await robin('contracts.create', DRAFT, KEY);
      const other = await robin('contracts.create', { ...DRAFT, title: 'Another' }, KEY);
      assert.deepEqual([other.status, other.code], [422, 'IDEMPOTENCY_MISMATCH']);
    });

    it('may be used anew for another contract', async (t) => {
      const { robin } = await open(t);
      const [one, two] = [await sendOffer({ robin }), await sendOffer({ robin })];
      assert.equal((await robin('contracts.withdraw', { contractId: one }, KEY)).body.id, one);
      assert.equal((await robin('contracts.withdraw', { contractId: two }, KEY)).body.id, two);
    });

    it('is not spent by a call that was refused', async (t) => {
      const { robin } = await open(t);
      const small = [{ title: 'Little', amount: usd(1) }];
      assert.equal((await robin('contracts.create', { ...DRAFT, milestones: small }, KEY)).code, 'MIN_MILESTONE');
      assert.equal((await robin('contracts.create', DRAFT, KEY)).status, 201);
    });

    it('is asked for wherever money moves', async (t) => {
      const people = await open(t);
      const contractId = await activate(people);
      const milestoneId = await firstMilestone(people, contractId);
      const wish = { contractId, milestoneId, amount: usd(500_00), consentToken: 'cns_none_none_none_none' };
      for (const key of ['', 'short', 'x'.repeat(256)]) {
        const { status, code } = await people.kim('milestones.approve', wish, { 'idempotency-key': key });
        assert.deepEqual([status, code], [400, 'IDEMPOTENCY_KEY_REQUIRED']);
      }
    });

    it('has one effect when ten send it at once', async (t) => {
      const { app, robin, kim } = await open(t);
      const contractId = await activate({ robin, kim });
      const milestoneId = await firstMilestone({ robin }, contractId);
      const shown = { milestoneId, amount: usd(500_00) };
      const { body } = await kim('previews.create', { contractId, command: 'milestones.approve', ...shown });
      const wish = { contractId, ...shown, consentToken: body.consentToken };
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => kim('milestones.approve', wish, KEY)));
      const good = outcomes.filter(({ status }) => status === 200);
      assert.ok(good.length >= 1);
      for (const { status, code } of outcomes) assert.ok(status === 200 || code === 'IDEMPOTENCY_RUNNING', code);
      assert.equal(good.filter(({ headers }) => headers.get('idempotent-replayed') === null).length, 1);
      assert.equal(new Set(good.map((answer) => JSON.stringify(answer.body))).size, 1);
      assert.equal((await kim('contracts.retrieve', { contractId })).body.figures.paid.amount, 500_00);
      assert.deepEqual(await app.audit(), []);
    });

    it('leads to the same charge when funding is sent ten times at once', async (t) => {
      const { app, robin, kim } = await open(t);
      const contractId = await sendOffer({ robin });
      const { terms } = (await kim('contracts.retrieve', { contractId })).body;
      await kim('contracts.accept', { contractId, termsHash: terms.hash, signature: 'Kim Arden' });
      const { body } = await kim('previews.create', { contractId, command: 'contracts.fund', scope: 'next' });
      const wish = {
        contractId,
        scope: 'next',
        paymentMethod: 'pm_sim_success_visa',
        consentToken: body.consentToken,
      } as const;
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => kim('contracts.fund', wish, KEY)));
      const charges = outcomes.filter(({ status }) => status === 200).map((answer) => answer.body.charge.id);
      assert.equal(new Set(charges).size, 1);
      const { figures } = (await kim('contracts.retrieve', { contractId })).body;
      assert.equal(figures.escrow.amount, 500_00);
      assert.deepEqual(await app.audit(), []);
    });
  });
}
