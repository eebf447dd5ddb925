import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fits } from './fits.ts';
import {
  addDays,
  addHours,
  CivilDate,
  civilDateOf,
  endOfDay,
  Instant,
  instantOf,
  millisecondsOf,
  mondayOf,
} from './time.ts';

const date = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((value) => value.toISOString());

describe('time', () => {
  it('is written in UTC, in one way', () => {
    assert.equal(instantOf(0), '1970-01-01T00:00:00.000Z');
    assert.equal(millisecondsOf('2026-11-22T09:30:00.000Z'), Date.UTC(2026, 10, 22, 9, 30));
    assert.ok(fits(Instant, '2026-11-22T09:30:00.000Z'));
    for (const text of ['2026-11-22', '2026-11-22T09:30:00+01:00', '2026-11-22T25:00:00.000Z', 'now', '', 0]) {
      assert.equal(fits(Instant, text), false, String(text));
    }
    assert.throws(() => millisecondsOf('soon'), RangeError);
    assert.throws(() => addDays('soon', 1), RangeError);
  });

  it('knows which days there are', () => {
    for (const text of ['2026-12-04', '2028-02-29']) assert.ok(fits(CivilDate, text), text);
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '04.12.2026', '2026-12-04T00:00:00.000Z', '']) {
      assert.equal(fits(CivilDate, text), false, text);
    }
  });

  it('counts a day as 24 hours, also where clocks change', () => {
    assert.equal(addDays('2026-03-28T12:00:00.000Z', 1), '2026-03-29T12:00:00.000Z');
    assert.equal(addDays('2026-10-24T12:00:00.000Z', 14), '2026-11-07T12:00:00.000Z');
    assert.equal(addDays('2026-12-25T00:00:00.000Z', 14), '2027-01-08T00:00:00.000Z');
    assert.equal(addDays('2026-03-01T00:00:00.000Z', -1), '2026-02-28T00:00:00.000Z');
    assert.equal(addHours('2026-12-31T23:30:00.000Z', 1), '2027-01-01T00:30:00.000Z');
  });

  it('ends a day with the first moment of the next, in UTC', () => {
    assert.equal(endOfDay('2026-12-31'), '2027-01-01T00:00:00.000Z');
    assert.equal(endOfDay('2028-02-28'), '2028-02-29T00:00:00.000Z');
    assert.throws(() => endOfDay('2026-02-30T'), RangeError);
    assert.equal(civilDateOf('2026-12-31T23:59:59.999Z'), '2026-12-31');
  });

  it('begins weeks on Monday', () => {
    assert.equal(mondayOf('2026-11-23'), '2026-11-23');
    assert.equal(mondayOf('2026-11-29'), '2026-11-23');
    assert.equal(mondayOf('2026-11-22'), '2026-11-16');
    assert.equal(mondayOf('2027-01-01'), '2026-12-28');
  });

  it('finds for every day one Monday, at most six days before it', () => {
    fc.assert(
      fc.property(date, (instant) => {
        const day = civilDateOf(instant);
        const monday = mondayOf(day);
        assert.equal(new Date(`${monday}T00:00:00.000Z`).getUTCDay(), 1);
        const days = (millisecondsOf(endOfDay(day)) - millisecondsOf(endOfDay(monday))) / 86_400_000;
        assert.ok(days >= 0 && days <= 6);
      }),
    );
  });

  it('goes back as far as it went on', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -500, max: 500 }), (instant, days) => {
        assert.equal(addDays(addDays(instant, days), -days), instant);
        assert.equal(addHours(instant, 24 * days), addDays(instant, days));
      }),
    );
  });
});
