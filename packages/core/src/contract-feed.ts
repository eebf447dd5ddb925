import type { Contract, ContractEvent, ContractId } from '@handsel/protocol';
import { backOff } from './back-off.ts';
import type { Call } from './call.ts';
import { isHandselError } from './errors.ts';
import type { Events } from './events.ts';
import { Follower, type Listening, mayPass } from './follow.ts';
import type { Contracts } from './contracts.ts';
import { sleep } from './sleep.ts';
import type { Transport } from './transport.ts';

// The newest of them; whoever needs the beginning of a long history asks `client.events.list`.
const EVENTS_AT_FIRST = 200;

/** What is known of a contract now. Replaced as a whole by each change; never changed itself. */
export interface ContractSnapshot {
  /**
   * `loading` until something is known; `ready` while it is followed live; `offline` while the backend cannot be
   * reached, which mends itself; `failed` when only a person can: see `error`, then `refresh()`.
   */
  readonly status: 'loading' | 'ready' | 'offline' | 'failed';
  /** The newest version that was seen, also while offline or after a failure. */
  readonly contract: Contract | undefined;
  /** What happened, oldest first: the newest 200, and all that came since. */
  readonly events: readonly ContractEvent[];
  /** Why it is offline or failed. */
  readonly error: unknown;
  /** When this was last known to be true. */
  readonly asOf: string | undefined;
}

const FIELDS = ['status', 'contract', 'events', 'error', 'asOf'] as const satisfies readonly (keyof ContractSnapshot)[];

/** What a feed needs of its client. */
export interface FeedSource {
  readonly transport: Transport;
  readonly call: Call;
  readonly contracts: Contracts;
  readonly events: Events;
}

