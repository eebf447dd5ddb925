import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleAction, sampleContract, sampleMilestone } from '../foundation/testing/contract.ts';
import { endsWith, faultsOf, previewDraft, UNTYPED } from './typed.ts';

const asked = sampleContract({
  status: 'active',
  milestones: [sampleMilestone(1, 120_000, 'submitted'), sampleMilestone(2, 180_000)],
  actions: [sampleAction('milestones.approve', { milestoneId: 'ms_1' })],
});
const last = sampleContract({
  ...asked,
  milestones: [sampleMilestone(1, 120_000, 'paid'), sampleMilestone(2, 180_000, 'submitted')],
});

describe('what the client types', () => {
  it('reads amounts the way the reader writes them', () => {
    const less = (text: string, locale: string) => {
      const typed = { ...UNTYPED, release: 'less' as const, less: text, lessReason: 'One page is missing.' };
      const draft = previewDraft('approve', typed, asked, locale);
      return draft?.command === 'milestones.approve' ? draft.amount.amount : undefined;
    };
    assert.equal(less('1,034.50', 'en'), 103_450);
    assert.equal(less('1.034,50', 'de'), 103_450);
    assert.equal(less('much', 'en'), undefined);
  });

  it('needs a name to sign', () => {
    assert.deepEqual(faultsOf('sign', UNTYPED, asked, 'en'), { signature: { kind: 'missing' } });
    assert.deepEqual(faultsOf('sign', { ...UNTYPED, signature: 'Kim Arden' }, asked, 'en'), {});
  });

  it('needs to be told what should be different', () => {
    assert.deepEqual(faultsOf('changes', { ...UNTYPED, note: '  ' }, asked, 'en'), { note: { kind: 'missing' } });
    assert.deepEqual(faultsOf('changes', { ...UNTYPED, note: 'x'.repeat(2_001) }, asked, 'en'), {
      note: { kind: 'too_long' },
    });
  });

  it('names everything that is wrong with less than all, at once', () => {
    assert.deepEqual(faultsOf('approve', { ...UNTYPED, release: 'less', less: '1,200.00' }, asked, 'en'), {
      less: { kind: 'not_less' },
      lessReason: { kind: 'missing' },
    });
    const more = { ...UNTYPED, release: 'less' as const, less: '1,200.01', lessReason: 'One page is missing.' };
    assert.deepEqual(faultsOf('approve', more, asked, 'en'), { less: { kind: 'too_much' } });
    assert.deepEqual(faultsOf('approve', { ...more, less: '0' }, asked, 'en'), { less: { kind: 'nothing' } });
  });

  it('needs a reason and a share to end a contract that holds money', () => {
    assert.deepEqual(faultsOf('end', UNTYPED, asked, 'en'), {
      endReason: { kind: 'missing' },
      pay: { kind: 'missing' },
    });
  });
});

describe('which figures are asked for', () => {
  it('approves all that is held, and goes on when there is more', () => {
    assert.deepEqual(previewDraft('approve', UNTYPED, asked, 'en'), {
      command: 'milestones.approve',
      milestoneId: 'ms_1',
      amount: { amount: 120_000, currency: 'USD' },
      end: false,
    });
  });

  it('completes the contract with its last milestone, unless it is to stay open', () => {
    assert.equal(endsWith(UNTYPED, last, sampleMilestone(2, 180_000, 'submitted')), true);
    assert.equal(endsWith({ ...UNTYPED, after: 'open' }, last, sampleMilestone(2, 180_000, 'submitted')), false);
  });

  it('asks for none while something is wrong', () => {
    assert.equal(previewDraft('approve', { ...UNTYPED, release: 'less', less: 'x' }, asked, 'en'), undefined);
    assert.equal(previewDraft('end', UNTYPED, asked, 'en'), undefined);
  });

  it('pays all, a part or nothing at the end', () => {
    const pay = (typed: object) => {
      const draft = previewDraft('end', { ...UNTYPED, endReason: 'Over.', ...typed }, asked, 'en');
      return draft?.command === 'contracts.endByClient' ? draft.pay.amount : undefined;
    };
    assert.equal(pay({ pay: 'all' }), 120_000);
    assert.equal(pay({ pay: 'part', part: '200' }), 20_000);
    assert.equal(pay({ pay: 'none' }), 0);
  });
});
