import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contract } from '@handsel/protocol';
import { sampleAction, sampleContract, sampleMilestone } from '../foundation/testing/contract.ts';
import { panelOf, payable, permission, stillOpen } from './panel.ts';

const active = (rest: Partial<Contract> = {}) =>
  sampleContract({
    status: 'active',
    milestones: [sampleMilestone(1, 120_000, 'active'), sampleMilestone(2, 180_000)],
    actions: [sampleAction('milestones.approve', { milestoneId: 'ms_1' }), sampleAction('contracts.endByClient')],
    ...rest,
  });

describe('what the client is asked to decide', () => {
  it('is to sign while the offer is open', () => {
    assert.equal(panelOf(sampleContract()), 'sign');
  });

  it('is to pay once both have signed', () => {
    assert.equal(panelOf(sampleContract({ status: 'pending_funding' })), 'fund');
  });

  it('is nothing while a payment is being checked', () => {
    assert.equal(panelOf(sampleContract({ status: 'pending_funding', chargePending: true })), 'charge');
  });

  it('is nothing while the freelancer works', () => {
    assert.equal(panelOf(active()), 'still');
  });

  it('is to approve when payment is asked for', () => {
    assert.equal(panelOf(active({ milestones: [sampleMilestone(1, 120_000, 'submitted')] })), 'approve');
  });

  it('is the proposed change when the freelancer proposes one', () => {
    const milestoneChange = {
      id: 'mcr_1' as const,
      by: 'freelancer' as const,
      items: [],
      note: '',
      state: 'open' as const,
      createdAt: '2026-11-23T14:20:00.000Z',
      decidedAt: null,
    };
    assert.equal(panelOf(active({ milestoneChange })), 'change');
    assert.equal(panelOf(active({ milestoneChange: { ...milestoneChange, by: 'client' } })), 'still');
  });

  it('is to fund the next milestone when the backend says that this is next', () => {
    const next = { by: 'client' as const, action: 'contracts.fund', milestoneId: 'ms_2' as const, until: null };
    const milestones = [sampleMilestone(1, 120_000, 'paid'), sampleMilestone(2, 180_000)];
    assert.equal(panelOf(active({ milestones, next, actions: [sampleAction('contracts.fund')] })), 'fund');
    assert.equal(panelOf(active({ milestones, next, actions: [] })), 'still');
  });

  it('is nothing for the freelancer, who only looks', () => {
    assert.equal(panelOf(sampleContract({ viewer: 'freelancer' })), 'still');
  });

  for (const status of [
    'completed',
    'cancelled',
    'declined',
    'withdrawn',
    'expired',
    'in_dispute',
    'ending',
  ] as const) {
    it(`is nothing when the contract is ${status}`, () => {
      assert.equal(panelOf(sampleContract({ status })), 'still');
    });
  }
});

describe('what may be opened', () => {
  it('is only what the backend allows', () => {
    assert.equal(permission(active(), 'contracts.endByClient'), 'here');
    assert.equal(permission(active(), 'contracts.fund'), 'no');
    const hosted = active({ actions: [sampleAction('contracts.endByClient', { hosted: true, allowed: false })] });
    assert.equal(permission(hosted, 'contracts.endByClient'), 'hosted');
  });

  it('closes when the contract has moved on meanwhile', () => {
    assert.equal(stillOpen('decline', sampleContract({ actions: [sampleAction('contracts.decline')] })), true);
    assert.equal(stillOpen('decline', active()), false);
    assert.equal(stillOpen('approve', active()), true);
    assert.equal(stillOpen('approve', active({ actions: [] })), false);
  });

  it('releases for the milestone that was asked for, else for the one that holds money', () => {
    const asked = [sampleMilestone(1, 100, 'active'), sampleMilestone(2, 100, 'submitted')];
    assert.equal(payable(active({ milestones: asked }))?.id, 'ms_2');
    assert.equal(payable(active())?.id, 'ms_1');
    assert.equal(payable(active({ actions: [] })), undefined);
  });
});