/** Keeps one contract up to date for all who look at it, as long as anybody does. */
export class ContractFeed {
  readonly #source: FeedSource;
  readonly #id: ContractId;
  readonly #listeners = new Set<() => void>();
  #snapshot: ContractSnapshot = {
    status: 'loading',
    contract: undefined,
    events: [],
    error: undefined,
    asOf: undefined,
  };
  #stop: AbortController | undefined;
  #reading: Promise<void> | undefined;
  #readAgain = false;
  // Commands on their way: each brings its own state, so that nothing is read for what it does.
  #commands = 0;
  // Set while it is followed live: how to read it then, and how to begin anew when that fails.
  #live: { readonly read: () => void; readonly fail: (error: unknown) => void } | undefined;
  #heardAt = 0;

  constructor(source: FeedSource, id: ContractId) {
    this.#source = source;
    this.#id = id;
  }

  get snapshot(): ContractSnapshot {
    return this.#snapshot;
  }

  /** Adds a listener; the first one starts the feed. Removes it again, and the last one stops the feed. */
  subscribe(listener: () => void): () => void {
    // An entry of its own, so that one function may listen twice and leave once.
    const entry = () => listener();
    this.#listeners.add(entry);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      if (this.#listeners.delete(entry) && this.#listeners.size === 0) this.#halt();
    };
  }

  /** Takes what a command answered, unless something newer is known. */
  take(contract: Contract): void {
    const known = this.#snapshot.contract;
    this.#heard();
    if (known && known.version > contract.version) return;
    this.#set({ contract, asOf: this.#asOf() });
  }

  /** Waits for a command, and takes the contract out of its answer where there is one. */
  async during<T>(command: Promise<T>, contractOf: (answer: T) => Contract | undefined): Promise<T> {
    this.#commands += 1;
    try {
      const answer = await command;
      const contract = contractOf(answer);
      if (contract) this.take(contract);
      return answer;
    } finally {
      this.#commands -= 1;
      this.#catchUp();
    }
  }

  /** Reads the contract anew, and starts to follow it again if that had failed. Rejects when it cannot be read. */
  async refresh(): Promise<void> {
    try {
      // A reading that began before this question may not know yet what it is about.
      if (this.#reading) await this.#reading.catch(() => undefined);
      await this.#read();
      this.#set({ status: 'ready', error: undefined });
    } catch (error) {
      this.#fail(error);
      this.#live?.fail(error);
      throw error;
    }
    if (this.#listeners.size > 0 && !this.#stop) this.#start();
  }

  #start(): void {
    this.#stop = new AbortController();
    void this.#run(this.#stop.signal);
  }

  #halt(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        await this.#read();
        if (signal.aborted) return;
        await this.#readEvents();
        if (signal.aborted) return;
        this.#set({ status: 'ready', error: undefined });
        failures = 0;
        await this.#follow(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#fail(error);
        if (!mayPass(error)) return this.#halt();
        await sleep(backOff(failures, this.#source.transport.clock), signal);
      }
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    // Listeners were told a moment ago that it is ready, and may have left.
    const ended = AbortSignal.any([signal, stop.signal]);
    const fail = (error: unknown) => stop.abort(error);
    const ready = () => {
      if (!ended.aborted) this.#set({ status: 'ready', error: undefined });
    };
    const read = () => void this.#read().then(ready, fail);
    const live = { read, fail };
    this.#live = live;
    // What happened between the reading of the contract and that of its events is told by no further event.
    this.#catchUp();
    const listening: Listening = {
      opened: () => {
        this.#heard();
        if (this.#snapshot.status === 'offline') read();
      },
      heard: () => this.#heard(),
      lost: (error) => this.#fail(error),
    };
    const follower = new Follower(this.#source, this.#id, this.#newest ?? 0, { signal: ended }, listening);
    try {
      for await (const event of follower.events()) {
        this.#add([event]);
        // Not awaited: events that come meanwhile are covered by the same reading, or by one more.
        this.#catchUp();
      }
    } finally {
      if (this.#live === live) this.#live = undefined;
    }
    stop.signal.throwIfAborted();
  }

  #catchUp(): void {
    const behind = (this.#newest ?? 0) > (this.#snapshot.contract?.seq ?? 0);
    if (behind && this.#commands === 0) this.#live?.read();
  }

  /** Reads the contract; questions that come meanwhile share one more reading, if it is still needed then. */
  #read(): Promise<void> {
    if (this.#reading) {
      this.#readAgain = true;
      return this.#reading;
    }
    const reading = this.#readUntilNew().finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    this.#reading = reading;
    return reading;
  }

  async #readUntilNew(): Promise<void> {
    do {
      this.#readAgain = false;
      this.take(await this.#source.contracts.retrieve(this.#id));
    } while (this.#readAgain && (this.#newest ?? 0) > (this.#snapshot.contract?.seq ?? 0));
  }

  async #readEvents(): Promise<void> {
    const after = this.#newest ?? Math.max(0, (this.#snapshot.contract?.seq ?? 0) - EVENTS_AT_FIRST);
    const { data } = await this.#source.events.list(this.#id, { after, limit: EVENTS_AT_FIRST });
    this.#add(data);
  }

  get #newest(): number | undefined {
    return this.#snapshot.events.at(-1)?.seq;
  }

  #add(events: readonly ContractEvent[]): void {
    const fresh = events.filter(({ seq }) => seq > (this.#newest ?? 0));
    if (fresh.length > 0) this.#set({ events: [...this.#snapshot.events, ...fresh], asOf: this.#asOf() });
  }

  #heard(): void {
    this.#heardAt = this.#source.transport.clock.now();
  }

  #asOf(): string | undefined {
    return this.#heardAt === 0 ? undefined : new Date(this.#heardAt).toISOString();
  }

  #fail(error: unknown): void {
    if (isHandselError(error) && error.code === 'ABORTED') return;
    this.#set({ status: mayPass(error) ? 'offline' : 'failed', error, asOf: this.#asOf() });
  }

  #set(change: Partial<ContractSnapshot>): void {
    const before: ContractSnapshot = this.#snapshot;
    const after: ContractSnapshot = Object.freeze({ ...before, ...change });
    if (FIELDS.every((field) => before[field] === after[field])) return;
    this.#snapshot = after;
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        // Told to the page, and kept from the command that only brought the news.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
