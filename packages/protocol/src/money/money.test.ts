import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fits } from '../fits.ts';
import { allocate, decimal, feeOf, LARGEST_PRICE, Money, Price, Share, sum, zero } from './money.ts';

const usd = (amount: number): Money => ({ amount, currency: 'USD' });
const amounts = (parts: readonly Money[]) => parts.map(({ amount }) => amount);

describe('a price', () => {
  it('is more than nothing and no more than adds up exactly', () => {
    assert.ok(fits(Price, usd(1)));
    assert.ok(fits(Price, usd(LARGEST_PRICE)));
    for (const amount of [0, -1, LARGEST_PRICE + 1, 0.5, NaN, Infinity, '500', null]) {
      assert.equal(fits(Price, { amount, currency: 'USD' }), false, String(amount));
    }
    assert.ok(Number.isSafeInteger(LARGEST_PRICE * 1000));
  });

  it('may be nothing where only a part of it is paid', () => {
    assert.ok(fits(Share, usd(0)));
    assert.equal(fits(Share, usd(-1)), false);
  });

  it('names its currency in three capitals, and says nothing else', () => {
    for (const currency of ['usd', 'US', 'USDX', '', 'U$D']) assert.equal(fits(Price, { amount: 1, currency }), false);
    assert.equal(fits(Price, { ...usd(1), note: 'cheap' }), false);
    assert.ok(fits(Money, { ...usd(-5), note: 'a newer backend may say more' }));
  });
});

describe('adding money', () => {
  it('is exact or refused', () => {
    assert.deepEqual(sum([usd(10), usd(20), usd(-5)], 'USD'), usd(25));
    assert.deepEqual(sum([], 'USD'), zero('USD'));
    assert.throws(() => sum([usd(Number.MAX_SAFE_INTEGER), usd(1)], 'USD'), RangeError);
    assert.throws(() => sum([usd(NaN)], 'USD'), RangeError);
    assert.throws(() => sum([usd(0.5)], 'USD'), RangeError);
  });

  it('never mixes currencies', () => {
    assert.throws(() => sum([usd(1), { amount: 1, currency: 'EUR' }], 'USD'), /Cannot add EUR to USD/);
  });
});

describe('a fee', () => {
  it('is rounded once, halves up', () => {
    assert.deepEqual(feeOf(usd(26_664), 1000), usd(2666));
    assert.deepEqual(feeOf(usd(25), 1000), usd(3));
    assert.deepEqual(feeOf(usd(24), 1000), usd(2));
    assert.deepEqual(feeOf(usd(-25), 1000), usd(-3));
    assert.deepEqual(feeOf(usd(50_000), 0), usd(0));
  });

  it('is exact for amounts that floats would spoil', () => {
    assert.deepEqual(feeOf(usd(9_007_199_254_740_991), 10_000), usd(9_007_199_254_740_991));
    assert.deepEqual(feeOf(usd(LARGEST_PRICE), 333), usd(33_300_000_000));
  });

  it('is never more than half a minor unit away from the exact share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_PRICE }), fc.integer({ min: 0, max: 10_000 }), (amount, bps) => {
        const off = BigInt(feeOf(usd(amount), bps).amount) * 10_000n - BigInt(amount) * BigInt(bps);
        assert.ok(off <= 5_000n && off > -5_000n);
      }),
    );
  });
});

describe('splitting an amount', () => {
  it('gives the odd cents to the largest remainders, the first of equals', () => {
    assert.deepEqual(amounts(allocate(usd(100), [1, 1, 1])), [34, 33, 33]);
    assert.deepEqual(amounts(allocate(usd(100), [1, 2, 3])), [17, 33, 50]);
    assert.deepEqual(amounts(allocate(usd(5), [0, 3, 1])), [0, 4, 1]);
    assert.deepEqual(amounts(allocate(usd(0), [1, 1])), [0, 0]);
    assert.deepEqual(amounts(allocate(usd(-100), [1, 1, 1])), [-33, -33, -34]);
  });

  it('adds up to the whole, each part within one minor unit of its share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (amount, shares) => {
        fc.pre(shares.some((weight) => weight > 0));
        const whole = BigInt(shares.reduce((left, right) => left + right, 0));
        const parts = allocate(usd(amount), shares);
        assert.equal(
          parts.reduce((left, part) => left + BigInt(part.amount), 0n),
          BigInt(amount),
        );
        parts.forEach((part, index) => {
          const off = BigInt(part.amount) * whole - BigInt(amount) * BigInt(shares[index] ?? 0);
          assert.ok(off < whole && off > -whole);
        });
      }),
    );
  });

  it('is refused without weights, with negative ones and with broken ones', () => {
    for (const weights of [[], [0, 0], [-1, 2], [0.5], [NaN], [Infinity]]) {
      assert.throws(() => allocate(usd(100), weights), RangeError, String(weights));
    }
    assert.throws(() => allocate(usd(NaN), [1]), RangeError);
  });
});

describe('an amount in writing', () => {
  it('has the digits of its currency', () => {
    assert.equal(decimal(usd(120_000)), '1200.00');
    assert.equal(decimal({ amount: 1200, currency: 'JPY' }), '1200');
    assert.equal(decimal({ amount: 1200, currency: 'KWD' }), '1.200');
    assert.equal(decimal(usd(5)), '0.05');
    assert.equal(decimal(usd(-5)), '-0.05');
    assert.equal(decimal(usd(Number.MAX_SAFE_INTEGER)), '90071992547409.91');
  });
});
