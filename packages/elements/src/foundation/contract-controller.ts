import type { Client } from '@handsel/core';
import type { Contract, ContractEvent, ContractId } from '@handsel/protocol';
import type { ReactiveController } from 'lit';
import type { ConnectedHost, Connection } from './connection.ts';
import { type ConnectionSettings, sameSettings } from './connection-settings.ts';
import { WidgetErrorEvent } from './error-event.ts';

/** The live store of one contract, as the client gives it. */
export type ContractStore = ReturnType<Client['contract']>;

/** An element about one contract: `contract-id`, or a `contract` handed down by the page. */
export type ContractHost = ConnectedHost & { readonly contractId: string };

const NO_EVENTS: readonly ContractEvent[] = [];

/**
 * Follows one contract live for its element: reads it, hears of every change, and starts anew when the id or the
 * connection changes. Errors are told once as `handsel-error`; what was read before an error stays readable.
 */
export class ContractController implements ReactiveController {
  /** The client, once it is loaded; for commands, and for elements inside this one. */
  client: Client | undefined;
  /** The store, for its commands; undefined until the client is loaded. */
  store: ContractStore | undefined;

  readonly #host: ContractHost;
  readonly #connection: Connection;
  #settings: ConnectionSettings | undefined;
  #id = '';
  #following = false;
  #release: (() => void) | undefined;
  #failure: unknown;
  #told: unknown;
  // Answers of commands, shown until the store has heard of them.
  #answered: Contract | undefined;

  constructor(host: ContractHost, connection: Connection) {
    this.#host = host;
    this.#connection = connection;
    host.addController(this);
  }

  /** The newest state that is known: as read, or as a command answered. */
  get contract(): Contract | undefined {
    const read = this.store?.snapshot.contract;
    const answered = this.#answered?.id === this.#id ? this.#answered : undefined;
    if (!read || !answered) return read ?? answered;
    return answered.version > read.version ? answered : read;
  }

  /** What happened so far, oldest first. */
  get events(): readonly ContractEvent[] {
    return this.store?.snapshot.events ?? NO_EVENTS;
  }

  /** Why the newest read failed; undefined when it did not. */
  get error(): unknown {
    return this.#connection.problem ?? this.#failure ?? this.store?.snapshot.error;
  }

  /** Whether there is nothing to show yet, and no failure either. */
  get loading(): boolean {
    return !this.contract && this.error === undefined && this.#host.contractId !== '';
  }

  /** Whether the page is cut off: what is shown may be old, and nothing about money can be sent. */
  get offline(): boolean {
    return globalThis.navigator?.onLine === false || this.store?.snapshot.status === 'offline';
  }

  /** When what is shown was true. */
  get asOf(): string | undefined {
    return this.store?.snapshot.asOf;
  }

  /** Takes a command's answer, so that it shows at once. */
  take(contract: Contract): void {
    this.#answered = contract;
    this.#host.requestUpdate();
  }

  /** Reads it anew: after a failure, or when a refusal said that it has moved on. */
  async refresh(): Promise<void> {
    this.#failure = undefined;
    // The store keeps its own failure; it is shown from there.
    if (this.store) await this.store.refresh().catch(() => undefined);
    else if (this.#id) await this.#follow();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    window.addEventListener('online', this.#noticed);
    window.addEventListener('offline', this.#noticed);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#noticed);
    window.removeEventListener('offline', this.#noticed);
    this.#stop();
  }

  /** Begins, or begins anew; an element that only moved in the page keeps what it shows meanwhile. */
  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { settings } = this.#connection;
    const { contractId } = this.#host;
    const same = contractId === this.#id && sameSettings(settings, this.#settings);
    if (same && this.#following) return;
    this.#stop();
    this.#answered = same ? this.contract : undefined;
    if (!same) this.store = this.client = undefined;
    [this.#id, this.#settings, this.#failure] = [contractId, settings, undefined];
    this.#following = true;
    if (settings && contractId) void this.#follow();
  }

  async #follow(): Promise<void> {
    const [id, settings] = [this.#id, this.#settings];
    const stale = () => !this.#following || id !== this.#id || settings !== this.#settings;
    try {
      const client = await this.#connection.client();
      if (stale()) return;
      this.#release?.();
      this.client = client;
      this.store = client.contract(id as ContractId);
      this.#release = this.store.subscribe(this.#noticed);
    } catch (error) {
      if (!stale()) this.#failure = error;
    }
    this.#noticed();
  }

  #stop(): void {
    this.#following = false;
    this.#release?.();
    this.#release = undefined;
  }

  readonly #noticed = () => {
    const { error } = this;
    if (error !== undefined && error !== this.#told) this.#host.dispatchEvent(new WidgetErrorEvent(error));
    this.#told = error;
    this.#host.requestUpdate();
  };
}
