import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallerKind, Role } from '@handsel/protocol';
import { figuresOf } from './figures.ts';
import { Play } from './testing/play.ts';
import { stageOf } from './testing/stages.ts';
import { summaryOf, viewOf } from './view.ts';

function view(play: Play, viewer: Role, credential: CallerKind = 'hosted') {
  return viewOf(play.contract, viewer, { url: 'https://h.example/c', simulated: true, credential, now: play.now });
}

const usd = (amount: number) => ({ amount, currency: 'USD' });
const fees = { freelancerBps: 500, clientBps: 300 };

describe('a contract as its sides see it', () => {
  it('shows the freelancer what is left after fees, and the client only what was paid', () => {
    const play = new Play({ policy: { fees } }).send().accept().fund().approve(1);
    assert.deepEqual(view(play, 'freelancer').figures.fees, usd(6_000));
    assert.deepEqual(view(play, 'freelancer').figures.received, usd(114_000));
    assert.equal(view(play, 'client').figures.fees, null);
    assert.equal(view(play, 'client').figures.received, null);
    assert.deepEqual(view(play, 'client').figures.paid, usd(120_000));
  });

  it('says nothing about fees in what both sides read', () => {
    const play = new Play({ policy: { fees } }).send().accept().fund();
    assert.deepEqual(play.last.events[0]?.data['amount'], usd(120_000));
    play.approve(1);
    const released = play.last.events.find(({ type }) => type === 'payment.released');
    assert.deepEqual(Object.keys(released?.data ?? {}).sort(), ['amount', 'milestoneId']);
  });

  it('sends a credential that may not move money to the backend’s own pages', () => {
    const play = stageOf('payment asked for');
    const hosted = (credential: CallerKind) =>
      view(play, 'client', credential)
        .actions.filter((action) => action.hosted)
        .map(({ name }) => name);
    assert.deepEqual(hosted('embedded'), ['milestones.approve', 'contracts.endByClient']);
    assert.deepEqual(hosted('hosted'), []);
    assert.deepEqual(hosted('trusted'), []);
  });

  it('says until when a request can be answered, and nothing of that once it is', () => {
    const play = new Play({ policy: { fees } }).send().accept().fund().request();
    const { paymentRequest } = view(play, 'client');
    assert.equal(paymentRequest?.decideBy, play.step(1).autoReleaseAt);
    assert.deepEqual(paymentRequest?.net, usd(114_000));
    assert.equal(view(play.approve(1), 'client').paymentRequest?.decideBy, null);
  });

  it('shows a proposed change only while it waits for an answer', () => {
    const play = stageOf('a change proposed by the freelancer');
    assert.equal(view(play, 'client').milestoneChange?.by, 'freelancer');
    const milestoneChangeId = play.contract.milestoneChange?.id ?? 'mcr_none';
    play.as('client', { name: 'milestoneChanges.reject', milestoneChangeId });
    assert.equal(view(play, 'client').milestoneChange, null);
  });

  it('says while a charge is being checked', () => {
    assert.equal(view(stageOf('signed, with a charge being checked'), 'client').chargePending, true);
    assert.equal(view(stageOf('at work'), 'client').chargePending, false);
  });

  it('adds up: all of it, what is held, what is still to be paid in', () => {
    const { total, escrow, carried, unfunded } = figuresOf(
      stageOf('between two steps, with money carried over').contract,
    );
    assert.deepEqual([total, escrow, carried, unfunded], [usd(200_000), usd(20_000), usd(20_000), usd(80_000)]);
  });

  it('awaits no more money once it is over', () => {
    const play = stageOf('between two steps').as('freelancer', {
      name: 'contracts.endByFreelancer',
      reason: 'I am ill.',
    });
    assert.deepEqual(figuresOf(play.contract).unfunded, usd(0));
  });
});

describe('a contract as a line of a list', () => {
  it('is about the step that is next', () => {
    const line = summaryOf(stageOf('between two steps').contract, 'client');
    assert.deepEqual(line.milestone, { number: 2, of: 2, state: 'planned', title: 'Step 2' });
    assert.equal(line.next.by, 'client');
    assert.deepEqual(line.paid, usd(120_000));
  });

  it('is about no step once all is done', () => {
    assert.equal(summaryOf(stageOf('completed').contract, 'freelancer').milestone, null);
  });
});
