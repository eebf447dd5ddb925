export { currencyCodes, currencyDigits, isCurrency } from './money/currencies.ts';
export { allocate, decimal, feeOf, LARGEST_PRICE, Money, Price, Share, sum, zero } from './money/money.ts';
export { parseAmount, type AmountReading, type AmountRefusal, type ParsedAmount } from './money/parse.ts';
