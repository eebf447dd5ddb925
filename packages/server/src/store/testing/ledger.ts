import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Place, post, refused } from './place.ts';

/** The journal that adds up and stays as it is, on every home. */
export function ledgerSuite(place: Place): void {
  const entry = (id: string, amounts: Readonly<Record<string, number>>, n = 1, currency = 'USD') =>
    place.store.write((tx) => post(tx, id, { n, amounts, currency }));
  const balance = async (id: string, account: string) => {
    const { rows } = await place.store.read(({ db }) =>
      sql<{ balance: number }>`
        select balance from accounts where contract_id = ${id} and account = ${account}`.execute(db),
    );
    return rows[0]?.balance;
  };

  describe('the journal', () => {
    it('keeps what we owe: a credit raises it, a debit lowers it', async () => {
      const id = await place.accounts();
      await entry(id, { 'escrow:a': -500, bank: 500 });
      await entry(id, { 'escrow:b': -200, 'escrow:a': 200 }, 2);
      assert.deepEqual([await balance(id, 'escrow:a'), await balance(id, 'escrow:b')], [300, 200]);
    });

    it('refuses an entry that does not sum to zero, and one with a single posting', async () => {
      const id = await place.accounts();
      assert.equal(await refused(entry(id, { 'escrow:a': -500, bank: 499 })), 'rule');
      assert.equal(await refused(entry(id, { bank: 500 })), 'rule');
      assert.equal(await balance(id, 'escrow:a'), 0);
    });

    it('refuses a posting to an entry that is written', async () => {
      const id = await place.accounts();
      await entry(id, { 'escrow:a': -500, bank: 500 });
      const more = place.store.write(({ db }) =>
        sql`insert into postings (contract_id, entry_id, n, account, currency, amount)
          values (${id}, 'jrn_1', 3, 'bank', 'USD', 5)`.execute(db),
      );
      assert.equal(await refused(more), 'rule');
    });

    it('refuses to pay out more than is held', async () => {
      const id = await place.accounts();
      await entry(id, { 'escrow:a': -500, bank: 500 });
      assert.equal(await refused(entry(id, { bank: -501, 'escrow:a': 501 }, 2)), 'check');
      assert.equal(await balance(id, 'escrow:a'), 500);
    });

    it('refuses a posting in another currency than its account', async () => {
      const id = await place.accounts();
      assert.equal(await refused(entry(id, { 'escrow:a': -500, bank: 500 }, 1, 'EUR')), 'foreign');
    });

    it('changes and removes no posting and no entry, also by the way of a replacement', async () => {
      const id = await place.accounts();
      await entry(id, { 'escrow:a': -500, bank: 500 });
      const others =
        place.engine === 'postgres'
          ? ['truncate postings cascade']
          : [
              `insert or replace into postings (contract_id, entry_id, n, account, currency, amount)
                values ('${id}', 'jrn_1', 1, 'escrow:a', 'USD', -999)`,
            ];
      const tries = [
        `update postings set amount = -999 where contract_id = '${id}' and n = 1`,
        `delete from postings where contract_id = '${id}'`,
        `update entries set template = 'x' where contract_id = '${id}'`,
        `delete from entries where contract_id = '${id}'`,
        `delete from accounts where contract_id = '${id}'`,
        ...others,
      ];
      for (const text of tries) {
        const kind = await refused(place.store.write(({ db }) => sql.raw(text).execute(db)));
        assert.equal(kind, 'rule', text);
      }
      const { rows } = await place.store.read(({ db }) =>
        sql<{ amount: number }>`select amount from postings where contract_id = ${id} order by n`.execute(db),
      );
      assert.deepEqual(
        rows.map(({ amount }) => amount),
        [-500, 500],
      );
    });
  });
}
