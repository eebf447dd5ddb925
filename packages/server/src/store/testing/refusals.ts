import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { brokenEvents } from '../events.ts';
import { type Place, post, refused } from './place.ts';

/** What a database must refuse, under the same name on every home. */
export function refusalsSuite(place: Place): void {
  const write = (text: string) => place.store.write(({ db }) => sql.raw(text).execute(db));

  describe('refusals', () => {
    it('names what was refused: unique, null, check, foreign, rule', async () => {
      const id = await place.accounts();
      await write(`insert into scratch (id) values ('once')`);
      const account = `insert into accounts (contract_id, account, currency, guarded, balance) values`;
      const kinds = [
        await refused(write(`insert into scratch (id) values ('once')`)),
        await refused(write(`insert into scratch (id) values (null)`)),
        await refused(write(`${account} ('${id}', 'escrow:c', 'USD', 1, -1)`)),
        await refused(write(`${account} ('${id}', 'escrow:c', 'EUR', 1, 0)`)),
        await refused(write(`update events set data = '{}' where contract_id = '${id}'`)),
      ];
      assert.deepEqual(kinds, ['unique', 'null', 'check', 'foreign', 'rule']);
    });

    it('keeps nothing of a transaction in which one statement was refused, though the refusal was caught', async () => {
      const kind = await refused(
        place.store.write(async ({ db }) => {
          await sql`insert into scratch (id) values ('poisoned 1')`.execute(db);
          await sql`insert into scratch (id) values ('poisoned 1')`.execute(db).catch(() => undefined);
          await sql`insert into scratch (id) values ('poisoned 2')`.execute(db);
        }),
      );
      assert.equal(kind, 'aborted');
      const { rows } = await place.store.read(({ db }) =>
        sql`select id from scratch where id like 'poisoned %'`.execute(db),
      );
      assert.deepEqual(rows, []);
    });

    it('takes the next transaction after one that was refused at its commit', async () => {
      const id = await place.accounts();
      const orphan = place.store.write(({ db }) =>
        sql`insert into postings (contract_id, entry_id, n, account, currency, amount)
          values (${id}, 'jrn_none', 1, 'bank', 'USD', 5)`.execute(db),
      );
      assert.equal(await refused(orphan), 'foreign');
      await place.store.write((tx) => post(tx, id, { n: 1, amounts: { 'escrow:a': -5, bank: 5 } }));
    });
  });

  describe('history', () => {
    it('changes and removes no event, whatever it is asked', async () => {
      const id = await place.contract();
      const others: readonly string[] =
        place.engine === 'postgres'
          ? ['truncate events cascade']
          : [`insert or replace into events select * from events where contract_id = '${id}'`];
      const tries = [
        `update events set type = 'x' where contract_id = '${id}'`,
        `delete from events where contract_id = '${id}'`,
        ...others,
      ];
      for (const text of tries) assert.equal(await refused(write(text)), 'rule', text);
      assert.deepEqual(await place.store.read((q) => brokenEvents(q, id)), []);
    });

    it('takes no event that does not follow the one before', async () => {
      const id = await place.contract();
      const event = `insert into events (contract_id, seq, id, type, at, actor_role, data, prev_hash, hash)
        values ('${id}', 2, 'evt_2', 'x', '2026-11-20T09:30:00.000Z', 'system', '{}', 'another', 'h')`;
      assert.equal(await refused(write(event)), 'rule');
    });
  });
}
