import type { ContractRecord } from '../rules/state.ts';
import type { ContractWordsTable } from './tables.ts';
/** One word, and whose it is. */
export type ContractWord = Omit<ContractWordsTable, 'contract_id'>;
/** The words a contract is found by: its title, its amounts, and for each side the name and address of the other. */
export declare function contractWords(contract: ContractRecord): Map<string, ContractWord>;
//# sourceMappingURL=contract-words.d.ts.map