import { Kysely, sql } from 'kysely';
import { Bus, type Listener } from './bus.ts';
import { faultOf, StoreFault } from './faults.ts';
import type { Engine, Home, Message } from './home.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';
import { Turn } from './turn.ts';

/** What reads need: a handle that lives as long as its transaction. */
export interface Reader {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /** Whether it sees others' commits between its statements, and must lock what it reads in several of them. */
  readonly shifting: boolean;
}

/** What writes need. The work may run again after a conflict: nothing outside may be touched but through `after`. */
export interface Tx extends Reader {
  /** Runs once the transaction is committed, and never when it is not. */
  after(work: () => void): void;
  /** Tells listeners in every process, once committed. */
  publish(message: Message): void;
}

/** What a store is made of. */
export interface StoreOptions {
  readonly home: Home;
  /** Between 0 and 1; spreads the retries of transactions that met each other. */
  readonly random: () => number;
  /** How long a caller waits for its turn on a home with one connection. Default 10 s. */
  readonly turnTimeoutMs?: number;
}

const TRIES = 8;

/** The one way to the tables: every use is a transaction, and its handle is passed on. */
export class Store {
  readonly engine: Engine;
  readonly #db: Kysely<Tables>;
  readonly #bus: Bus;
  readonly #random: () => number;
  readonly #turn: Turn | undefined;

  constructor({ home, random, turnTimeoutMs = 10_000 }: StoreOptions) {
    this.engine = home.engine;
    this.#db = new Kysely<Tables>({ dialect: home.dialect });
    this.#bus = new Bus(home);
    this.#random = random;
    this.#turn = home.engine === 'sqlite' ? new Turn(turnTimeoutMs) : undefined;
  }

  /** Brings the tables up to date; several processes may do it at once. */
  migrate(): Promise<void> {
    return this.write((tx) => migrate(tx));
  }

  /** Reads one moment: what others commit meanwhile is not seen. */
  read<T>(work: (q: Reader) => Promise<T>): Promise<T> {
    const { engine } = this;
    return this.#inTurn(() => {
      const transaction = this.#db.transaction().setAccessMode('read only');
      const settled = engine === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction;
      return settled.execute((db) => work({ db, engine, shifting: false }));
    });
  }

  /** Writes all or nothing. Conflicts with other transactions are tried again, up to 8 times. */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#inTurn(() => this.#attempt(work));
      } catch (error) {
        if (tried === TRIES || !(error instanceof StoreFault) || error.kind !== 'retry') throw error;
      }
      await pause(this.#random() * Math.min(2 ** tried * 5, 500));
    }
  }

  /** Hears every commit that published something. Answers how to stop. */
  subscribe(listener: Listener): () => void {
    return this.#bus.subscribe(listener);
  }

  async close(): Promise<void> {
    await this.#bus.close();
    await this.#db.destroy();
  }

  async #attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { engine } = this;
    const afterwards: (() => void)[] = [];
    const messages: Message[] = [];
    const result = await this.#db.transaction().execute(async (db) => {
      const answer = await work({
        db,
        engine,
        shifting: engine === 'postgres',
        after: (later) => afterwards.push(later),
        publish: (message) => messages.push(message),
      });
      if (engine === 'postgres') await notify(db, messages);
      return answer;
    });
    if (engine === 'sqlite') for (const message of messages) this.#bus.heard(message);
    for (const later of afterwards) later();
    return result;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await (this.#turn ? this.#turn.take(work) : work());
    } catch (error) {
      const kind = faultOf(error);
      throw kind && !(error instanceof StoreFault) ? new StoreFault(kind, error) : error;
    }
  }
}

/** Opens a store and brings its tables up to date. */
export async function createStore(options: StoreOptions): Promise<Store> {
  const store = new Store(options);
  try {
    await store.migrate();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

// Inside the transaction, so that a rolled-back one is silent; PostgreSQL delivers at commit, in order.
async function notify(db: Kysely<Tables>, messages: readonly Message[]): Promise<void> {
  for (const message of messages) {
    await sql`select pg_notify('handsel', ${JSON.stringify(message)}::text)`.execute(db);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
