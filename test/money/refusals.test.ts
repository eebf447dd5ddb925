import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { ContractDraft } from '@handsel/core';
import { type TestApp, testApp } from '../../packages/server/src/testing/app.ts';
import { bothSides, DRAFT } from '../play/contract.ts';
import { everythingStored } from '../security/stored.ts';
import { MALFORMED, money, WRONG_AMOUNTS, WRONG_CURRENCIES } from './lib/amounts.ts';
import { type Door, knock, openDoors } from './lib/doors.ts';

describe('An amount that is not right', () => {
  let app: TestApp;
  let doors: Door[];
  let stored: Record<string, string>;

  before(async () => {
    app = await testApp();
    doors = await openDoors(app);
    stored = await everythingStored(app.store);
    assert.match(stored['postings'] ?? '', /^\[\{/);
  });

  after(() => app.close());

  const refusedEverywhere = async (amounts: readonly string[] | ((door: Door) => readonly string[])) => {
    for (const door of doors) {
      for (const amount of typeof amounts === 'function' ? amounts(door) : amounts) {
        const { status, code, pointers } = await knock(app, door, amount);
        const said = `${door.name} with ${amount} was answered ${status} ${code} ${pointers.join()}`;
        assert.equal(status, 422, said);
        assert.ok(pointers.length > 0 && pointers.every((pointer) => pointer.startsWith(door.pointer)), said);
      }
    }
    assert.deepEqual(await everythingStored(app.store), stored);
  };

  it('is refused by name wherever money comes in, and nothing is stored', () => refusedEverywhere(WRONG_AMOUNTS));

  it('is refused in another currency than the contract’s', () => refusedEverywhere(WRONG_CURRENCIES));

  it('is refused when it is just below the smallest, where it can be shown what that is', () =>
    refusedEverywhere(({ name, less }) => (name === 'approving' ? [] : [less])));

  it('is not approved without a preview, and no preview is given for nothing or for more than is held', async () => {
    for (const door of doors.filter(({ pointer }) => pointer === '/amount' || pointer === '/pay')) {
      const { status, code, pointers } = await knock(app, door, money('50001'));
      const shown = door.name.startsWith('looking');
      assert.deepEqual({ status, code }, { status: 422, code: shown ? 'VALIDATION' : 'CONSENT_REQUIRED' }, door.name);
      if (shown) assert.deepEqual(pointers, [door.pointer]);
    }
    assert.deepEqual(await everythingStored(app.store), stored);
  });

  it('is refused as malformed when it is no JSON', async () => {
    for (const door of doors) {
      for (const amount of MALFORMED) {
        const { status, code } = await knock(app, door, amount);
        assert.deepEqual({ status, code }, { status: 400, code: 'MALFORMED' }, `${door.name} with ${amount}`);
      }
    }
    assert.deepEqual(await everythingStored(app.store), stored);
  });

  it('is a wrong amount and no wrong request: the same requests are taken with the smallest amount', async () => {
    for (const door of doors.filter(({ name }) => name !== 'proposing another amount')) {
      const { status, code } = await knock(app, door, door.least);
      const consented = door.name === 'approving' || door.name === 'ending with a payment';
      if (consented) assert.equal(code, 'CONSENT_REQUIRED', door.name);
      else assert.ok(status === 200 || status === 201, `${door.name} was answered ${status} ${code}`);
    }
    assert.notDeepEqual(await everythingStored(app.store), stored);
  });
});

describe('The smallest amount', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await testApp();
  });

  const draftOf = (amount: number, currency: string): ContractDraft => ({
    ...DRAFT,
    currency,
    milestones: [{ title: 'All of it', amount: { amount, currency } }],
  });

  for (const [currency, smallest] of [
    ['USD', 500],
    ['EUR', 500],
    ['HUF', 500],
    ['JPY', 5],
    ['KWD', 5_000],
    ['CLF', 50_000],
  ] as const) {
    it(`is five of ${currency}, counted in its own minor unit`, async () => {
      const { freelancer } = bothSides(app);
      await assert.rejects(freelancer.contracts.create(draftOf(smallest - 1, currency)), {
        code: 'MIN_MILESTONE',
        status: 422,
        errors: [
          {
            pointer: '/milestones/0/amount',
            code: 'too_small',
            minimum: smallest,
            message: 'This is below the smallest amount of a milestone.',
          },
        ],
      });
      const written = await freelancer.contracts.create(draftOf(smallest, currency));
      assert.deepEqual(written.milestones[0]?.amount, { amount: smallest, currency });
      await app.close();
    });
  }
});
