import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { currencyDigits } from './currencies.ts';
import { decimal, LARGEST_PRICE } from './money.ts';
import { type AmountReading, parseAmount } from './parse.ts';

/** What was understood: minor units, or the reason why not. */
function read(text: string, currency = 'USD', reading: AmountReading = {}): number | string {
  const parsed = parseAmount(text, currency, reading);
  return parsed.ok ? parsed.money.amount : parsed.reason;
}

describe('typing an amount', () => {
  it('is understood in every common notation', () => {
    const texts = ['1234.5', '1,234.50', '1.234,50 €', "CHF 1'234.50", '1 234,50', '1\u202f234,50', '$1,234.50 USD'];
    for (const text of texts) assert.equal(read(text, text.startsWith('CHF') ? 'CHF' : 'USD'), 123_450, text);
    for (const text of ['500 kr.', 'kr 500', 'Kr.500', 'SEK 500', '500 sek'])
      assert.equal(read(text, 'SEK'), 50_000, text);
    assert.equal(read('Rs.500', 'INR'), 50_000);
    assert.equal(read('12,34,567.89', 'INR'), 123_456_789);
    assert.equal(read('R$ 50', 'BRL'), 5000);
    assert.equal(read('.5'), 50);
    assert.equal(read('5.'), 500);
    assert.equal(read('1.234.567'), 123_456_700);
    assert.equal(read('0'), 0);
  });

  it('has the digits of its currency', () => {
    assert.equal(read('1,234', 'JPY'), 1234);
    assert.equal(read('¥1200', 'JPY'), 1200);
    assert.equal(read('1.5', 'KWD'), 1500);
    assert.equal(read('0.125', 'KWD'), 125);
    assert.equal(read('1.500,00', 'JPY'), 1500);
    assert.equal(read('1.234'.replace('.', '\u00a0')), 123_400);
  });

  it('is never guessed where it could mean two amounts', () => {
    for (const text of ['1,234', '1.234', '$1,234', '12.500 €', '999,000']) {
      assert.equal(read(text, text.includes('€') ? 'EUR' : 'USD'), 'ambiguous', text);
    }
    assert.equal(read('1,234', 'KWD'), 'ambiguous');
  });

  it('is settled by how the reader writes decimals, where that settles it', () => {
    assert.equal(read('1,234', 'USD', { decimal: '.' }), 123_400);
    assert.equal(read('1.234', 'USD', { decimal: ',' }), 123_400);
    assert.equal(read('1,234', 'USD', { decimal: ',' }), 'ambiguous');
    assert.equal(read('1,234', 'KWD', { decimal: ',' }), 1234);
    assert.equal(read('0,234', 'KWD'), 234);
    assert.equal(read('1 234,567', 'KWD'), 1_234_567);
  });

  it('is not rounded', () => {
    for (const text of ['1.005', '0.001'])
      assert.equal(read(text, 'USD', { decimal: '.' }), text === '0.001' ? 'too_precise' : 'ambiguous');
    assert.equal(read('12.3456'), 'too_precise');
    assert.equal(read('1.5', 'JPY'), 'too_precise');
    assert.equal(read('1.2345', 'KWD'), 'too_precise');
    assert.equal(read('1.2000'), 120);
  });

  it('is refused when it is negative, nothing, or no number', () => {
    for (const text of ['-5', '−5', '–5', '$-5', '-$5', '(5.00)', 'USD -5']) assert.equal(read(text), 'negative', text);
    for (const text of ['', '   ', '$', 'USD', ' € ']) assert.equal(read(text), 'empty', text);
    for (const text of ['NaN', 'Infinity', 'abc', '1e5', '0x10', '5-', '1+1', '٥', '.', ',', '5%', '1/2', 'null']) {
      assert.equal(read(text), 'malformed', text);
    }
  });

  it('is refused when it holds a word that may mean thousands, or another currency', () => {
    for (const text of ['5k', '5 K', '5m', '5 mio', '5 mil', '5 bn', '5 cr', 'EUR 5', '5 CAD']) {
      assert.equal(read(text), 'malformed', text);
    }
  });

  it('is refused when its groups are wrong', () => {
    const texts = [
      '12 34',
      '1,23.45',
      '12345,678.00',
      '1,234.567,89',
      '1.2.3',
      '1,,234.00',
      '1 234,567.00',
      "1'23",
      '1.50 00',
    ];
    for (const text of texts) assert.equal(read(text), 'malformed', text);
    assert.equal(read('12345,678', 'USD', { decimal: '.' }), 'malformed');
  });

  it('is refused when it is too large to hold', () => {
    assert.equal(read('10000000000'), LARGEST_PRICE);
    assert.equal(read('10000000000.01'), 'too_large');
    assert.equal(read('9'.repeat(40)), 'too_large');
    assert.equal(read('9'.repeat(100_000)), 'malformed');
    assert.equal(read('a'.repeat(100_000)), 'malformed');
  });

  it('gives back every amount as we write it', () => {
    const money = fc.record({
      amount: fc.integer({ min: 0, max: LARGEST_PRICE }),
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'CLF', 'HUF'),
    });
    fc.assert(
      fc.property(money, ({ amount, currency }) => {
        const text = decimal({ amount, currency });
        // Three digits are what groups have, too; there the reader's own sign decides.
        const reading: AmountReading = currencyDigits(currency) === 3 ? { decimal: '.' } : {};
        assert.equal(read(text, currency, reading), amount);
      }),
    );
  });

  it('never throws, and never gives what no price can be', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('0', '1', '5', '9', '.', ',', '-', ' ', '$', '€', 'k', 'r') }),
    );
    const reading = fc.constantFrom<AmountReading>({}, { decimal: '.' }, { decimal: ',' });
    fc.assert(
      fc.property(text, fc.constantFrom('USD', 'JPY', 'KWD'), reading, (typed, currency, how) => {
        const parsed = parseAmount(typed, currency, how);
        if (parsed.ok) assert.ok(Number.isSafeInteger(parsed.money.amount) && parsed.money.amount >= 0);
      }),
      { numRuns: 1000 },
    );
  });
});
