import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox, STATE_NAMES, type StateName } from './index.ts';
import { codeOf, people } from './testing/people.ts';

/** Contract, milestones, whose turn it is and for what, held and paid: as both sides read it. */
const EXPECTED: Readonly<Record<StateName, string>> = {
  draft: 'draft | planned | freelancer contracts.send | 0 0',
  request: 'draft |  | freelancer contracts.send | 0 0',
  sent: 'pending_acceptance | planned | client contracts.accept | 0 0',
  signed: 'pending_funding | planned | client contracts.fund | 0 0',
  active: 'active | active | freelancer paymentRequests.create | 50000 0',
  'payment-requested': 'active | submitted | client milestones.approve | 50000 0',
  'changes-requested': 'active | changes_requested | freelancer paymentRequests.create | 50000 0',
  'two-milestones': 'active | active planned | freelancer paymentRequests.create | 80000 0',
  'all-funded': 'active | active planned | freelancer paymentRequests.create | 200000 0',
  'partly-paid': 'active | paid planned | client contracts.fund | 0 80000',
  'change-proposed': 'active | active planned | freelancer paymentRequests.create | 80000 0 | change by freelancer',
  completed: 'completed | paid | nobody null | 0 50000',
  declined: 'declined | planned | nobody null | 0 0',
  withdrawn: 'withdrawn | planned | nobody null | 0 0',
  cancelled: 'cancelled | planned | nobody null | 0 0',
  expired: 'expired | planned | nobody null | 0 0',
  ending: 'ending | active | freelancer escrowRefunds.approve | 50000 0',
  disputed: 'in_dispute | in_dispute | nobody null | 50000 0',
  paused: 'paused | active | nobody null | 50000 0',
};

describe('a contract brought into a state', () => {
  for (const name of STATE_NAMES) {
    it(`is ${name} for both sides`, async () => {
      const sandbox = await createSandbox();
      const { freelancer, client } = await people(sandbox);
      const id = await sandbox.create(name);
      const contract = await freelancer.contracts.retrieve(id);
      const { status, milestones, milestoneChange, next, figures } = contract;
      const states = milestones.map(({ state }) => state).join(' ');
      const { escrow, paid } = figures;
      const change = milestoneChange ? ` | change by ${milestoneChange.by}` : '';
      const said = `${status} | ${states} | ${next.by} ${String(next.action)} | ${escrow.amount} ${paid.amount}${change}`;
      assert.equal(said, EXPECTED[name]);
      if (status === 'draft') assert.equal(await codeOf(client.contracts.retrieve(id)), 'NOT_FOUND');
      else assert.deepEqual((await client.contracts.retrieve(id)).next, next);
      await sandbox.close();
    });
  }

  it('turns no clock, but for an offer that has to expire', async () => {
    const turned = [];
    const sandbox = await createSandbox();
    for (const name of STATE_NAMES) {
      const { now } = sandbox;
      await sandbox.create(name);
      if (sandbox.now !== now) turned.push(name);
    }
    assert.deepEqual(turned, ['expired']);
    assert.equal(sandbox.now, '2026-11-24T00:00:00.000Z');
    await sandbox.close();
  });

  it('is not disturbed by what the test has planned for its own requests', async () => {
    const sandbox = await createSandbox();
    const { freelancer } = await people(sandbox);
    sandbox.failNext({ code: 'RATE_LIMITED', times: 1, retryAfter: 60 });
    const id = await sandbox.create('completed');
    assert.equal(await codeOf(freelancer.contracts.retrieve(id)), 'RATE_LIMITED');
    await sandbox.close();
  });
});
