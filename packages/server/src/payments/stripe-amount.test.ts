import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { currencyCodes, currencyDigits } from '@handsel/protocol';
import { stripeAmount } from './stripe-amount.ts';

describe('an amount at Stripe', () => {
  const cases = [
    ['cents', 1_050, 'USD', 1_050],
    ['yen', 500, 'JPY', 500],
    ['forints with their two digits', 1_050, 'HUF', 1_050],
    ['kronur, which Stripe counts with two empty digits', 5, 'ISK', 500],
    ['shillings of Uganda, likewise', 5, 'UGX', 500],
    ['whole ariary, which Stripe counts without digits', 500, 'MGA', 5],
    ['a broken ariary', 501, 'MGA', undefined],
    ['dinars with a zero at the end', 5_120, 'KWD', 5_120],
    ['dinars without one', 5_124, 'KWD', undefined],
    ['an index', 10_000, 'CLF', undefined],
  ] as const;
  for (const [what, amount, currency, wanted] of cases) {
    it(`of ${what} is ${wanted ?? 'refused'}`, () => {
      assert.equal(stripeAmount({ amount, currency }), wanted);
    });
  }

  it('is what ISO 4217 says in all other currencies of up to two digits', () => {
    const special = new Set(['ISK', 'UGX', 'MGA']);
    for (const currency of currencyCodes().filter((code) => currencyDigits(code) <= 2 && !special.has(code))) {
      assert.equal(stripeAmount({ amount: 12_345, currency }), 12_345, currency);
    }
  });
});
