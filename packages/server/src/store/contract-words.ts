import { decimal } from '@handsel/protocol';
import type { ContractRecord, PartyRecord } from '../rules/state.ts';
import type { ContractWordsTable } from './tables/contracts.ts';
import { words } from './words.ts';

/** One word, and whose it is. */
export type ContractWord = Omit<ContractWordsTable, 'contract_id'>;

/** The words a contract is found by: its title, its amounts, and for each side the name and address of the other. */
export function contractWords(contract: ContractRecord): Map<string, ContractWord> {
  const { currency, milestones, paid } = contract;
  const total = milestones.reduce((sum, { amount }) => sum + amount, 0);
  const amounts = [total, paid].filter((amount) => amount > 0).map((amount) => decimal({ amount, currency }));
  const found = new Map<string, ContractWord>();
  const add = (side: ContractWord['side'], some: readonly string[]): void => {
    for (const word of some) found.set(`${side} ${word}`, { side, word });
  };
  add('both', [...words(contract.title), ...amounts]);
  add('freelancer', wordsOf(contract.freelancer));
  add('client', wordsOf(contract.client));
  return found;
}

function wordsOf({ name, company, email }: PartyRecord): string[] {
  return words([name, company, email].filter((text) => text !== null).join(' '));
}
