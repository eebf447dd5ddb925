import { type Money, Refusal } from '@handsel/protocol';
import type { ContractRecord } from './state.ts';

/** An amount as the rules count it. @throws {Refusal} `VALIDATION` when it is in another currency than the contract. */
export function minorOf(money: Money, { currency }: Pick<ContractRecord, 'currency'>, pointer: string): number {
  if (money.currency === currency) return money.amount;
  const message = `This contract is in ${currency}.`;
  throw new Refusal('VALIDATION', { errors: [{ pointer: `${pointer}/currency`, code: 'wrong_currency', message }] });
}
