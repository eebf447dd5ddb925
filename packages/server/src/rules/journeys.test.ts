import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays } from '@handsel/protocol';
import { deadlinesOf } from './deadlines.ts';
import { figuresOf } from './figures.ts';
import { ACCOUNTS } from './ledger.ts';
import { nextStep } from './next.ts';
import { Play, START } from './testing/play.ts';

const events = (play: Play) => play.last.events.map(({ type }) => type);
const mails = (play: Play) => play.last.mails.map(({ template, to }) => `${template} to the ${to}`);

describe('from an offer to paid', () => {
  it('is written, sent, signed, funded, asked for, approved and completed', () => {
    const play = new Play({ amounts: [50_000] });
    assert.deepEqual(events(play), ['contract.created']);
    assert.deepEqual(mails(play.send()), ['contract_offered to the client']);
    assert.deepEqual(mails(play.accept()), ['contract_accepted to the freelancer']);
    assert.deepEqual(events(play.charge()), ['charge.started']);
    assert.deepEqual(events(play.settle()), ['charge.succeeded', 'milestone.funded', 'contract.activated']);
    assert.deepEqual(mails(play), [
      'contract_funded_freelancer to the freelancer',
      'contract_funded_client to the client',
    ]);
    assert.deepEqual(events(play.request()), ['milestone.submitted']);
    assert.deepEqual(mails(play), ['payment_requested to the client', 'payment_request_sent to the freelancer']);
    assert.equal(play.contract.paymentRequest?.emailedAt, START);
    play.approve(1);
    assert.deepEqual(events(play), ['milestone.approved', 'payment.released', 'milestone.paid', 'contract.completed']);
    assert.deepEqual(mails(play), ['payment_approved to the freelancer', 'contract_completed_client to the client']);
    assert.deepEqual(play.last.orders, [{ kind: 'transfer', amount: 50_000 }]);
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.contract.paymentRequest.state, 'paid');
    assert.deepEqual(figuresOf(play.contract).paid, { amount: 50_000, currency: 'USD' });
  });

  it('begins with a request from a page, of which only the freelancer hears', () => {
    const play = new Play({ origin: 'request' });
    assert.deepEqual(events(play), ['contract.requested']);
    assert.deepEqual(mails(play), ['request_received to the freelancer']);
  });

  it('shows each side whose turn it is', () => {
    const play = new Play({ amounts: [50_000] });
    const turns = [nextStep(play.contract)];
    turns.push(nextStep(play.send().contract), nextStep(play.accept().contract), nextStep(play.fund().contract));
    turns.push(nextStep(play.request().contract), nextStep(play.approve(1).contract));
    assert.deepEqual(
      turns.map(({ by, action }) => `${by}: ${action}`),
      [
        'freelancer: contracts.send',
        'client: contracts.accept',
        'client: contracts.fund',
        'freelancer: paymentRequests.create',
        'client: milestones.approve',
        'nobody: null',
      ],
    );
  });

  it('can be cancelled by either side before it is funded, and the other one hears of it', () => {
    const cancel = { name: 'contracts.cancel', reason: 'It is off.' } as const;
    assert.deepEqual(mails(new Play().send().accept().as('freelancer', cancel)), ['contract_cancelled to the client']);
    assert.deepEqual(mails(new Play().send().accept().as('client', cancel)), ['contract_cancelled to the freelancer']);
  });

  it('takes the name of a client who was only an address from the signature', () => {
    const play = new Play({ draft: { client: { email: 'kim@arden.example' } } }).send().accept();
    assert.equal(play.contract.client.name, 'Kim Arden');
  });
});

