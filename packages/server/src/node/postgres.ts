import { PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Home, Listening, Message } from '../store/home.ts';
import { safeNumber } from '../store/sqlite.ts';

/** How a store uses its PostgreSQL. */
export interface PostgresOptions {
  /** Connections of this process, besides the one that listens. Default 10. */
  readonly connections?: number;
}

/** The channel that commits are announced on. */
export const CHANNEL = 'handsel';

const same = (text: string): string => text;

// By type number: int8, numeric (what sum(int8) gives), timestamptz, date, json, jsonb.
const PARSERS = new Map<number, (text: string) => unknown>([
  [20, safeNumber],
  [1700, safeNumber],
  [1184, (text) => new Date(text).toISOString()],
  [1082, same],
  [114, same],
  [3802, same],
]);

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
    PARSERS.get(oid) ?? (pg.types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown),
};

const SESSION = [
  '-c timezone=UTC',
  '-c lock_timeout=5s',
  '-c idle_in_transaction_session_timeout=30s',
  '-c statement_timeout=30s',
].join(' ');

/** A store in PostgreSQL 15 or newer; any number of processes may share it. */
export function postgresHome(url: string, { connections = 10 }: PostgresOptions = {}): Home {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: types as unknown as pg.CustomTypesConfig,
    options: SESSION,
    // Without it, a transaction that waits for a second connection of a full pool waits for ever.
    connectionTimeoutMillis: 10_000,
    application_name: 'handsel',
  });
  // An idle connection that breaks is replaced by the pool; an unheard 'error' event would end the process.
  pool.on('error', () => undefined);
  return { engine: 'postgres', dialect: new PostgresDialect({ pool }), listen: (to) => listen(url, to) };
}

const LONGEST_PAUSE_MS = 10_000;

/** Keeps one connection that hears commits, and comes back with growing pauses when it is lost. */
function listen(url: string, listening: Listening): () => Promise<void> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let pauseMs = 100;

  const lost = (from: pg.Client): void => {
    // 'error' and 'end' both come for one loss; only the first may reconnect.
    if (client !== from || stopped) return;
    client = undefined;
    from.end().catch(() => undefined);
    timer = setTimeout(connect, pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };
  const connect = (): void => {
    const next = new pg.Client({ connectionString: url, application_name: 'handsel-listener', keepAlive: true });
    client = next;
    next.on('error', () => {
      lost(next);
    });
    next.on('end', () => {
      lost(next);
    });
    next.on('notification', ({ payload }) => {
      hear(payload, listening);
    });
    next
      .connect()
      .then(() => next.query(`listen ${CHANNEL}`))
      .then(
        () => {
          pauseMs = 100;
          listening.missed();
        },
        () => {
          lost(next);
        },
      );
  };
  connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}

function hear(payload: string | undefined, listening: Listening): void {
  const message = parse(payload);
  if (message) listening.heard(message);
  else listening.missed();
}

function parse(payload: string | undefined): Message | undefined {
  try {
    const { topic, id, seq } = JSON.parse(payload ?? '') as Partial<Message>;
    if (typeof topic !== 'string' || typeof id !== 'string') return undefined;
    return typeof seq === 'number' ? { topic, id, seq } : { topic, id };
  } catch {
    return undefined;
  }
}
