import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../testing/app.ts';
import { asking, bearer, must } from '../testing/ask.ts';
import { both, DRAFT, sendOffer } from '../testing/offer.ts';

async function open(t: TestContext) {
  const app = await testApp();
  t.after(() => app.close());
  return { app, ...(await both(app)) };
}

/** Everything that is written in any table, as one text. */
async function everything({ store }: Awaited<ReturnType<typeof testApp>>): Promise<string> {
  const tables = ['contracts', 'milestones', 'contract_words', 'events', 'mails', 'idempotency_keys', 'jobs'] as const;
  const rows = await store.read((q) =>
    Promise.all(tables.map((table) => q.db.selectFrom(table).selectAll().execute())),
  );
  return JSON.stringify(rows).toLowerCase();
}

describe('A draft that is thrown away', () => {
  it('leaves no word of it, nor of the client, in any table', async (t) => {
    const { app, robin } = await open(t);
    const draft = { ...DRAFT, client: { email: 'ines@quiet.example', name: 'Ines Quiet' }, title: 'Whisperings' };
    const { id: contractId, version } = must(await robin('contracts.create', draft));
    must(await robin('contracts.update', { contractId, ...draft }, { 'if-match': `"${version}"` }));
    assert.match(await everything(app), /ines quiet/);
    must(await robin('contracts.discard', { contractId }));
    assert.doesNotMatch(await everything(app), /ines|quiet|whisper/);
  });

  it('leaves nothing of the stranger who asked for it from a public page', async (t) => {
    const { app, robin } = await open(t);
    const { title, description, currency, milestones } = DRAFT;
    const client = { email: 'ines@quiet.example', name: 'Ines Quiet' };
    const visitor = asking(app, bearer(app.first.publishableKey));
    const wish = { client, title, description, currency, milestones };
    const { id: contractId } = must(await visitor('contractRequests.create', wish));
    await app.app.runDueJobs();
    must(await robin('contracts.discard', { contractId }));
    assert.doesNotMatch(await everything(app), /ines|quiet/);
  });

  it('is not written a second time by whoever repeats its making', async (t) => {
    const { robin } = await open(t);
    const key = { 'idempotency-key': 'the-key-of-one-intent' };
    const { id: contractId } = must(await robin('contracts.create', DRAFT, key));
    must(await robin('contracts.discard', { contractId }));
    assert.equal((await robin('contracts.create', DRAFT, key)).code, 'NOT_FOUND');
    assert.deepEqual(must(await robin('contracts.list', {})).data, []);
  });

  it('stays, when it was changed since it was read', async (t) => {
    const { robin } = await open(t);
    const { id: contractId, version } = must(await robin('contracts.create', DRAFT));
    const read = { 'if-match': `"${version}"` };
    must(await robin('contracts.update', { contractId, ...DRAFT, title: 'Rewritten' }, read));
    assert.equal((await robin('contracts.discard', { contractId }, read)).code, 'VERSION_CONFLICT');
    assert.equal(must(await robin('contracts.retrieve', { contractId })).title, 'Rewritten');
  });
});

describe('The outbox', () => {
  it('forgets a code after a day, and every mail a month after it left', async (t) => {
    const { app, robin } = await open(t);
    must(await asking(app)('sessions.requestCode', { email: 'robin@vale.example' }));
    await sendOffer({ robin });
    await app.advance(0);
    const kept = async () => (await app.mails()).map(({ template }) => template);
    assert.deepEqual(await kept(), ['sign_in_code', 'contract_offered']);
    await app.advance(26);
    assert.deepEqual(await kept(), ['contract_offered']);
    await app.advance(29 * 24);
    assert.ok(!(await kept()).includes('contract_offered'));
  });
});
