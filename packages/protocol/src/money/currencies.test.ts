import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sha256 } from '../canonical.ts';
import { currencyCodes, currencyDigits, isCurrency } from './currencies.ts';

// ISO 4217, list one of 2026-01-01, told by how many digits the minor unit has.
const DIGITS = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
} as const;

describe('the currencies a contract can be written in', () => {
  it('are the active ones of ISO 4217, each once', () => {
    const codes = currencyCodes();
    assert.equal(codes.length, 165);
    assert.deepEqual(codes, [...new Set(codes)].sort());
    assert.deepEqual(
      codes.filter((code) => !/^[A-Z]{3}$/.test(code)),
      [],
    );
  });

  it('are exactly those with a minor unit in the list of 2026-01-01, with its digits', async () => {
    const table = currencyCodes().map((code) => `${code}${currencyDigits(code)}`);
    // Computed from the published list (codes in use, "N.A." left out), not from our table.
    assert.equal(await sha256(table.join(' ')), '0826f60d716e22daf4392deead314cc55418ab16f0a0c01137ac9ce6e4ed8bf3');
  });

  it('leave out what is over, what is metal and what is for banks', () => {
    const none = ['DEM', 'HRK', 'BGN', 'ANG', 'CUC', 'SLL', 'ZWL', 'XAU', 'XDR', 'XSU', 'XUA', 'XTS', 'XXX', 'BTC'];
    assert.deepEqual(none.filter(isCurrency), []);
    for (const code of ['', 'usd', 'US', 'USDX', 'D E', ' EU', 'constructor'])
      assert.equal(isCurrency(code), false, code);
  });

  it('have the digits of ISO 4217, whatever the browser says', () => {
    for (const code of currencyCodes()) {
      assert.equal(currencyDigits(code), (DIGITS as Readonly<Record<string, number>>)[code] ?? 2, code);
    }
    for (const code of ['USD', 'EUR', 'HUF', 'IDR', 'PKR', 'COP', 'AFN', 'LBP']) assert.equal(currencyDigits(code), 2);
    for (const code of ['', 'PY', 'F D']) assert.equal(currencyDigits(code), 2, code);
  });
});
