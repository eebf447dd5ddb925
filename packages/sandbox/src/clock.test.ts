import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox } from './index.ts';
import { people } from './testing/people.ts';

const NOW = '2026-11-23T14:20:00.000Z';

describe('the clock of a sandbox', () => {
  it('stands still until it is turned', async () => {
    const sandbox = await createSandbox({ now: NOW });
    await sandbox.create('active');
    assert.equal(sandbox.now, NOW);
    await sandbox.advance({ days: 1, hours: 2, minutes: 3 });
    assert.equal(sandbox.now, '2026-11-24T16:23:00.000Z');
    await sandbox.close();
  });

  it('pays an unanswered request after fourteen days, at that very moment', async () => {
    const sandbox = await createSandbox({ now: NOW });
    const id = await sandbox.create('payment-requested');
    const { freelancer } = await people(sandbox);
    await sandbox.advance({ days: 13, hours: 23, minutes: 59 });
    assert.equal((await freelancer.contracts.retrieve(id)).status, 'active');
    await sandbox.advance({ days: 6 });
    const contract = await freelancer.contracts.retrieve(id);
    assert.equal(contract.status, 'completed');
    assert.deepEqual(contract.figures.paid, { amount: 50_000, currency: 'USD' });
    assert.equal(contract.milestones[0]?.paidAt, '2026-12-07T14:20:00.000Z');
    await sandbox.close();
  });

  it('reminds the client three days and one day before, each at its own time', async () => {
    const sandbox = await createSandbox({ now: NOW });
    await sandbox.create('payment-requested');
    const before = sandbox.mails.length;
    await sandbox.advance({ days: 13, hours: 23 });
    const reminders = sandbox.mails.slice(before);
    assert.deepEqual(
      reminders.map(({ to, at }) => `${to} ${at}`),
      ['kim@arden.example 2026-12-04T14:20:00.000Z', 'kim@arden.example 2026-12-06T14:20:00.000Z'],
    );
    await sandbox.close();
  });

  it('follows a policy of one’s own', async () => {
    const sandbox = await createSandbox({ now: NOW, policy: { reviewDays: 3, fees: { freelancerBps: 1000 } } });
    const id = await sandbox.create('payment-requested');
    const { freelancer } = await people(sandbox);
    await sandbox.advance({ days: 3 });
    const { figures } = await freelancer.contracts.retrieve(id);
    assert.deepEqual(figures.received, { amount: 45_000, currency: 'USD' });
    await sandbox.close();
  });

  it('does not go back', async () => {
    const sandbox = await createSandbox({ now: NOW });
    await assert.rejects(sandbox.advance({ days: -1 }), RangeError);
    await assert.rejects(sandbox.advance({ hours: Number.NaN }), RangeError);
    assert.equal(sandbox.now, NOW);
    await sandbox.close();
  });

  it('leaves everybody signed in, however far it is turned', async () => {
    const sandbox = await createSandbox({ now: NOW });
    const { client } = await people(sandbox);
    await sandbox.advance({ days: 400 });
    assert.equal((await client.sessions.retrieve()).role, 'client');
    await sandbox.close();
  });
});
