/** What a database refused, in one vocabulary for all homes. */
export type FaultKind = 'unique' | 'check' | 'foreign' | 'null' | 'rule' | 'retry' | 'aborted' | 'unavailable';

/** A refusal of the database, after the transaction was rolled back. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, cause: unknown) {
    super(`The store refused (${kind}): ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.kind = kind;
  }
}

/** A statement or a commit came after an error in the same transaction. */
export class PoisonedError extends Error {
  override readonly name = 'PoisonedError';

  constructor() {
    super('The transaction was aborted by an earlier error.');
  }
}

/** Nobody got a turn in time: most likely `store.read` or `store.write` was called inside another one. */
export class TurnTimeoutError extends Error {
  override readonly name = 'TurnTimeoutError';

  constructor(ms: number) {
    super(`The store was busy for ${ms} ms. Inside a transaction pass its handle on; never call the store again.`);
  }
}

const BY_SQLSTATE: Readonly<Record<string, FaultKind>> = {
  23505: 'unique',
  23514: 'check',
  23503: 'foreign',
  23502: 'null',
  P0001: 'rule',
  40001: 'retry',
  '40P01': 'retry',
  '55P03': 'retry',
  '25P02': 'aborted',
  // A standby only reads; a transaction was idle for too long.
  25006: 'unavailable',
  '25P03': 'unavailable',
};

// By the first two signs: the connection broke, something is used up, somebody stepped in, the machine failed.
const UNAVAILABLE_CLASSES = new Set(['08', '53', '57', '58']);

// By the whole code: what a constraint refused is told by its upper bits.
const BY_SQLITE_CODE: Readonly<Record<number, FaultKind>> = {
  2067: 'unique',
  1555: 'unique',
  275: 'check',
  787: 'foreign',
  1299: 'null',
  1811: 'rule',
};

// By the lowest byte, whatever the cause above it: busy; only to be read, not read or written, full, not opened.
const BY_SQLITE_CLASS: Readonly<Record<number, FaultKind>> = {
  5: 'retry',
  8: 'unavailable',
  10: 'unavailable',
  13: 'unavailable',
  14: 'unavailable',
};

const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** Names the refusal behind an error of any home; `undefined` when the error is not the database's. */
export function faultOf(error: unknown): FaultKind | undefined {
  if (error instanceof StoreFault) return error.kind;
  if (error instanceof PoisonedError) return 'aborted';
  if (!(error instanceof Error)) return undefined;
  const { code, errcode, resultCode } = error as { code?: unknown; errcode?: unknown; resultCode?: unknown };
  // node:sqlite says `errcode` (its `code` is always ERR_SQLITE_ERROR), the WASM build says `resultCode`.
  const number = errcode ?? resultCode;
  if (typeof number === 'number') return BY_SQLITE_CODE[number] ?? BY_SQLITE_CLASS[number & 0xff];
  if (typeof code !== 'string') return lostConnection(error) ? 'unavailable' : undefined;
  const away = CONNECTION_CODES.has(code) || UNAVAILABLE_CLASSES.has(code.slice(0, 2));
  return BY_SQLSTATE[code] ?? (away ? 'unavailable' : undefined);
}

// The driver of PostgreSQL gives no code when the connection breaks below it.
function lostConnection(error: Error): boolean {
  return /connection terminated|connection ended|timeout exceeded when trying to connect/i.test(error.message);
}

/** Somebody else changed the contract first: load it again and decide again. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';

  constructor(contractId: string) {
    super(`${contractId} changed since it was read.`);
  }
}
