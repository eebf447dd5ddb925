import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Place } from './place.ts';

const ROWS = ['b', 'B', 'a', '_', 'Z', 'é', '10', '9', 'ctr_2', 'ctr_10'];

/** Values that go in and come out the same on every home. */
export function valuesSuite(place: Place): void {
  const put = (id: string, values: { n?: unknown; at?: unknown; body?: unknown; big?: unknown }) =>
    place.store.write(({ db }) =>
      sql`insert into scratch (id, n, at, body, big)
        values (${id}, ${values.n ?? null}, ${values.at ?? null}, ${values.body ?? null}, ${values.big ?? null})`.execute(
        db,
      ),
    );
  const rows = async (where: string) =>
    place.store.read(async ({ db }) => {
      const found = await sql<Record<string, unknown>>`
        select id, n, at, body, big from scratch where ${sql.raw(where)} order by id`.execute(db);
      return found.rows.map((row) => ({ ...row }));
    });

  describe('values', () => {
    it('keeps whole numbers whole: five halves are two', async () => {
      await put('whole', { n: 5 });
      const { rows: halves } = await place.store.read(({ db }) =>
        sql<{ half: number }>`select n / 2 as half from scratch where id = 'whole'`.execute(db),
      );
      assert.equal(halves[0]?.half, 2);
    });

    it('binds a number as an integer, not as a real', async () => {
      const { rows: halves } = await place.store.read(({ db }) =>
        sql<{ half: number }>`select cast(${5} as bigint) / 2 as half`.execute(db),
      );
      assert.equal(halves[0]?.half, 2);
    });

    it('gives sums and counts as numbers', async () => {
      await put('sum1', { n: 4_000_000_000 });
      await put('sum2', { n: 5_000_000_000 });
      const { rows: sums } = await place.store.read(({ db }) =>
        sql`select sum(n) as total, count(*) as many from scratch where id in ('sum1', 'sum2')`.execute(db),
      );
      assert.deepEqual({ ...(sums[0] as object) }, { total: 9_000_000_000, many: 2 });
    });

    it('keeps the largest safe integer, and refuses to read one that would lose digits', async () => {
      await put('safe', { big: Number.MAX_SAFE_INTEGER });
      assert.equal((await rows(`id = 'safe'`))[0]?.['big'], Number.MAX_SAFE_INTEGER);
      await place.store.write(({ db }) =>
        sql`insert into scratch (id, big) values ('unsafe', 9007199254740993)`.execute(db),
      );
      await assert.rejects(rows(`id = 'unsafe'`), RangeError);
    });

    it('refuses a fraction and a text with a NUL in it', async () => {
      await assert.rejects(put('fraction', { n: 2.5 }));
      await assert.rejects(put('nul', { body: 'a\0b' }));
      assert.deepEqual(await rows(`id in ('fraction', 'nul')`), []);
    });

    it('gives instants back as they came, with milliseconds, in UTC', async () => {
      await put('instant', { at: '2026-11-20T09:30:00.120Z' });
      assert.equal((await rows(`id = 'instant'`))[0]?.['at'], '2026-11-20T09:30:00.120Z');
    });

    it('gives text back letter by letter, and JSON in the order it was written', async () => {
      const body = '{"zz":1,"a":"é 🪁 \\n"}';
      await put('text', { body });
      assert.deepEqual(await rows(`id = 'text'`), [{ id: 'text', n: null, at: null, body, big: null }]);
    });
  });

  describe('order', () => {
    it('sorts ids by code point, and goes on from a place in the middle', async () => {
      for (const [index, id] of ROWS.entries()) await put(`order ${id}`, { n: index % 3 });
      const sorted = ROWS.map((id) => `order ${id}`).sort();
      const found = await rows(`id like 'order %'`);
      assert.deepEqual(
        found.map(({ id }) => id),
        sorted,
      );
      const { rows: rest } = await place.store.read(({ db }) =>
        sql<{ id: string }>`select id from scratch where id like 'order %' and (n, id) < (1, 'order Z')
          order by n desc, id desc`.execute(db),
      );
      const place1 = (id: string) => ROWS.indexOf(id.slice('order '.length)) % 3;
      const expected = sorted.filter((id) => place1(id) < 1 || (place1(id) === 1 && id < 'order Z'));
      expected.sort((left, right) => place1(right) - place1(left) || (left < right ? 1 : -1));
      assert.deepEqual(
        rest.map(({ id }) => id),
        expected,
      );
    });
  });
}
