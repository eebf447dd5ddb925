import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contract, PaymentRequest } from '@handsel/protocol';
import { sampleAction, sampleContract, sampleMilestone } from '../foundation/testing/contract.ts';
import { standingOf } from './standing.ts';

const working = (rest: Partial<Contract> = {}) =>
  sampleContract({
    viewer: 'freelancer',
    status: 'active',
    milestones: [sampleMilestone(1, 120_000, 'active'), sampleMilestone(2, 180_000)],
    ...rest,
  });

const request: PaymentRequest = {
  id: 'prq_1',
  milestoneId: 'ms_1',
  amount: { amount: 120_000, currency: 'USD' },
  net: { amount: 120_000, currency: 'USD' },
  note: '',
  state: 'sent',
  sentAt: '2026-11-23T14:20:00.000Z',
  emailedAt: null,
  viewedAt: null,
  decideBy: '2026-12-07T14:20:00.000Z',
  decidedAt: null,
  answer: null,
};

describe('whether payment can be asked for', () => {
  it('is ready for the milestone the backend allows', () => {
    const standing = standingOf(
      working({ actions: [sampleAction('paymentRequests.create', { milestoneId: 'ms_1' })] }),
    );
    assert.equal(standing.kind, 'ready');
    assert.equal(standing.milestone?.id, 'ms_1');
  });

  it('is not ready for another milestone than the allowed one', () => {
    const actions = [sampleAction('paymentRequests.create', { milestoneId: 'ms_1' })];
    const standing = standingOf(working({ actions }), 'ms_2');
    assert.deepEqual([standing.kind, standing.kind === 'refused' && standing.reason], ['refused', 'NOT_FUNDED']);
  });

  it('gives the reason of the backend', () => {
    const actions = [sampleAction('paymentRequests.create', { allowed: false, reason: 'CHARGE_PENDING' })];
    const standing = standingOf(working({ actions }));
    assert.deepEqual([standing.kind, standing.kind === 'refused' && standing.reason], ['refused', 'CHARGE_PENDING']);
  });

  it('says that it was asked, and until when', () => {
    const milestones = [sampleMilestone(1, 120_000, 'submitted')];
    const standing = standingOf(working({ milestones, paymentRequest: request }));
    assert.equal(standing.kind === 'asked' && standing.request.decideBy, '2026-12-07T14:20:00.000Z');
  });

  it('says that it is paid, whatever else is possible', () => {
    const standing = standingOf(working({ status: 'completed', milestones: [sampleMilestone(1, 120_000, 'paid')] }));
    assert.equal(standing.kind, 'paid');
  });

  it('is never for the client', () => {
    const standing = standingOf(working({ viewer: 'client', actions: [] }));
    assert.deepEqual([standing.kind, standing.kind === 'refused' && standing.reason], ['refused', 'WRONG_ROLE']);
  });

  for (const status of ['draft', 'pending_acceptance', 'pending_funding'] as const) {
    it(`waits while the contract is ${status}`, () => {
      const standing = standingOf(sampleContract({ viewer: 'freelancer', status }));
      assert.deepEqual([standing.kind, standing.kind === 'refused' && standing.reason], ['refused', 'NOT_ACTIVE']);
    });
  }
});
