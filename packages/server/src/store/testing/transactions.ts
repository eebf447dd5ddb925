import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as nextTick } from 'node:timers/promises';
import { type EventId } from '@handsel/protocol';
import { sql } from 'kysely';
import { START } from '../../rules/testing/play.ts';
import { appendEvents, listEvents } from '../events.ts';
import { TurnTimeoutError } from '../faults.ts';
import type { Message } from '../home.ts';
import { once } from '../idempotency.ts';
import type { Store } from '../store.ts';
import { type Place, refused } from './place.ts';

/** What a transaction promises, on every home. */
export function transactionsSuite(place: Place): void {
  const ids = async (like: string) => {
    const { rows } = await place.store.read(({ db }) =>
      sql<{ id: string }>`select id from scratch where id like ${like} order by id`.execute(db),
    );
    return rows.map(({ id }) => id);
  };

  describe('transactions', () => {
    it('write all or nothing', async () => {
      const failing = place.store.write(async ({ db }) => {
        await sql`insert into scratch (id) values ('half 1')`.execute(db);
        throw new Error('something else went wrong');
      });
      await assert.rejects(failing, /something else went wrong/);
      assert.deepEqual(await ids('half %'), []);
    });

    it('tell what they have done once it is committed, and nothing otherwise', async () => {
      const told: string[] = [];
      await place.store.write((tx) => Promise.resolve(tx.after(() => told.push('committed'))));
      const failing = place.store.write(async (tx) => {
        tx.after(() => told.push('rolled back'));
        await sql`insert into scratch (id) values (null)`.execute(tx.db);
      });
      assert.equal(await refused(failing), 'null');
      assert.deepEqual(told, ['committed']);
    });

    it('are heard by those who listen', async () => {
      const { promise, resolve } = Promise.withResolvers<Message>();
      const stop = place.store.subscribe({ heard: (message) => message.topic === 'suite' && resolve(message) });
      // A listener of PostgreSQL needs a moment to connect: what is said before is not heard, and said again.
      let said: Message | undefined;
      void promise.then((message) => (said = message));
      while (!said) {
        await place.store.write((tx) => Promise.resolve(tx.publish({ topic: 'suite', id: 'a', seq: 7 })));
        await nextTick();
      }
      stop();
      assert.deepEqual(said, { topic: 'suite', id: 'a', seq: 7 });
    });

    it('number forty events of forty hands at once without a gap', async () => {
      const id = await place.contract();
      await Promise.all(Array.from({ length: 40 }, () => appendOne(place, id)));
      const events = await place.store.read((q) => listEvents(q, id, { limit: 100 }));
      assert.deepEqual(
        events.map(({ seq }) => seq),
        Array.from({ length: 41 }, (_, index) => index + 1),
      );
      assert.equal(new Set(events.map((event): EventId => event.id)).size, 41);
    });

    it('do once what ten ask for at once with the same key', async () => {
      let runs = 0;
      const intent = { scope: 'suite', key: `key ${place.newId('key')}`, fingerprint: 'f', now: START };
      const ask = () =>
        place.store.write((tx) =>
          once(tx, intent, async () => {
            await nextTick();
            return { run: (runs += 1) };
          }),
        );
      const answers = await Promise.all(Array.from({ length: 10 }, ask));
      assert.deepEqual(
        answers.map(({ answer }) => answer.run),
        Array<number>(10).fill(1),
      );
      assert.equal(answers.filter(({ replayed }) => !replayed).length, 1);
    });

    it('take the steps of the tables only once', async () => {
      await place.store.migrate();
      const { rows } = await place.store.read(({ db }) => sql<{ n: number }>`select n from migrations`.execute(db));
      assert.equal(new Set(rows.map(({ n }) => n)).size, rows.length);
    });
  });

  describe('a transaction within a transaction', () => {
    it('is refused after a while where it would wait for itself for ever: on a home with one connection', async () => {
      const nested = (store: Store) => store.write(() => store.read(() => Promise.resolve('read')));
      if (place.engine === 'postgres') assert.equal(await nested(place.store), 'read');
      else await assert.rejects(place.impatiently(nested), TurnTimeoutError);
    });
  });

  describe('the audit', () => {
    it('finds nothing wrong with what the suite has written', async () => {
      const { rows } = await place.store.read(({ db }) =>
        sql`select * from ledger_audit where rule not in ('escrow equals what is held', 'entry has an event',
          'events are numbered without a gap', 'guarded balance was never negative')`.execute(db),
      );
      assert.deepEqual(rows, []);
    });
  });
}

// As a decision is stored: the number is taken in the transaction that writes the event.
async function appendOne(place: Place, id: string): Promise<void> {
  await place.store.write(async (tx) => {
    const { rows } = await sql<{ seq: number }>`
      update contracts set seq = seq + 1 where id = ${id} returning seq`.execute(tx.db);
    await nextTick();
    const at = { now: START, actor: { role: 'system', name: null }, newId: place.newId } as const;
    await appendEvents(tx, id, (rows[0]?.seq ?? 0) - 1, [{ type: 'deadline.approaching', data: {} }], at);
  });
}
