import { readersClock } from '../foundation/clock.ts';
import type { ContractSummary } from '@handsel/protocol';
import type { ReactiveController } from 'lit';
import type { ConnectedHost, Connection } from '../foundation/connection.ts';
import { type ConnectionSettings, sameSettings } from '../foundation/connection-settings.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { belongs, queryOf, type Tab, TABS } from './tabs.ts';

const PAGE = 50;
const PAUSE_MS = 250;

/** Reads the contracts of a tab and a search, page by page. When one page holds them all, tabs need no further request. */
export class Listing implements ReactiveController {
  tab: Tab = 'all';
  search = '';
  /** Set while something is being read: the first page, or one more. */
  loading: '' | 'first' | 'more' = '';
  error: unknown;
  asOf: string | undefined;

  readonly #host: ConnectedHost;
  readonly #connection: Connection;
  #settings: ConnectionSettings | undefined;
  #items: readonly ContractSummary[] | undefined;
  #next: string | null = null;
  // Every contract there is, when one page without a search held them all.
  #everything: readonly ContractSummary[] | undefined;
  #reading = new AbortController();
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ConnectedHost, connection: Connection) {
    this.#host = host;
    this.#connection = connection;
    host.addController(this);
  }

  /** What is shown; undefined before the first answer. */
  get items(): readonly ContractSummary[] | undefined {
    if (this.search !== '' || !this.#everything) return this.#items;
    return this.#everything.filter((contract) => belongs(this.tab, contract));
  }

  /** Whether there are more to be read. */
  get more(): boolean {
    return this.#next !== null && this.items === this.#items;
  }

  /** How many a tab holds, where that is known without asking. */
  count(tab: Tab): number | undefined {
    return this.#everything?.filter((contract) => belongs(tab, contract)).length;
  }

  /** Whether there is no contract at all. */
  get empty(): boolean {
    return this.#everything?.length === 0;
  }

  /** Which side the reader is on, as far as contracts tell. */
  get viewer(): 'freelancer' | 'client' | undefined {
    return (this.#everything ?? this.#items)?.[0]?.viewer;
  }

  get offline(): boolean {
    return globalThis.navigator?.onLine === false;
  }

  choose(tab: string): void {
    const known = TABS.find((name) => name === tab);
    if (!known || known === this.tab) return;
    this.tab = known;
    if (this.search === '' && this.#everything) this.#host.requestUpdate();
    else void this.#read();
  }

  /** Searches when the typing pauses. */
  find(text: string): void {
    this.search = text.trim();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#read(), this.search === '' ? 0 : PAUSE_MS);
    this.#host.requestUpdate();
  }

  /** Reads it anew, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    await this.#read(true);
  }

  /** Reads the next page. */
  async readMore(): Promise<void> {
    if (this.loading === '' && this.#next !== null) await this.#read(false, this.#next);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
    window.addEventListener('online', this.#seen);
    window.addEventListener('offline', this.#noticed);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    window.removeEventListener('online', this.#seen);
    window.removeEventListener('offline', this.#noticed);
    clearTimeout(this.#pause);
    this.#reading.abort();
    this.#settings = undefined;
  }

  hostUpdate(): void {
    const { settings } = this.#connection;
    if (!this.#host.isConnected || sameSettings(settings, this.#settings)) return;
    this.#settings = settings;
    if (settings) void this.#read();
  }

  async #read(quiet = false, cursor?: string): Promise<void> {
    this.#reading.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const { tab, search } = this;
    this.loading = cursor === undefined ? 'first' : 'more';
    if (!quiet && cursor === undefined) this.#items = undefined;
    this.#host.requestUpdate();
    try {
      const client = await this.#connection.client();
      const query = { ...queryOf(tab), limit: PAGE, ...(search && { search }), ...(cursor && { cursor }) };
      const { data, next } = await client.contracts.list(query, { signal: reading.signal });
      if (reading.signal.aborted) return;
      this.#items = cursor === undefined ? data : [...(this.#items ?? []), ...data];
      this.#next = next;
      if (tab === 'all' && search === '') this.#everything = next === null ? this.#items : undefined;
      this.error = undefined;
      this.asOf = readersClock.now().toISOString();
    } catch (error) {
      if (reading.signal.aborted) return;
      this.error = error;
      this.#host.dispatchEvent(new WidgetErrorEvent(error));
    }
    this.loading = '';
    this.#host.requestUpdate();
  }

  // What changed while the tab was in the background is read when it is seen again.
  readonly #seen = () => {
    if (document.visibilityState === 'visible' && this.#settings && !this.offline) void this.#read(true);
  };

  readonly #noticed = () => this.#host.requestUpdate();
}
