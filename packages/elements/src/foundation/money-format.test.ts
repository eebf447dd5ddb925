import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatMoney } from './money-format.ts';

const ENGLISH = { locale: 'en', digits: 2, code: true };

describe('A figure', () => {
  it('says its currency after it where a page shows more than one', () => {
    assert.equal(formatMoney({ amount: 50_000, currency: 'USD' }, ENGLISH), '$500.00\u00a0USD');
  });

  it('says it once where the currency has no sign but its code', () => {
    assert.equal(formatMoney({ amount: 50_000, currency: 'CHF' }, ENGLISH), 'CHF\u00a0500.00');
  });
});
