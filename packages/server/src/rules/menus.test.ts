import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Role } from '@handsel/protocol';
import { actionsFor } from './actions.ts';
import { currentMilestoneId } from './milestones.ts';
import { nextStep } from './next.ts';
import { type StageName, stageOf } from './testing/stages.ts';

/** A menu as it reads: `name` for what can be done, `name (REASON)` for what cannot. */
function menu(stage: StageName, role: Role): string[] {
  const play = stageOf(stage);
  return actionsFor(play.contract, role, play.now).map(({ name, allowed, reason }) =>
    allowed ? name : `${name} (${reason})`,
  );
}

const MENUS: Readonly<Partial<Record<StageName, Readonly<Record<Role, readonly string[]>>>>> = {
  'a draft': { freelancer: ['contracts.send', 'contracts.update', 'contracts.discard'], client: [] },
  'an offer': {
    freelancer: ['contracts.revise', 'contracts.resend', 'contracts.withdraw', 'paymentRequests.create (NOT_ACTIVE)'],
    client: ['contracts.accept', 'contracts.decline'],
  },
  'signed, not funded': {
    freelancer: ['contracts.cancel', 'paymentRequests.create (NOT_FUNDED)'],
    client: ['contracts.fund', 'contracts.cancel'],
  },
  'signed, with a charge being checked': {
    freelancer: ['contracts.cancel (CHARGE_PENDING)', 'paymentRequests.create (NOT_FUNDED)'],
    client: ['contracts.fund (CHARGE_PENDING)', 'contracts.cancel (CHARGE_PENDING)'],
  },
  'at work': {
    freelancer: ['paymentRequests.create', 'milestoneChanges.create', 'contracts.endByFreelancer'],
    client: [
      'milestones.approve',
      'paymentRequests.requestChanges (NOT_REQUESTED)',
      'contracts.fund (WRONG_STATE)',
      'milestoneChanges.create',
      'contracts.endByClient',
    ],
  },
  'payment asked for': {
    freelancer: [
      'paymentRequests.create (ALREADY_REQUESTED)',
      'paymentRequests.withdraw',
      'milestoneChanges.create',
      'contracts.endByFreelancer',
    ],
    client: [
      'milestones.approve',
      'paymentRequests.requestChanges',
      'contracts.fund (IN_REVIEW)',
      'milestoneChanges.create',
      'contracts.endByClient',
    ],
  },
  'between two steps': {
    freelancer: ['paymentRequests.create (NOT_FUNDED)', 'milestoneChanges.create', 'contracts.endByFreelancer'],
    client: [
      'milestones.approve (NOT_FUNDED)',
      'paymentRequests.requestChanges (NOT_FUNDED)',
      'contracts.fund',
      'milestoneChanges.create',
      'contracts.endByClient',
    ],
  },
  'all paid, and kept open': {
    freelancer: ['paymentRequests.create (NOT_FUNDED)', 'milestoneChanges.create', 'contracts.endByFreelancer'],
    client: [
      'milestones.approve (NOT_FUNDED)',
      'paymentRequests.requestChanges (NOT_REQUESTED)',
      'contracts.fund (NOTHING_TO_FUND)',
      'milestoneChanges.create',
      'contracts.endByClient',
    ],
  },
  'a change proposed by the freelancer': {
    freelancer: [
      'paymentRequests.create',
      'milestoneChanges.create (CHANGE_OPEN)',
      'milestoneChanges.withdraw',
      'contracts.endByFreelancer',
    ],
    client: [
      'milestones.approve',
      'paymentRequests.requestChanges (NOT_REQUESTED)',
      'contracts.fund (WRONG_STATE)',
      'milestoneChanges.create (CHANGE_OPEN)',
      'milestoneChanges.accept',
      'milestoneChanges.reject',
      'contracts.endByClient',
    ],
  },
  'paused, with payment asked for': {
    freelancer: [
      'paymentRequests.create (PAUSED)',
      'paymentRequests.withdraw',
      'milestoneChanges.create (PAUSED)',
      'contracts.endByFreelancer',
    ],
    client: [
      'milestones.approve',
      'paymentRequests.requestChanges',
      'contracts.fund (PAUSED)',
      'milestoneChanges.create (PAUSED)',
      'contracts.endByClient',
    ],
  },
  ending: {
    freelancer: ['escrowRefunds.approve', 'disputes.open', 'paymentRequests.create (WRONG_STATE)'],
    client: [],
  },
  'ending, and the days to answer are over': {
    freelancer: ['escrowRefunds.approve', 'disputes.open (WRONG_STATE)', 'paymentRequests.create (WRONG_STATE)'],
    client: [],
  },
  'in dispute': { freelancer: ['paymentRequests.create (DISPUTE_OPEN)'], client: [] },
  completed: { freelancer: [], client: [] },
  declined: { freelancer: [], client: [] },
};

describe('the menu', () => {
  for (const [stage, sides] of Object.entries(MENUS) as [StageName, Record<Role, string[]>][]) {
    it(`shows each side of a contract what it may do and why not: ${stage}`, () => {
      assert.deepEqual(menu(stage, 'freelancer'), sides.freelancer);
      assert.deepEqual(menu(stage, 'client'), sides.client);
    });
  }

  it('says when the clock will let the next step be paid for', () => {
    const play = stageOf('payment asked for');
    const fund = actionsFor(play.contract, 'client', play.now).find(({ name }) => name === 'contracts.fund');
    assert.equal(fund?.unlocksAt, play.step(1).autoReleaseAt);
  });

  it('names the step that each entry is about', () => {
    const play = stageOf('between two steps');
    const request = actionsFor(play.contract, 'freelancer', play.now)[0];
    assert.equal(request?.milestoneId, play.id(2));
    assert.equal(currentMilestoneId(play.contract), play.id(2));
  });
});

describe('the next step', () => {
  it('says until when, where the clock decides after that', () => {
    const review = stageOf('payment asked for');
    assert.equal(nextStep(review.contract).until, review.step(1).autoReleaseAt);
    const offer = stageOf('an offer').contract;
    assert.equal(nextStep(offer).until, offer.expiresAt);
    const unfunded = stageOf('signed, not funded').contract;
    assert.equal(nextStep(unfunded).until, unfunded.expiresAt);
    const ending = stageOf('ending').contract;
    assert.equal(nextStep(ending).until, ending.escrowRefund?.dueAt);
    assert.equal(nextStep(stageOf('at work').contract).until, null);
  });

  const NEXT: Readonly<Partial<Record<StageName, string>>> = {
    'signed, with a charge being checked': 'nobody: null',
    'signed, with a charge to be confirmed': 'client: charges.retrieve',
    'changes asked for': 'freelancer: paymentRequests.create',
    'between two steps': 'client: contracts.fund',
    'all paid, and kept open': 'freelancer: milestoneChanges.create',
    paused: 'nobody: null',
    'paused, with payment asked for': 'client: milestones.approve',
    ending: 'freelancer: escrowRefunds.approve',
    'in dispute': 'nobody: null',
  };
  for (const [stage, expected] of Object.entries(NEXT) as [StageName, string][]) {
    it(`is of the one who must act, on a contract: ${stage}`, () => {
      const { by, action } = nextStep(stageOf(stage).contract);
      assert.equal(`${by}: ${action}`, expected);
    });
  }
});
