import { sql } from 'kysely';
import type { World } from '../world.ts';

const HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** Whether the backend can do its work: it can when the store answers. */
export async function healthz({ store, log }: World): Promise<Response> {
  try {
    await store.read(({ db }) => sql`select 1`.execute(db));
    return new Response('{"status":"ok"}', { headers: HEADERS });
  } catch {
    log('error', 'the store does not answer');
    return new Response('{"status":"unavailable"}', { status: 503, headers: HEADERS });
  }
}
