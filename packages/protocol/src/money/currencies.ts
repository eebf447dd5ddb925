/**
 * The active currencies of ISO 4217 (list one, 2026-01-01) that have a minor unit: neither metals nor the units of
 * account of banks (XDR, XSU, XUA), nor the codes for testing and for no currency.
 *
 * Never ask `Intl` for the digits: Chromium and Node answer 0 for HUF, IDR, PKR and others where ISO 4217 says 2,
 * which is an error of a factor of 100.
 */
const CODES =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF ' +
  'CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD ' +
  'HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD ' +
  'MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN ' +
  'PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD ' +
  'TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XCD XCG XOF XPF YER ZAR ZMW ZWG';

/** Minor-unit digits, where they are not two. */
const DIGITS: Readonly<Record<string, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Every currency code a contract can be written in. */
export function currencyCodes(): string[] {
  return CODES.split(' ');
}

/** Whether the code is an active currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return code.length === 3 && CODES.includes(code) && currencyCodes().includes(code);
}

/** How many digits the currency's minor unit has: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyDigits(code: string): number {
  for (const [digits, codes] of Object.entries(DIGITS)) if (codes.split(' ').includes(code)) return Number(digits);
  return 2;
}
