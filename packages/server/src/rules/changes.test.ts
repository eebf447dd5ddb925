import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type MilestoneChangeItem, Refusal, type Role } from '@handsel/protocol';
import type { Play } from './testing/play.ts';
import { stageOf } from './testing/stages.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const titles = (play: Play) => play.contract.milestones.map(({ title }) => title);
const events = (play: Play) => play.last.events.map(({ type }) => type);
const mails = (play: Play) => play.last.mails.map(({ template, to }) => `${template} to the ${to}`);

function change(play: Play, role: Role, ...items: MilestoneChangeItem[]): Play {
  return play.as(role, { name: 'milestoneChanges.create', items });
}

function answer(play: Play, role: Role, name: 'accept' | 'reject' | 'withdraw'): Play {
  const milestoneChangeId = play.contract.milestoneChange?.id ?? 'mcr_none';
  return play.as(role, { name: `milestoneChanges.${name}`, milestoneChangeId, paymentMethod: 'pm_sim' });
}

function refused(play: Play, role: Role, pointer: string, code: string, ...items: MilestoneChangeItem[]): void {
  assert.throws(
    () => change(play, role, ...items),
    (error) => {
      const [first] = (error instanceof Refusal && error.extras.errors) || [];
      assert.deepEqual([first?.pointer, first?.code], [pointer, code]);
      return true;
    },
  );
}

describe('a client who changes the plan', () => {
  it('adds, edits, moves and removes what is not paid for, at once', () => {
    const play = stageOf('at work');
    change(play, 'client', { op: 'add', title: 'Step 3', amount: usd(70_000) });
    change(play, 'client', { op: 'reorder', milestoneIds: [play.id(3), play.id(2)] });
    assert.deepEqual(titles(play), ['Step 1', 'Step 3', 'Step 2']);
    change(play, 'client', { op: 'edit', milestoneId: play.id(2), title: 'Step B', amount: usd(65_000) });
    assert.equal(play.step(2).amount, 65_000);
    change(play, 'client', { op: 'remove', milestoneId: play.id(3) });
    assert.deepEqual(titles(play), ['Step 1', 'Step B']);
    assert.deepEqual(events(play), ['milestone.removed']);
    assert.equal(play.contract.milestoneChange, null);
  });

  it('keeps a due date that is not spoken of, and takes one away that is', () => {
    const play = stageOf('at work');
    change(play, 'client', { op: 'edit', milestoneId: play.id(2), dueOn: '2027-01-15' });
    change(play, 'client', { op: 'edit', milestoneId: play.id(2), title: 'Later' });
    assert.equal(play.step(2).dueOn, '2027-01-15');
    change(play, 'client', { op: 'edit', milestoneId: play.id(2), dueOn: null });
    assert.equal(play.step(2).dueOn, null);
  });

  it('waits for the freelancer where the step is paid for', () => {
    const play = stageOf('at work');
    change(play, 'client', { op: 'edit', milestoneId: play.id(1), title: 'Step 1, in blue' });
    assert.equal(play.step(1).title, 'Step 1');
    assert.deepEqual(mails(play), ['change_requested to the freelancer']);
    answer(play, 'freelancer', 'accept');
    assert.equal(play.step(1).title, 'Step 1, in blue');
    assert.deepEqual(mails(play), ['change_accepted to the client']);
  });
});

