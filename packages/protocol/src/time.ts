import * as z from 'zod/mini';
import type { Schema } from './schema.ts';

/** A moment in UTC, ISO 8601 with milliseconds: `2026-11-22T09:30:00.000Z`. */
export type Instant = string;
export const Instant: Schema<Instant> = z.iso.datetime();

/** A day in a calendar, without a time or a zone: `2026-12-04`. */
export type CivilDate = string;
export const CivilDate: Schema<CivilDate> = z.iso.date();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The instant that many milliseconds since 1970 stand for. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

/** Milliseconds since 1970. @throws {RangeError} when the text is no instant. */
export function millisecondsOf(instant: Instant): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`"${instant}" is no instant.`);
  return milliseconds;
}

/** The instant so many hours later (earlier when negative). */
export function addHours(instant: Instant, hours: number): Instant {
  return instantOf(millisecondsOf(instant) + hours * HOUR);
}

/** The instant so many times 24 hours later: fourteen days mean 336 hours, whatever clocks do in between. */
export function addDays(instant: Instant, days: number): Instant {
  return instantOf(millisecondsOf(instant) + days * DAY);
}

/** The day it is in UTC at that instant. */
export function civilDateOf(instant: Instant): CivilDate {
  return instantOf(millisecondsOf(instant)).slice(0, 10);
}

/** The first moment after that day, in UTC: when an offer that "ends on" the day is over. */
export function endOfDay(date: CivilDate): Instant {
  return instantOf(millisecondsOf(`${date}T00:00:00.000Z`) + DAY);
}

/** The Monday of the week a day is part of; work weeks run Monday to Sunday in UTC. */
export function mondayOf(date: CivilDate): CivilDate {
  const start = millisecondsOf(`${date}T00:00:00.000Z`);
  const sinceMonday = (new Date(start).getUTCDay() + 6) % 7;
  return instantOf(start - sinceMonday * DAY).slice(0, 10);
}