describe('two milestones', () => {
  it('carries what was not approved over to the next, and charges only the difference', () => {
    const play = new Play({ amounts: [120_000, 80_000] }).send().accept().fund().request();
    play.approve(1, 100_000, { why: 'One page is missing.' });
    assert.equal(play.contract.carried, 20_000);
    assert.equal(play.step(1).carriedOut, 20_000);
    assert.deepEqual(events(play).slice(-3), ['escrow.carried', 'milestone.paid', 'contract.awaiting_next']);
    play.charge();
    assert.equal(play.contract.charge?.amount, 60_000);
    assert.equal(play.contract.charge.fromCarried, 20_000);
    play.settle();
    assert.equal(play.step(2).escrow, 80_000);
    assert.equal(play.contract.carried, 0);
    play.approve(2);
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.contract.paid, 180_000);
    assert.equal(play.contract.returned, 0);
  });

  it('needs no charge where what was carried over is enough, and gives back what is left at the end', () => {
    const play = new Play({ amounts: [120_000, 30_000] }).send().accept().fund().approve(1, 70_000).charge();
    assert.equal(play.contract.charge?.status, 'succeeded');
    assert.equal(play.contract.charge.amount, 0);
    assert.deepEqual(events(play), ['milestone.funded']);
    play.approve(2);
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.contract.returned, 20_000);
    assert.equal(play.step(1).refunded, 20_000);
    assert.deepEqual(play.last.orders, [
      { kind: 'transfer', amount: 30_000 },
      { kind: 'refund', amount: 20_000 },
    ]);
  });

  it('works on one after the other when all is paid for at once', () => {
    const play = new Play({ amounts: [120_000, 80_000] }).send().accept().fund('all');
    assert.deepEqual(
      play.contract.milestones.map(({ state, escrow }) => [state, escrow]),
      [
        ['active', 120_000],
        ['planned', 80_000],
      ],
    );
    play.request().approve(1);
    assert.equal(play.step(2).state, 'active');
    assert.ok(events(play).includes('milestone.activated'));
    assert.ok(!events(play).includes('contract.awaiting_next'));
  });

  it('works on two at once where the policy says so', () => {
    const play = new Play({ policy: { maxActiveMilestones: 2 } }).send().accept().fund('all');
    assert.deepEqual(
      play.contract.milestones.map(({ state }) => state),
      ['active', 'active'],
    );
  });

  it('stays open after the last payment where the policy says so', () => {
    const play = new Play({ amounts: [50_000], policy: { autoComplete: false } }).send().accept().fund().approve(1);
    assert.equal(play.contract.status, 'active');
    assert.equal(nextStep(play.contract).action, 'milestoneChanges.create');
  });
});

describe('fees', () => {
  const fees = { freelancerBps: 500, clientBps: 300, initiationMinor: 0 };

  it('rounds each fee once: 5 % of a release, 3 % of what is paid in', () => {
    const play = new Play({ amounts: [33_333, 33_331], policy: { fees } }).send().accept().fund();
    assert.equal(play.contract.charge?.clientFee, 1_000);
    assert.equal(play.contract.charge.amount, 34_333);
    play.approve(1);
    assert.equal(play.contract.fees, 1_667);
    assert.deepEqual(play.last.orders, [{ kind: 'transfer', amount: 31_666 }]);
    play.fund().approve(2);
    assert.equal(play.contract.fees, 1_667 + 1_667);
  });

  it('takes 26.66 of 266.64, as everybody else does', () => {
    const tenth = { freelancerBps: 1_000 };
    const play = new Play({ amounts: [26_664], policy: { fees: tenth } }).send().accept().fund().approve(1);
    assert.deepEqual(play.last.orders, [{ kind: 'transfer', amount: 23_998 }]);
  });

  it('asks for the initiation fee with the first charge alone', () => {
    const play = new Play({ policy: { fees: { initiationMinor: 499 } } }).send().accept();
    play.charge().settle({ status: 'failed', failureCode: 'card_declined' });
    assert.deepEqual(events(play), ['charge.failed']);
    assert.equal(play.charge().contract.charge?.initiationFee, 499);
    assert.equal(play.settle().approve(1).charge().contract.charge?.initiationFee, 0);
  });

  it('takes no fee of what was carried over a second time', () => {
    const play = new Play({ policy: { fees } }).send().accept().fund().approve(1, 100_000).charge();
    assert.equal(play.contract.charge?.clientFee, 1_800);
  });

  it('gives the client’s fee on returned money back with it, to the last cent', () => {
    const play = new Play({ amounts: [33_333], policy: { fees } }).send().accept().fund();
    play.as('freelancer', { name: 'contracts.endByFreelancer', reason: 'I am ill.' });
    assert.equal(play.contract.returned, 34_333);
    assert.equal(play.books.owed(ACCOUNTS.clientFee), 0);
  });

  it('gives back only the share of the fee that belongs to what comes back', () => {
    const play = new Play({ amounts: [40_000, 20_000], policy: { fees } }).send().accept().fund('all').approve(1);
    play.as('freelancer', { name: 'contracts.endByFreelancer', reason: 'I am ill.' });
    assert.equal(play.contract.returned, 20_000 + 600);
    assert.equal(play.books.owed(ACCOUNTS.clientFee), 1_200);
  });

  it('keeps the fee where the policy does not give it back', () => {
    const kept = { ...fees, clientFeeRefundable: false };
    const play = new Play({ amounts: [33_333], policy: { fees: kept } }).send().accept().fund();
    play.as('freelancer', { name: 'contracts.endByFreelancer', reason: 'I am ill.' });
    assert.equal(play.contract.returned, 33_333);
    assert.equal(play.books.owed(ACCOUNTS.clientFee), 1_000);
  });

  it('counts in yen and in fils as well', () => {
    const yen = new Play({ currency: 'JPY', amounts: [5, 1_003], policy: { fees } }).send().accept().fund('all');
    assert.equal(yen.contract.charge?.clientFee, 30);
    assert.equal(yen.approve(1).contract.fees, 0);
    const fils = new Play({ currency: 'KWD', amounts: [5_001], policy: { fees } }).send().accept().fund();
    assert.equal(fils.contract.charge?.clientFee, 150);
    assert.equal(fils.approve(1).contract.fees, 250);
  });

  it('holds a release back while the policy has a security hold', () => {
    const play = new Play({ policy: { securityHoldDays: 5 } }).send().accept().fund().approve(1);
    assert.equal(play.books.owed(ACCOUNTS.payeePending), 120_000);
    assert.equal(play.books.owed(ACCOUNTS.payeeAvailable), 0);
  });
});

