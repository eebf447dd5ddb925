import { describe } from 'node:test';
import { ledgerSuite } from './ledger.ts';
import { type Lodging, Place } from './place.ts';
import { refusalsSuite } from './refusals.ts';
import { transactionsSuite } from './transactions.ts';
import { valuesSuite } from './values.ts';

export type { Lodging } from './place.ts';

/** What every home owes the store. Each home's test calls this once. */
export function storeSuite(name: string, lodge: () => Promise<Lodging> | Lodging): void {
  describe(name, () => {
    const place = new Place(lodge);
    valuesSuite(place);
    refusalsSuite(place);
    ledgerSuite(place);
    transactionsSuite(place);
  });
}
