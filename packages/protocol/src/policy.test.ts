import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fits } from './fits.ts';
import { DEFAULT_POLICY, Policy, smallestMilestone } from './policy.ts';

describe('the policy', () => {
  it('asks for five whole units of a currency at least, unless the operator says otherwise', () => {
    const smallest = (currency: string) => smallestMilestone(DEFAULT_POLICY, currency).amount;
    assert.deepEqual(['USD', 'EUR', 'JPY', 'KWD'].map(smallest), [500, 500, 5, 5000]);
    const lenient = { ...DEFAULT_POLICY, minMilestoneMinor: { USD: 100, JPY: 1000 } };
    assert.deepEqual(smallestMilestone(lenient, 'USD'), { amount: 100, currency: 'USD' });
    assert.deepEqual(smallestMilestone(lenient, 'JPY'), { amount: 1000, currency: 'JPY' });
  });

  it('pays after 14 days, gives back after 7, and takes nothing, by default', () => {
    const { reviewDays, escrowRefundReplyDays, invitationTtlDays, fundingTtlDays, fees } = DEFAULT_POLICY;
    assert.deepEqual([reviewDays, escrowRefundReplyDays, invitationTtlDays, fundingTtlDays], [14, 7, 30, 14]);
    assert.deepEqual([fees.freelancerBps, fees.clientBps, fees.initiationMinor], [0, 0, 0]);
    assert.ok(fits(Policy, DEFAULT_POLICY));
  });
});
