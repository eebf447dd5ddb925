import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, Refusal } from '@handsel/protocol';
import type { Command } from './command.ts';
import { deadlinesOf } from './deadlines.ts';
import { previewOf } from './preview.ts';
import { Play, START } from './testing/play.ts';
import { stageOf } from './testing/stages.ts';

const events = (play: Play) => play.last.events.map(({ type }) => type);
const mails = (play: Play) => play.last.mails.map(({ template, to }) => `${template} to the ${to}`);
const endByFreelancer: Command = { name: 'contracts.endByFreelancer', reason: 'I am ill.' };
const endByClient = (pay: number): Command => ({ name: 'contracts.endByClient', reason: 'Plans changed.', pay });

describe('when the freelancer ends it', () => {
  it('gives all that is held back at once, and is cancelled when nothing was paid', () => {
    const play = new Play().send().accept().fund('all').request().as('freelancer', endByFreelancer);
    assert.equal(play.contract.status, 'cancelled');
    assert.equal(play.contract.endReason, 'I am ill.');
    assert.equal(play.contract.returned, 200_000);
    assert.equal(play.contract.paymentRequest?.state, 'cancelled');
    assert.deepEqual(
      play.contract.milestones.map(({ state }) => state),
      ['refunded', 'refunded'],
    );
    assert.deepEqual(play.last.orders, [{ kind: 'refund', amount: 200_000 }]);
    assert.deepEqual(mails(play), ['escrow_returned to the client', 'contract_ended to the client']);
  });

  it('is completed when something was paid', () => {
    const play = new Play().send().accept().fund().approve(1).as('freelancer', endByFreelancer);
    assert.equal(play.contract.status, 'completed');
    assert.deepEqual(events(play), ['contract.ended']);
  });

  it('remembers from which step the money came that was carried over and now goes back', () => {
    const play = new Play({ amounts: [100_000, 100_000, 100_000] }).send().accept();
    play.fund().approve(1, 80_000).fund().approve(2, 70_000).as('freelancer', endByFreelancer);
    assert.deepEqual(
      play.contract.milestones.map(({ released, carriedOut, refunded }) => [released, carriedOut, refunded]),
      [
        [80_000, 20_000, 0],
        [70_000, 0, 30_000],
        [0, 0, 0],
      ],
    );
  });

  it('takes an open change with it', () => {
    const play = stageOf('a change proposed by the freelancer').as('freelancer', endByFreelancer);
    assert.equal(play.contract.milestoneChange?.state, 'superseded');
  });

  it('wants a reason', () => {
    const play = stageOf('at work');
    assert.throws(
      () => play.as('freelancer', { name: 'contracts.endByFreelancer', reason: '  ' }),
      (error) => error instanceof Refusal && error.extras.errors?.[0]?.pointer === '/reason',
    );
  });
});

