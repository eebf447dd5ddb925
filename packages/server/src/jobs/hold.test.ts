import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../testing/app.ts';
import { must } from '../testing/ask.ts';
import { activate, both, firstMilestone } from '../testing/offer.ts';

describe('Released money', () => {
  it('is paid out when the security hold is over, and not before', async (t) => {
    const app = await testApp({ policy: { securityHoldDays: 5 } });
    t.after(() => app.close());
    const { robin, kim } = await both(app);
    const contractId = await activate({ robin, kim });
    const command = {
      contractId,
      milestoneId: await firstMilestone({ robin }, contractId),
      amount: { amount: 500_00, currency: 'USD' },
    };
    const { consentToken } = must(await kim('previews.create', { ...command, command: 'milestones.approve' }));
    must(await kim('milestones.approve', { ...command, consentToken }));
    const paidOut = async () => {
      const orders = await app.store.read((q) =>
        q.db.selectFrom('payment_orders').select(['kind', 'status']).execute(),
      );
      return orders.map(({ kind, status }) => `${kind} ${status}`);
    };
    await app.advance(5 * 24 - 1);
    assert.deepEqual(await paidOut(), ['transfer open']);
    await app.advance(1);
    assert.deepEqual(await paidOut(), ['transfer done']);
    assert.deepEqual(await app.audit(), []);
  });
});
