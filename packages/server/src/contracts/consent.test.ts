import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../testing/app.ts';
import { asking, bearer } from '../testing/ask.ts';
import { activate, both, firstMilestone } from '../testing/offer.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

async function open(t: TestContext) {
  const app = await testApp();
  t.after(async () => {
    assert.deepEqual(await app.audit(), []);
    await app.close();
  });
  const people = await both(app);
  const contractId = await activate(people);
  const milestoneId = await firstMilestone(people, contractId);
  const { kim } = people;
  const shown = async (amount: number, more: { underpaymentReason?: string; end?: boolean } = {}) => {
    const draft = { command: 'milestones.approve', milestoneId, amount: usd(amount), ...more } as const;
    const { body } = await kim('previews.create', { contractId, ...draft });
    return body.consentToken;
  };
  const approve = (consentToken: string, amount: number, more: { underpaymentReason?: string; end?: boolean } = {}) =>
    kim('milestones.approve', { contractId, milestoneId, amount: usd(amount), consentToken, ...more });
  const paid = async () => (await kim('contracts.retrieve', { contractId })).body.figures.paid.amount;
  return { app, ...people, contractId, milestoneId, shown, approve, paid };
}

describe('A consent', () => {
  it('lets what was shown happen, once', async (t) => {
    const { shown, approve, paid } = await open(t);
    const token = await shown(500_00);
    assert.equal((await approve(token, 500_00)).status, 200);
    assert.equal(await paid(), 500_00);
    assert.equal((await approve(token, 500_00)).code, 'CONSENT_REQUIRED');
    assert.equal(await paid(), 500_00);
  });

  it('is for exactly the amount, the reason and the ending that were shown', async (t) => {
    const { shown, approve, paid } = await open(t);
    const less = { underpaymentReason: 'Less was done.' };
    const token = await shown(300_00, less);
    for (const [amount, more] of [
      [300_01, less],
      [500_00, {}],
      [300_00, { underpaymentReason: 'Because.' }],
      [300_00, { ...less, end: true }],
    ] as const) {
      assert.equal((await approve(token, amount, more)).code, 'CONSENT_STALE');
    }
    assert.equal(await paid(), 0);
    // A refusal has used nothing up: what was shown may still happen.
    assert.equal((await approve(token, 300_00, less)).status, 200);
  });

  it('is stale as soon as anything about the contract changed', async (t) => {
    const { robin, contractId, milestoneId, shown, approve, paid } = await open(t);
    const token = await shown(500_00);
    await robin('paymentRequests.create', { contractId, milestoneId });
    assert.equal((await approve(token, 500_00)).code, 'CONSENT_STALE');
    assert.equal(await paid(), 0);
    assert.equal((await approve(await shown(500_00), 500_00)).status, 200);
  });

  it('is over after five minutes', async (t) => {
    const { app, shown, approve, paid } = await open(t);
    const token = await shown(500_00);
    await app.advance(5 / 60);
    assert.equal((await approve(token, 500_00)).code, 'CONSENT_STALE');
    assert.equal(await paid(), 0);
    const fresh = await shown(500_00);
    await app.advance(5 / 60 - 1 / 3600);
    assert.equal((await approve(fresh, 500_00)).status, 200);
  });

  it('is for one command', async (t) => {
    const { kim, contractId, shown } = await open(t);
    const consentToken = await shown(500_00);
    const wish = { contractId, reason: 'Enough.', pay: usd(500_00), consentToken };
    assert.equal((await kim('contracts.endByClient', wish)).code, 'CONSENT_REQUIRED');
  });

  it('is for one person and one contract', async (t) => {
    const { app, robin, kim, contractId, milestoneId, approve } = await open(t);
    const robins = await robin('previews.create', { contractId, command: 'contracts.endByFreelancer' });
    assert.equal((await approve(robins.body.consentToken, 500_00)).code, 'CONSENT_REQUIRED');
    const second = await activate({ robin, kim });
    const others = await firstMilestone({ robin }, second);
    const draft = { command: 'milestones.approve', milestoneId: others, amount: usd(500_00) } as const;
    const { body } = await kim('previews.create', { contractId: second, ...draft });
    assert.equal((await approve(body.consentToken, 500_00)).code, 'CONSENT_REQUIRED');
    const stranger = asking(app, bearer(await app.sessionFor('client', 'ada@yew.example')));
    const wish = { contractId, milestoneId, amount: usd(500_00), consentToken: body.consentToken };
    assert.equal((await stranger('milestones.approve', wish)).code, 'NOT_FOUND');
  });

  it('that nobody gave lets nothing happen', async (t) => {
    const { approve, paid } = await open(t);
    assert.equal((await approve('cns_made_up_made_up_made_up', 500_00)).code, 'CONSENT_REQUIRED');
    assert.equal(await paid(), 0);
  });

  it('pays once when it is sent ten times at once under ten keys', async (t) => {
    const { shown, approve, paid } = await open(t);
    const token = await shown(500_00);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => approve(token, 500_00)));
    assert.equal(outcomes.filter(({ status }) => status === 200).length, 1);
    assert.equal(await paid(), 500_00);
  });

  it('shows the currency of the contract, and no other', async (t) => {
    const { kim, contractId, milestoneId } = await open(t);
    const amount = { amount: 500_00, currency: 'EUR' };
    const draft = { command: 'milestones.approve', milestoneId, amount } as const;
    const { code } = await kim('previews.create', { contractId, ...draft });
    assert.equal(code, 'VALIDATION');
  });
});
