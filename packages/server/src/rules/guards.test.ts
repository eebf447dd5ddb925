import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ProblemCode, Refusal } from '@handsel/protocol';
import type { Doer } from './chart.ts';
import type { CommandName } from './command.ts';
import { decide } from './decide.ts';
import { GUARDS, type GuardName } from './guards.ts';
import { sampleOf } from './testing/samples.ts';
import { type StageName, stageOf } from './testing/stages.ts';

/** A guard that keeps a command from happening: where, which, by whom, and with what code. */
type Kept = readonly [stage: StageName, command: CommandName, by: Doer, code: ProblemCode];

const KEPT: Readonly<Record<GuardName, readonly Kept[]>> = {
  offerOpen: [
    ['an offer that is over', 'contracts.accept', 'client', 'WINDOW_CLOSED'],
    ['an offer that is over', 'contracts.resend', 'freelancer', 'WINDOW_CLOSED'],
  ],
  offerOver: [['an offer', 'clock.expireOffer', 'system', 'WRONG_STATE']],
  fundingOver: [['signed, not funded', 'clock.cancelUnfunded', 'system', 'WRONG_STATE']],
  noCharge: [
    ['signed, with a charge being checked', 'contracts.fund', 'client', 'CHARGE_PENDING'],
    ['signed, with a charge to be confirmed', 'contracts.fund', 'client', 'CHARGE_PENDING'],
    ['signed, with a charge being checked', 'contracts.cancel', 'freelancer', 'CHARGE_PENDING'],
    ['signed, with a charge being checked', 'contracts.cancel', 'client', 'CHARGE_PENDING'],
    ['signed, with a charge being checked', 'clock.cancelUnfunded', 'system', 'CHARGE_PENDING'],
    ['between two steps, with the next charge being checked', 'contracts.endByClient', 'client', 'CHARGE_PENDING'],
    [
      'between two steps, with the next charge being checked',
      'contracts.endByFreelancer',
      'freelancer',
      'CHARGE_PENDING',
    ],
    ['a change being paid for', 'milestones.approve', 'client', 'CHARGE_PENDING'],
    ['a change being paid for', 'paymentRequests.create', 'freelancer', 'CHARGE_PENDING'],
    ['a change being paid for', 'milestoneChanges.withdraw', 'freelancer', 'CHARGE_PENDING'],
    ['a change being paid for', 'milestoneChanges.reject', 'client', 'CHARGE_PENDING'],
    ['a change being paid for', 'milestoneChanges.accept', 'client', 'CHARGE_PENDING'],
  ],
  chargeOpen: [['at work', 'charge.settled', 'system', 'WRONG_STATE']],
  somethingToFund: [['at work on the only step', 'contracts.fund', 'client', 'WRONG_STATE']],
  roomForWork: [
    ['at work', 'contracts.fund', 'client', 'WRONG_STATE'],
    ['payment asked for', 'contracts.fund', 'client', 'WRONG_STATE'],
  ],
  holdsMoney: [['between two steps', 'paymentRequests.create', 'freelancer', 'NOT_FUNDED']],
  noOtherRequest: [['payment asked for', 'paymentRequests.create', 'freelancer', 'WRONG_STATE']],
  reviewOver: [['payment asked for', 'clock.autoRelease', 'system', 'WRONG_STATE']],
  noChange: [
    ['a change proposed by the freelancer', 'milestoneChanges.create', 'freelancer', 'WRONG_STATE'],
    ['a change proposed by the freelancer', 'milestoneChanges.create', 'client', 'WRONG_STATE'],
  ],
  theirChange: [
    ['a change proposed by the freelancer', 'milestoneChanges.accept', 'freelancer', 'WRONG_ROLE'],
    ['a change proposed by the client', 'milestoneChanges.accept', 'client', 'WRONG_ROLE'],
    ['a change proposed by the freelancer', 'milestoneChanges.reject', 'freelancer', 'WRONG_ROLE'],
  ],
  ownChange: [['a change proposed by the freelancer', 'milestoneChanges.withdraw', 'client', 'WRONG_ROLE']],
  changeFits: [['a change to what is in review', 'milestoneChanges.accept', 'client', 'WRONG_STATE']],
  replyOpen: [['ending, and the days to answer are over', 'disputes.open', 'freelancer', 'WINDOW_CLOSED']],
  replyOver: [['ending', 'clock.returnEscrow', 'system', 'WRONG_STATE']],
  deadlineAhead: [['at work', 'clock.remind', 'system', 'WRONG_STATE']],
};

describe('what the charts ask besides the state', () => {
  for (const [guard, kept] of Object.entries(KEPT)) {
    for (const [stage, command, by, code] of kept) {
      it(`keeps the ${by} from ${command} on a contract: ${stage} (${guard})`, () => {
        const play = stageOf(stage);
        assert.throws(
          () => decide(play.contract, sampleOf(play, command), play.context(by)),
          (error) => error instanceof Refusal && error.code === code,
        );
      });
    }
  }

  it('has a test above for every guard', () => {
    assert.deepEqual(Object.keys(KEPT).sort(), Object.keys(GUARDS).sort());
  });

  it('does not let a charge that is never confirmed hold up what silence has approved', () => {
    const play = stageOf('payment asked for, with all of it funded');
    const raised = play.contract.milestones[1];
    assert.ok(raised);
    play.as('freelancer', {
      name: 'milestoneChanges.create',
      items: [{ op: 'edit', milestoneId: raised.id, amount: { amount: 90_000, currency: 'USD' } }],
    });
    play.as('client', sampleOf(play, 'milestoneChanges.accept'));
    assert.equal(play.contract.charge?.status, 'pending');
    play.after({ days: 14 }).as('system', { name: 'clock.autoRelease', milestoneId: play.id(1) });
    assert.equal(play.step(1).state, 'paid');
    play.settle();
    assert.equal(play.step(2).escrow, 90_000);
  });

  it('says when a window closed, so that a page can show the date', () => {
    const play = stageOf('an offer that is over');
    assert.throws(
      () => decide(play.contract, sampleOf(play, 'contracts.accept'), play.context('client')),
      (error) => error instanceof Refusal && error.extras.at === play.contract.expiresAt,
    );
  });

  it('does not find a milestone, a request, a change or a charge of another contract', () => {
    const play = stageOf('payment asked for');
    const context = play.context('client');
    const refused = (error: unknown) => error instanceof Refusal && error.code === 'NOT_FOUND';
    const foreign = { name: 'milestones.approve', milestoneId: 'ms_other', amount: 1 } as const;
    assert.throws(() => decide(play.contract, foreign, context), refused);
    const view = { name: 'paymentRequests.view', paymentRequestId: 'prq_other' } as const;
    assert.throws(() => decide(play.contract, view, context), refused);
    const reject = { name: 'milestoneChanges.reject', milestoneChangeId: 'mcr_other' } as const;
    assert.throws(() => decide(play.contract, reject, context), refused);
  });
});
