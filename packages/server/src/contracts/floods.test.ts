import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../testing/app.ts';
import { must } from '../testing/ask.ts';
import { activate, both, DRAFT, firstMilestone, sendOffer } from '../testing/offer.ts';

async function open(t: TestContext) {
  const app = await testApp();
  t.after(() => app.close());
  return { app, ...(await both(app)) };
}

/** How often a press works before it comes too often, and when it works again. */
async function until429(press: () => Promise<{ readonly status: number; readonly code: string }>): Promise<number> {
  for (let times = 0; times < 500; times++) {
    const { status, code } = await press();
    if (status === 429) return times;
    assert.ok(status < 300, code);
  }
  return Infinity;
}

describe('The other side is not flooded with mails', () => {
  it('by revising an offer again and again', async (t) => {
    const { app, robin } = await open(t);
    const contractId = await sendOffer({ robin });
    const revise = async () => {
      const { version } = must(await robin('contracts.retrieve', { contractId }));
      const revision = { contractId, draft: DRAFT, signature: 'Robin Vale' };
      return robin('contracts.revise', revision, { 'if-match': `"${version}"` });
    };
    assert.equal(await until429(revise), 20);
    await app.advance(24);
    const { robin: later } = await both(app);
    const { version } = must(await later('contracts.retrieve', { contractId }));
    const revision = { contractId, draft: DRAFT, signature: 'Robin Vale' };
    must(await later('contracts.revise', revision, { 'if-match': `"${version}"` }));
  });

  it('by asking for payment and taking it back', async (t) => {
    const { robin, kim } = await open(t);
    const contractId = await activate({ robin, kim });
    const milestoneId = await firstMilestone({ robin }, contractId);
    const ask = async () => {
      const asked = await robin('paymentRequests.create', { contractId, milestoneId });
      if (asked.status >= 300) return asked;
      return robin('paymentRequests.withdraw', { contractId, paymentRequestId: asked.body.id });
    };
    assert.equal(await until429(ask), 100);
  });

  it('by proposing changes and taking them back, and does not lose its own say by it', async (t) => {
    const { robin, kim } = await open(t);
    const contractId = await activate({ robin, kim });
    const milestoneId = await firstMilestone({ robin }, contractId);
    const items = [{ op: 'edit', milestoneId, title: 'More of it' } as const];
    const propose = async (who: typeof robin) => {
      const proposed = await who('milestoneChanges.create', { contractId, items });
      const change = proposed.status < 300 ? proposed.body.milestoneChange : null;
      return change ? who('milestoneChanges.withdraw', { contractId, milestoneChangeId: change.id }) : proposed;
    };
    assert.equal(await until429(() => propose(robin)), 100);
    assert.equal((await propose(kim)).status, 200);
  });
});
