import { addDays, addHours } from '@handsel/protocol';
import { sql } from 'kysely';
import { LIFETIMES } from '../settings.ts';
import type { World } from '../world.ts';

const EVERY_MS = 3_600_000;
const last = new WeakMap<World, number>();

/**
 * Throws away what is over: keys of old commands, ended sessions, used codes and permissions, done jobs, and
 * mails that left: nowhere else can their codes and links still be read. Once an hour.
 */
export async function tidy(world: World): Promise<void> {
  const now = world.clock.now();
  const at = Date.parse(now);
  if (at - (last.get(world) ?? 0) < EVERY_MS) return;
  last.set(world, at);
  const [day, month] = [addHours(now, -24), addDays(now, -LIFETIMES.idempotencyDays)];
  await world.store.write(async ({ db }) => {
    await sql`delete from idempotency_keys where created_at < ${month}`.execute(db);
    await sql`delete from sessions where expires_at < ${day}`.execute(db);
    await sql`delete from email_codes where expires_at < ${day}`.execute(db);
    await sql`delete from consents where expires_at < ${day}`.execute(db);
    await sql`delete from rate_windows where ends_at < ${day}`.execute(db);
    await sql`delete from mails where template = 'sign_in_code' and created_at < ${day}`.execute(db);
    await sql`delete from mails where sent_at < ${month} or dead_at < ${month}`.execute(db);
    await sql`delete from jobs where done_at < ${month}`.execute(db);
  });
}
