import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import { PoisonedError } from './faults.ts';

/** One compiled statement of a synchronous SQLite. */
export interface SqliteStatement {
  /** Whether it answers with rows. */
  readonly reads: boolean;
  all(parameters: readonly unknown[]): unknown[];
  /** Runs a statement without rows and answers how many rows it changed. */
  run(parameters: readonly unknown[]): number;
  free(): void;
}

/** What any synchronous SQLite (Node's own, or one compiled to WASM) offers to the store. */
export interface SqliteHandle {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): void;
  close(): void;
}

/** Must hold on every connection: `recursive_triggers` lets the append-only triggers see `insert or replace`. */
export const SQLITE_PRAGMAS = [
  'pragma foreign_keys = on',
  'pragma recursive_triggers = on',
  'pragma trusted_schema = off',
  'pragma busy_timeout = 5000',
] as const;

/** The Kysely dialect over one synchronous SQLite connection; Kysely queues its users one after another. */
export function sqliteDialect(open: () => SqliteHandle): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(open),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class SqliteDriver implements Driver {
  readonly #open: () => SqliteHandle;
  #handle: SqliteHandle | undefined;
  #connection: SqliteConnection | undefined;

  constructor(open: () => SqliteHandle) {
    this.#open = open;
  }

  init(): Promise<void> {
    const handle = this.#open();
    this.#handle = handle;
    this.#connection = new SqliteConnection(handle);
    return Promise.resolve();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#live());
  }

  beginTransaction(_connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    // A deferred `begin` that writes later meets SQLITE_BUSY in the middle of its work, without any waiting.
    return this.#live().begin(settings.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  commitTransaction(): Promise<void> {
    return this.#live().commit();
  }

  rollbackTransaction(): Promise<void> {
    return this.#live().rollback();
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.#connection?.forget();
    this.#handle?.close();
    return Promise.resolve();
  }

  #live(): SqliteConnection {
    if (!this.#connection) throw new Error('The SQLite driver was used before it was initialised.');
    return this.#connection;
  }
}

const KEPT_STATEMENTS = 256;

class SqliteConnection implements DatabaseConnection {
  readonly #handle: SqliteHandle;
  readonly #statements = new Map<string, SqliteStatement>();
  #inTransaction = false;
  #poisoned = false;

  constructor(handle: SqliteHandle) {
    this.#handle = handle;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    // PostgreSQL refuses everything after an error in a transaction; half of a decision must not be committed here either.
    if (this.#poisoned) throw new PoisonedError();
    try {
      const statement = this.#statement(sql);
      if (statement.reads) return { rows: statement.all(parameters) as R[] };
      return { rows: [], numAffectedRows: BigInt(statement.run(parameters)) };
    } catch (error) {
      this.#poisoned = this.#inTransaction;
      throw error;
    } finally {
      // The WASM build remembers column names with the statement: a changed table would be read wrongly.
      if (/^\s*(create|alter|drop)\b/i.test(sql)) this.forget();
    }
  }

  // eslint-disable-next-line require-yield -- the interface demands a generator
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The store reads whole results; it has no streams.');
  }

  async begin(text: string): Promise<void> {
    this.#handle.exec(text);
    this.#inTransaction = true;
  }

  async commit(): Promise<void> {
    if (this.#poisoned) throw new PoisonedError();
    this.#handle.exec('commit');
    this.#inTransaction = false;
  }

  async rollback(): Promise<void> {
    this.#inTransaction = false;
    this.#poisoned = false;
    try {
      this.#handle.exec('rollback');
    } catch (error) {
      // A full disk makes SQLite roll back by itself; what went wrong is told by the statement that failed.
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    }
  }

  forget(): void {
    for (const statement of this.#statements.values()) statement.free();
    this.#statements.clear();
  }

  #statement(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const statement = this.#handle.prepare(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > KEPT_STATEMENTS) this.#dropOldest();
    return statement;
  }

  #dropOldest(): void {
    for (const [sql, statement] of this.#statements) {
      statement.free();
      this.#statements.delete(sql);
      return;
    }
  }
}

/** Gives a value the form that every SQLite binds alike: whole numbers as integers, never as reals. */
export function bindable(value: unknown): string | bigint | Uint8Array | null {
  if (value === null) return null;
  switch (typeof value) {
    case 'string':
      // PostgreSQL cannot hold it, so no home takes it.
      if (value.includes('\0')) throw new RangeError('A NUL character cannot be stored.');
      return value;
    case 'number':
      if (!Number.isSafeInteger(value)) throw new RangeError(`Only safe integers can be stored, not ${String(value)}.`);
      return BigInt(value);
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1n : 0n;
    default:
      if (value instanceof Uint8Array) return value;
      throw new TypeError(`A value of type ${typeof value} cannot be stored.`);
  }
}

/** Gives a number read from a database as a JavaScript number, or refuses it when it would lose digits. */
export function safeNumber(value: number | bigint | string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be read exactly.`);
  return number;
}
