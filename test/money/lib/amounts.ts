/** JSON texts of an amount of money in USD that no operation may take. */
export const WRONG_AMOUNTS: readonly string[] = [
  money('-1'),
  money('-500'),
  money('500.5'),
  money('0.5'),
  money('1000000000001'),
  money('1e15'),
  money('9007199254740991'),
  money('9007199254740992'),
  money('-9007199254740993'),
  money('1e308'),
  // Infinity, once it is parsed.
  money('1e999'),
  money('"500"'),
  money('"NaN"'),
  money('"Infinity"'),
  money('"5.00"'),
  money('null'),
  money('true'),
  money('[500]'),
  money('{"amount":500}'),
  '{"currency":"USD"}',
  '{"amount":50000}',
  '{"amount":50000,"currency":"USD","minor":true}',
  '50000',
  '"500.00 USD"',
  'null',
  '[]',
];

/** JSON texts of an amount in another currency than the contract's, or in none. */
export const WRONG_CURRENCIES: readonly string[] = [
  ...['"EUR"', '"JPY"', '"KWD"', '"usd"', '"US"', '"USDT"', '"XXX"', '"XAU"', '""', 'null', '840'].map((currency) =>
    money('50000', currency),
  ),
];

/** Amounts that are not even JSON. */
export const MALFORMED: readonly string[] = [
  money('NaN'),
  money('Infinity'),
  money('-Infinity'),
  money('0500'),
  money('5_00'),
  money('0x1F4'),
  money('+500'),
  money('500.'),
  money('undefined'),
];

/** The JSON text of an amount. */
export function money(amount: string, currency = '"USD"'): string {
  return `{"amount":${amount},"currency":${currency}}`;
}