describe('when nobody answers', () => {
  it('pays a request after fourteen days', () => {
    const play = new Play({ amounts: [50_000] }).send().accept().fund().request();
    assert.deepEqual(deadlinesOf(play.contract), [{ kind: 'review', at: addDays(START, 14), milestoneId: play.id(1) }]);
    play.after({ days: 14 }).as('system', { name: 'clock.autoRelease', milestoneId: play.id(1) });
    assert.equal(play.contract.status, 'completed');
    assert.equal(play.contract.paymentRequest?.state, 'auto_paid');
    assert.deepEqual(mails(play), [
      'payment_auto_approved to the freelancer',
      'contract_completed_client to the client',
    ]);
  });

  it('lets an offer end with the day it ends on, and says that day in the mail', () => {
    const play = new Play({ draft: { offerEndsOn: '2026-12-04' } }).send();
    assert.equal(play.contract.expiresAt, '2026-12-05T00:00:00.000Z');
    assert.equal(play.last.mails[0]?.facts['expiresAt'], '2026-12-04');
    play.now = '2026-12-05T00:00:00.000Z';
    play.as('system', { name: 'clock.expireOffer' });
    assert.equal(play.contract.status, 'expired');
    assert.deepEqual(mails(play), ['contract_expired to the freelancer']);
  });

  it('cancels what nobody funds, and tells both', () => {
    const play = new Play().send().accept().after({ days: 14 }).as('system', { name: 'clock.cancelUnfunded' });
    assert.deepEqual(mails(play), ['contract_cancelled to the freelancer', 'contract_cancelled to the client']);
  });

  it('takes every number from the policy the contract has', () => {
    const policy = { invitationTtlDays: 3, fundingTtlDays: 5, reviewDays: 9, escrowRefundReplyDays: 2 };
    const play = new Play({ policy });
    const due = () => deadlinesOf(play.contract).map(({ kind, at }) => `${kind} ${at}`);
    play.send();
    assert.deepEqual(due(), [`offer ${addDays(START, 3)}`]);
    play.accept();
    assert.deepEqual(due(), [`funding ${addDays(START, 5)}`]);
    play.fund().request();
    assert.deepEqual(due(), [`review ${addDays(START, 9)}`]);
    play.as('client', { name: 'contracts.endByClient', reason: 'Plans changed.', pay: 0 });
    assert.deepEqual(due(), [`refund ${addDays(START, 2)}`]);
  });

  it('has no funding deadline while a charge is being checked, and has it again when the charge has failed', () => {
    const play = new Play().send().accept();
    const before = deadlinesOf(play.contract);
    assert.deepEqual(deadlinesOf(play.charge().contract), []);
    assert.deepEqual(deadlinesOf(play.settle({ status: 'failed', failureCode: 'card_declined' }).contract), before);
  });

  it('reminds the one whose answer is awaited', () => {
    const play = new Play().send().accept().fund().request().after({ days: 11 });
    play.as('system', { name: 'clock.remind', kind: 'review', hours: 72 });
    assert.deepEqual(events(play), ['deadline.approaching']);
    assert.deepEqual(mails(play), ['deadline_review to the client']);
    assert.equal(play.last.mails[0]?.facts['amount'], 120_000);
  });

  it('does not speak of a deadline that is gone', () => {
    const play = new Play().send().as('system', { name: 'clock.remind', kind: 'funding', hours: 24 });
    assert.deepEqual(events(play), []);
    assert.deepEqual(mails(play), []);
  });
});