describe('when the client ends it', () => {
  it('is completed at once when all that is held is paid', () => {
    const play = new Play().send().accept().fund('all').request().as('client', endByClient(200_000));
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.contract.paid, 200_000);
    assert.equal(play.contract.paymentRequest?.state, 'paid');
    assert.deepEqual(events(play), ['payment.released', 'milestone.paid', 'milestone.paid', 'contract.ended']);
    assert.deepEqual(mails(play), ['payment_approved to the freelancer', 'contract_ended to the freelancer']);
  });

  it('asks the freelancer before the rest goes back', () => {
    const play = new Play().send().accept().fund().request().as('client', endByClient(30_000));
    assert.equal(play.contract.status, 'ending');
    assert.equal(play.step(1).escrow, 90_000);
    assert.deepEqual(play.contract.escrowRefund, {
      amount: 90_000,
      requestedAt: START,
      dueAt: addDays(START, 7),
    });
    assert.deepEqual(deadlinesOf(play.contract), [{ kind: 'refund', at: addDays(START, 7), milestoneId: null }]);
    assert.deepEqual(mails(play), ['payment_approved to the freelancer', 'end_requested to the freelancer']);
    play.as('freelancer', { name: 'escrowRefunds.approve' });
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.step(1).state, 'paid');
    assert.equal(play.step(1).refunded, 90_000);
    assert.deepEqual(mails(play), ['escrow_returned to the client']);
  });

  it('takes silence for a yes', () => {
    const play = stageOf('ending, and the days to answer are over').as('system', { name: 'clock.returnEscrow' });
    assert.equal(play.contract.status, 'cancelled');
    assert.equal(events(play)[0], 'escrow_refund.auto_approved');
    assert.deepEqual(mails(play), ['escrow_returned to the client', 'contract_ended to the freelancer']);
  });

  it('keeps the money where it is when the freelancer objects', () => {
    const play = stageOf('ending').as('freelancer', { name: 'disputes.open', statement: 'It was delivered.' });
    assert.equal(play.contract.status, 'in_dispute');
    assert.equal(play.step(1).state, 'in_dispute');
    assert.equal(play.step(1).escrow, 120_000);
    assert.deepEqual(deadlinesOf(play.contract), []);
    assert.deepEqual(mails(play), ['dispute_opened to the client']);
  });

  it('pays out of what was carried over, too, and remembers from where that came', () => {
    const play = stageOf('between two steps, with money carried over').as('client', endByClient(20_000));
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.contract.paid, 120_000);
    assert.equal(play.step(1).released, 120_000);
  });

  it('cannot pay more than is held, nor less than nothing', () => {
    const play = stageOf('at work');
    for (const pay of [120_001, -1, 0.5, Number.NaN]) {
      assert.throws(
        () => play.as('client', endByClient(pay)),
        (error) => error instanceof Refusal && error.extras.errors?.[0]?.pointer === '/pay',
      );
    }
  });
});

describe('approving with an end', () => {
  it('stays open after the last step where the client wants more work', () => {
    const play = new Play({ amounts: [50_000] }).send().accept().fund().approve(1, 50_000, { end: false });
    assert.equal(play.contract.status, 'active');
    assert.equal(play.step(1).state, 'paid');
  });

  it('completes it when nothing else is held', () => {
    const play = new Play().send().accept().fund().approve(1, 120_000, { end: true });
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.step(2).state, 'planned');
  });

  it('asks the freelancer before what other steps hold goes back', () => {
    const play = new Play().send().accept().fund('all').approve(1, 120_000, { end: true });
    assert.equal(play.contract.status, 'ending');
    assert.equal(play.step(1).state, 'paid');
    assert.equal(play.contract.escrowRefund?.amount, 80_000);
  });

  it('asks the freelancer before the rest of the last step goes back', () => {
    const play = new Play({ amounts: [50_000] }).send().accept().fund().request();
    const shown = previewOf(
      play.contract,
      { command: 'milestones.approve', milestoneId: play.id(1), amount: { amount: 30_000, currency: 'USD' } },
      play.context('client'),
    );
    assert.equal(shown.refund.amount, 20_000);
    play.approve(1, 30_000, { why: 'A page is missing.' });
    assert.equal(play.contract.status, 'ending');
    assert.equal(play.contract.paid, 30_000);
    assert.equal(play.contract.paymentRequest?.state, 'paid');
    assert.equal(play.contract.endReason, 'A page is missing.');
    play.as('freelancer', { name: 'escrowRefunds.approve' });
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.step(1).state, 'paid');
  });

  it('wants a reason for paying less, and an amount within what is held', () => {
    const play = stageOf('payment asked for');
    const refused = (amount: number, pointer: string, why?: string) =>
      assert.throws(
        () => play.approve(1, amount, why === undefined ? {} : { why }),
        (error) => error instanceof Refusal && error.extras.errors?.[0]?.pointer === pointer,
      );
    refused(100_000, '/underpaymentReason', '');
    refused(0, '/amount');
    refused(-1, '/amount');
    refused(120_001, '/amount');
    refused(1.5, '/amount');
  });
});

describe('while it is paused', () => {
  it('stops new work, but a running review is still answered', () => {
    const play = stageOf('paused, with payment asked for').approve(1);
    assert.equal(play.contract.status, 'paused');
    assert.equal(play.step(1).state, 'paid');
    play.as('system', { name: 'operator.releaseHold' });
    assert.equal(play.contract.status, 'active');
  });

  it('still takes a charge that was being checked', () => {
    const play = stageOf('paused, with a charge being checked').settle();
    assert.equal(play.contract.status, 'paused');
    assert.equal(play.step(2).escrow, 80_000);
  });
});
