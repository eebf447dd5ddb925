import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ContractEvent, EVENT_TYPES } from '@handsel/protocol';
import { sampleContract } from '../foundation/testing/contract.ts';
import { writing } from '../foundation/writing.ts';
import { activityWords } from '../locales/en/activity.ts';
import { activityLines } from './line.ts';

const contract = sampleContract({ viewer: 'freelancer' });
const write = writing('en');

function event(type: string, data: Record<string, unknown> = {}, rest: Partial<ContractEvent> = {}): ContractEvent {
  return {
    id: 'evt_1',
    contractId: contract.id,
    seq: 1,
    type,
    at: '2026-11-23T14:20:00.000Z',
    actor: { role: 'client', name: 'Kim Arden' },
    data,
    ...rest,
  };
}

const say = (...events: ContractEvent[]) => activityLines(contract, events, activityWords, write);
const one = (type: string, data: Record<string, unknown> = {}, rest: Partial<ContractEvent> = {}) =>
  say(event(type, data, rest))[0]?.text;

describe('the words of what happened', () => {
  it('has a whole sentence for every event there is', () => {
    const amount = { amount: 50_000, currency: 'USD' };
    for (const type of EVENT_TYPES) {
      const text = one(type, { milestoneId: 'ms_1', amount, hours: 24 }) ?? '';
      assert.match(text, /^[\p{Lu}$“]/u, type);
      assert.doesNotMatch(text, /undefined|null|\bNaN\b| {2}|[.]$/, type);
    }
  });

  it('leaves out what it does not know: an event of a newer backend', () => {
    assert.deepEqual(say(event('contract.sung'), event('toString')), []);
  });

  it('names who did it: the reader, the other side, or the clock', () => {
    assert.equal(one('contract.cancelled'), 'Kim cancelled the contract');
    const mine = { actor: { role: 'freelancer', name: 'Robin Vale' } } as Partial<ContractEvent>;
    assert.equal(one('contract.cancelled', {}, mine), 'You cancelled the contract');
    const clock = { actor: { role: 'system', name: null } } as Partial<ContractEvent>;
    assert.equal(one('contract.cancelled', {}, clock), 'The contract was cancelled: it was not funded in time');
  });

  it('says a payment that went through once, and keeps one that did not', () => {
    const paid = { chargeId: 'chg_1', amount: { amount: 50_000, currency: 'USD' } };
    const through = say(event('charge.started', paid), event('charge.succeeded', paid, { seq: 2 }));
    assert.deepEqual(
      through.map(({ text }) => text),
      ['Kim paid $500.00 into escrow'],
    );
    assert.equal(one('charge.started', paid), 'Kim began to pay $500.00');
    assert.equal(one('charge.failed', paid), 'A payment of $500.00 failed. Nothing was charged');
  });

  it('writes no figure where a newer backend sends something else', () => {
    assert.doesNotMatch(one('charge.succeeded', { amount: 'much' }) ?? '', /much/);
  });
});