describe('a freelancer who proposes a change', () => {
  it('has nothing changed before the client agrees', () => {
    const play = change(stageOf('at work'), 'freelancer', { op: 'add', title: 'Step 3', amount: usd(70_000) });
    assert.deepEqual(titles(play), ['Step 1', 'Step 2']);
    assert.deepEqual(mails(play), ['change_requested to the client']);
    answer(play, 'client', 'accept');
    assert.deepEqual(titles(play), ['Step 1', 'Step 2', 'Step 3']);
    assert.deepEqual(events(play), ['milestone_change.accepted', 'milestone.added']);
    assert.equal(play.contract.charge?.purpose.kind, 'fund');
  });

  it('gets a rise of the funded step charged before it counts', () => {
    const play = stageOf('a change proposed by the freelancer');
    answer(play, 'client', 'accept');
    assert.equal(play.contract.charge?.amount, 30_000);
    assert.equal(play.step(1).amount, 120_000);
    assert.equal(play.contract.milestoneChange?.state, 'open');
    play.settle();
    assert.equal(play.step(1).amount, 150_000);
    assert.equal(play.step(1).escrow, 150_000);
    assert.equal(play.contract.milestoneChange.state, 'accepted');
    assert.deepEqual(mails(play), ['change_accepted to the freelancer', 'contract_funded_client to the client']);
  });

  it('has everything as it was when the card is declined', () => {
    const play = stageOf('a change being paid for').settle({ status: 'failed', failureCode: 'card_declined' });
    assert.equal(play.step(1).amount, 120_000);
    assert.equal(play.contract.milestoneChange?.state, 'open');
    assert.deepEqual(mails(play), ['charge_failed to the client']);
  });

  it('cannot have the rise agreed to without a card', () => {
    const play = stageOf('a change proposed by the freelancer');
    const milestoneChangeId = play.contract.milestoneChange?.id ?? 'mcr_none';
    assert.throws(
      () => play.as('client', { name: 'milestoneChanges.accept', milestoneChangeId }),
      (error) => error instanceof Refusal && error.extras.errors?.[0]?.pointer === '/paymentMethod',
    );
  });

  it('may take it back, and then propose another', () => {
    const play = answer(stageOf('a change proposed by the freelancer'), 'freelancer', 'withdraw');
    assert.equal(play.contract.milestoneChange?.state, 'withdrawn');
    change(play, 'freelancer', { op: 'remove', milestoneId: play.id(2) });
    assert.equal(play.contract.milestoneChange.state, 'open');
  });

  it('hears of a refusal', () => {
    const play = answer(stageOf('a change proposed by the freelancer'), 'client', 'reject');
    assert.equal(play.contract.milestoneChange?.state, 'rejected');
    assert.deepEqual(mails(play), ['change_rejected to the freelancer']);
  });
});

describe('a change that is refused', () => {
  it('names the item and the field', () => {
    const play = stageOf('at work');
    const [first, second] = [play.id(1), play.id(2)];
    refused(play, 'freelancer', '/items/0/milestoneId', 'funded', { op: 'remove', milestoneId: first });
    refused(play, 'freelancer', '/items/0/amount', 'too_small', {
      op: 'edit',
      milestoneId: first,
      amount: usd(119_999),
    });
    refused(play, 'client', '/items/0/amount', 'funded', { op: 'edit', milestoneId: first, amount: usd(120_001) });
    refused(
      play,
      'client',
      '/items/1/amount',
      'too_small',
      { op: 'remove', milestoneId: second },
      {
        op: 'add',
        title: 'Too little',
        amount: usd(499),
      },
    );
    refused(play, 'client', '/items/0/amount/currency', 'wrong_currency', {
      op: 'edit',
      milestoneId: second,
      amount: { amount: 90_000, currency: 'EUR' },
    });
    refused(play, 'client', '/items/0/milestoneId', 'unknown', { op: 'remove', milestoneId: 'ms_other' });
    refused(play, 'client', '/items/0/milestoneIds', 'funded', { op: 'reorder', milestoneIds: [second, first] });
    refused(play, 'client', '/items/0/milestoneIds', 'unknown', { op: 'reorder', milestoneIds: [second, second] });
  });

  it('leaves what is paid for in advance in its place', () => {
    const play = stageOf('at work, with all of it funded');
    change(play, 'client', { op: 'add', title: 'Step 3', amount: usd(70_000) });
    refused(play, 'client', '/items/0/milestoneIds', 'funded', {
      op: 'reorder',
      milestoneIds: [play.id(3), play.id(2)],
    });
    refused(play, 'client', '/items/0/milestoneId', 'funded', { op: 'remove', milestoneId: play.id(2) });
  });

  it('says so when payment for the step is asked for, or the step is settled', () => {
    const review = stageOf('payment asked for');
    refused(review, 'freelancer', '/items/0/milestoneId', 'in_review', {
      op: 'edit',
      milestoneId: review.id(1),
      title: 'Other',
    });
    const paid = stageOf('between two steps');
    refused(paid, 'client', '/items/0/milestoneId', 'settled', { op: 'edit', milestoneId: paid.id(1), title: 'Other' });
  });
});
