import type { InputOf, OutputOf } from '@handsel/protocol';
import { backOff } from './back-off.ts';
import type { Call, Callable } from './call.ts';
import { type Clock, machineClock } from './clock.ts';
import { HandselError, isHandselError } from './errors.ts';
import { mayPass } from './follow.ts';
import { newKey } from './prepare.ts';
import type { CallOptions } from './settings.ts';
import { sleep } from './sleep.ts';
import type { KeyValueStorage } from './storage.ts';

// As long as a backend remembers keys: a write that is older could happen twice.
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

/** A write that waits to be sent, as it is stored. */
export interface QueuedWrite {
  /** The operation's name. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Made once: however often it is sent, it happens once. */
  readonly idempotencyKey: string;
  readonly ifMatch?: number;
  /** Milliseconds since 1970. */
  readonly queuedAt: number;
}

/** What became of a queued write. */
export type QueueOutcome =
  | { readonly status: 'sent'; readonly write: QueuedWrite; readonly answer: unknown }
  | { readonly status: 'refused'; readonly write: QueuedWrite; readonly error: unknown }
  /** Not sent: it waited longer than the backend remembers keys, or its operation is not known any more. */
  | { readonly status: 'expired'; readonly write: QueuedWrite };

/** What a queue works with. */
export interface OfflineQueueOptions {
  /** `client.call`, or what `connect` gave. */
  call: Call;
  /** What may be queued. Operations that move money are refused: nobody should pay by a write of last week. */
  operations: readonly Callable[];
  storage: KeyValueStorage;
  /** Tells people and backends apart: a write must not be sent in somebody else's name. */
  name: string;
  /** Told of each write that leaves the queue, also of those of before a reload. */
  settled?: (outcome: QueueOutcome) => void;
  /** The machine's own when left out. */
  clock?: Clock;
}

/**
 * Writes that wait for a connection: kept over a reload, sent in order, each with the key it was queued with.
 *
 * `flush()` sends what it can; call it when the page is loaded and when it is online again.
 */
export class OfflineQueue {
  readonly #options: OfflineQueueOptions;
  readonly #key: string;
  readonly #clock: Clock;
  // All changes of what is stored, one after the other.
  #turn: Promise<unknown> = Promise.resolve();
  #flushing: Promise<number> | undefined;

  constructor(options: OfflineQueueOptions) {
    const money = options.operations.find((operation) => operation.money || operation.method === 'GET');
    if (money) throw misuse(`"${money.name}" cannot be queued: only writes that move no money can.`);
    this.#options = options;
    this.#clock = options.clock ?? machineClock;
    this.#key = `handsel:queue:${options.name}`;
  }

  /** Keeps a write to be sent later. Resolves once it is stored. @throws {HandselError} `MISUSE` for another operation. */
  async add<O extends Callable>(operation: O, input: InputOf<O>, options: CallOptions = {}): Promise<QueuedWrite> {
    const { operations } = this.#options;
    if (!operations.includes(operation)) throw misuse(`"${operation.name}" is not among the operations of this queue.`);
    const { ifMatch, idempotencyKey = newKey() } = options;
    const write: QueuedWrite = {
      operation: operation.name,
      input: { ...input },
      idempotencyKey,
      ...(ifMatch !== undefined && { ifMatch }),
      queuedAt: this.#clock.now(),
    };
    await this.#change((writes) => [...writes, write]);
    return write;
  }

  /** What waits, oldest first. */
  async pending(): Promise<readonly QueuedWrite[]> {
    await this.#turn;
    return this.#load();
  }

  /** Sends what waits, in order. Stops at the first that gets no answer; answers how many are left. */
  flush(): Promise<number> {
    this.#flushing ??= this.#flush().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  /** Flushes, and again after pauses of up to 8 s, until nothing is left or the signal aborts. */
  async drain(signal?: AbortSignal): Promise<void> {
    for (let failures = 1; !signal?.aborted && (await this.flush()) > 0; failures += 1) {
      await sleep(backOff(failures, this.#clock), signal);
    }
  }

  async #flush(): Promise<number> {
    for (;;) {
      const [write, ...rest] = await this.pending();
      if (!write) return 0;
      const outcome = await this.#send(write);
      if (!outcome) return rest.length + 1;
      // Told before it is forgotten: after a crash between the two it is told, and sent, once more, under the same key.
      this.#options.settled?.(outcome);
      await this.#change((writes) => writes.filter(({ idempotencyKey }) => idempotencyKey !== write.idempotencyKey));
    }
  }

  /** What became of a write; nothing while it must wait. */
  async #send(write: QueuedWrite): Promise<QueueOutcome | undefined> {
    const { call, operations } = this.#options;
    const operation = operations.find(({ name }) => name === write.operation);
    if (!operation || this.#clock.now() - write.queuedAt > LIFETIME_MS) return { status: 'expired', write };
    const { idempotencyKey, ifMatch } = write;
    try {
      const answer: OutputOf<Callable> = await call(operation, write.input, { idempotencyKey, ifMatch });
      return { status: 'sent', write, answer };
    } catch (error) {
      // Whoever has to sign in again first still wants it sent afterwards.
      const later = mayPass(error) || (isHandselError(error) && (error.status === 401 || error.code === 'ABORTED'));
      return later ? undefined : { status: 'refused', write, error };
    }
  }

  #change(change: (writes: readonly QueuedWrite[]) => readonly QueuedWrite[]): Promise<void> {
    const changed = this.#turn.then(async () => {
      const writes = change(await this.#load());
      if (writes.length === 0) await this.#options.storage.removeItem(this.#key);
      else await this.#options.storage.setItem(this.#key, JSON.stringify(writes));
    });
    this.#turn = changed.catch(() => undefined);
    return changed;
  }

  async #load(): Promise<readonly QueuedWrite[]> {
    try {
      const kept: unknown = JSON.parse((await this.#options.storage.getItem(this.#key)) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isWrite) : [];
    } catch {
      return [];
    }
  }
}

function misuse(message: string): HandselError {
  return new HandselError('MISUSE', message);
}

/** Whether something stored is a write: another version, or another hand, may have written it. */
function isWrite(value: unknown): value is QueuedWrite {
  const write = value as Partial<QueuedWrite> | null;
  const named = typeof write?.operation === 'string' && typeof write.idempotencyKey === 'string';
  return named && typeof write.queuedAt === 'number' && typeof write.input === 'object' && write.input !== null;
}
