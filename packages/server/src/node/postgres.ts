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

const usual = pg.types.getTypeParser as (oid: number, format: 'text' | 'binary') => (text: string) => unknown;

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
    PARSERS.get(oid) ?? usual(oid, format ?? 'text'),
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
    types,
    options: SESSION,
    // Without it, a transaction that waits for a second connection of a full pool waits for ever.
    connectionTimeoutMillis: 10_000,
    application_name: 'handsel',
  });
  // An idle connection that breaks is replaced by the pool; an unheard 'error' event would end the process.
  pool.on('error', () => undefined);
  return {
    engine: 'postgres',
    dialect: new PostgresDialect({ pool }),
    listen: (to) => new CommitListener(url, to).start(),
  };
}

const LONGEST_PAUSE_MS = 10_000;

/** Keeps one connection that hears commits, and comes back with growing pauses when it is lost. */
class CommitListener {
  readonly #url: string;
  readonly #listening: Listening;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #pauseMs = 100;

  constructor(url: string, listening: Listening) {
    this.#url = url;
    this.#listening = listening;
  }

  /** Answers how to stop. */
  start(): () => Promise<void> {
    this.#connect();
    return async () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
      await this.#client?.end().catch(() => undefined);
    };
  }

  #connect(): void {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'handsel-listener',
      keepAlive: true,
    });
    this.#client = client;
    const lost = (): void => {
      this.#lost(client);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => {
      hear(payload, this.#listening);
    });
    client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .then(() => {
        this.#pauseMs = 100;
        this.#listening.missed();
      }, lost);
  }

  #lost(from: pg.Client): void {
    // 'error' and 'end' both come for one loss; only the first may reconnect.
    if (this.#client !== from || this.#stopped) return;
    this.#client = undefined;
    from.end().catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.#connect();
    }, this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }
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
