import type { Client } from '@handsel/core';
import type { ContractSummary } from '@handsel/protocol';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.ts';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { BACK, icon } from '../foundation/icons.ts';
import { Lead } from '../foundation/lead.ts';
import { boneRows, notLoaded, oldness } from '../foundation/reading.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type ContractListWords, contractListWords } from '../locales/en/contract-list.ts';
import { ContractSelectedEvent, CreateRequestedEvent } from './events.ts';
import { bar, createButton, foot, type FrameView, noneHere, nothingYet } from './frame.ts';
import { Listing } from './listing.ts';
import { contractRows } from './rows.ts';
import { styles } from './styles.ts';

/** What the list has opened in its own place. */
type Inside =
  | { readonly kind: 'create'; readonly client: Client }
  | { readonly kind: 'contract'; readonly client: Client; readonly id: string };

/**
 * The direct contracts of the one who is signed in: what is next in each and whose turn it is; search; and Create a
 * Contract.
 *
 * Choosing a contract follows `contract-href`, or opens its workroom in place of the list; Create a Contract follows
 * `create-href`, or opens the form. A page that handles the two events itself stops both.
 *
 * @tag handsel-contract-list
 * @summary The direct contracts of the one who is signed in, and Create a Contract.
 *
 * @event {ContractSelectedEvent} handsel-contract-selected - A contract was chosen. Cancelable.
 * @event {CreateRequestedEvent} handsel-create-requested - Create a Contract was pressed. Cancelable.
 * @event {WidgetErrorEvent} handsel-error - Reading failed; the element says so as well.
 *
 * @csspart title - The title.
 * @csspart button - Any button.
 * @csspart button-primary - Create a Contract.
 * @csspart tabs - The tabs.
 * @csspart tab - One tab.
 * @csspart input - The search.
 * @csspart panel - What the tab holds.
 * @csspart row - One contract.
 * @csspart figure - Its amount.
 * @csspart state - Its state in a word.
 * @csspart notice - What did not load, or how old it is.
 */
export class ContractListElement extends LitElement {
  static override styles = styles;
  static override properties = {
    ...connectionProperties,
    contractHref: { attribute: 'contract-href' },
    createHref: { attribute: 'create-href' },
    noCreate: { type: Boolean, attribute: 'no-create' },
    words: { attribute: false },
  };

  /** Address of a contract's page, with `{id}` where its id goes: `/contracts/{id}`. */
  declare contractHref: string;

  /** Address of the page with the form. */
  declare createHref: string;

  /** Leaves Create a Contract out. */
  declare noCreate: boolean;

  /** A client of your own. */
  declare client: ConnectionSettings['client'];

  /** The backend's address, or anything with a `fetch`; left out, the nearest provider's. */
  declare backend: ConnectionSettings['backend'];

  /** A publishable key; the attribute is `key`. */
  declare publishableKey: ConnectionSettings['publishableKey'];

  /** A session's token, or a function that fetches a fresh one. */
  declare session: ConnectionSettings['session'];

  /** Words of your own, entry by entry. */
  declare words: WordOverrides<ContractListWords> | undefined;

  readonly #connection = new Connection(this);
  readonly #listing = new Listing(this, this.#connection);
  readonly #words = new Words<ContractListWords>(this, 'contract-list', contractListWords);
  readonly #announcer = new Announcer(this);
  #inside: Inside | undefined;
  readonly #lead = new Lead(this);
  #said = '';

  constructor() {
    super();
    this.contractHref = '';
    this.createHref = '';
    this.noCreate = false;
    this.words = undefined;
  }

  /** Reads the list anew. */
  async refresh(): Promise<void> {
    await this.#listing.refresh();
  }

  /** Does what a press of Create a Contract does. */
  async createContract(): Promise<void> {
    if (!this.dispatchEvent(new CreateRequestedEvent())) return;
    if (this.createHref) return location.assign(this.createHref);
    await this.#open(
      () => import('../define/contract-form.ts'),
      (client) => ({ kind: 'create', client }),
    );
  }

  protected override updated(): void {
    const { items, loading } = this.#listing;
    const said = items && loading === '' ? this.#words.table.shown(items.length) : '';
    // Only what a press or a search has changed is worth saying.
    if (said && this.#said && said !== this.#said) this.#announcer.say(said);
    if (said) this.#said = said;
  }

  protected override render(): TemplateResult {
    return html`<div class="root">${this.#inside ? this.#room(this.#inside) : this.#list()}</div>`;
  }

  #list(): TemplateResult {
    const view = this.#view();
    const { words, write, listing } = view;
    const { items, loading, empty, search, tab } = listing;
    const blank = empty && search === '';
    return html`${this.#announcer.render()}
      <div class="between top">
        <h2 class="lead" part="title">${words.title}</h2>
        ${blank ? nothing : createButton(view)}
      </div>
      ${blank ? nothingYet(view) : bar(view)} ${items ? oldness(listing, words, write) : nothing}
      <div
        id="panel"
        part="panel"
        role="tabpanel"
        aria-labelledby="tab-${tab}"
        aria-busy=${loading ? 'true' : 'false'}
        ?hidden=${blank}
      >
        ${items ? this.#rows(items, view) : this.#waiting(words)}
      </div>
      ${items && !blank ? foot(view, items, currenciesOf(items)) : nothing}`;
  }

  #view(): FrameView {
    const listing = this.#listing;
    const write = writing(this.#words.locale, currenciesOf(listing.items ?? []).length > 1);
    const { createHref } = this;
    const lead = (selector: string) => this.#lead.to(selector);
    const create = this.noCreate || listing.viewer === 'client' ? undefined : (event: Event) => this.#create(event);
    return { listing, words: this.#words.table, write, create, createHref, lead };
  }

  #waiting(words: ContractListWords): TemplateResult {
    const { offline, asOf, error } = this.#listing;
    const { problem } = this.#connection;
    if (error === undefined && !problem) return boneRows(5, words);
    return notLoaded({ offline, asOf, error: problem ?? error, refresh: () => this.refresh() }, words);
  }

  #rows(items: readonly ContractSummary[], view: FrameView): TemplateResult {
    if (items.length === 0) return noneHere(view);
    const { contractHref: href } = this;
    return contractRows({
      items,
      words: view.words,
      write: view.write,
      hrefOf: ({ id }) => (href ? href.replaceAll('{id}', encodeURIComponent(id)) : undefined),
      select: (event, contract) => this.#select(event, contract),
    });
  }

  #room(inside: Inside): TemplateResult {
    const back = html`<button class="button plain back" part="button" type="button" @click=${() => this.#close()}>
      ${icon(BACK, 'turns')}${this.#words.table.back}
    </button>`;
    if (inside.kind === 'create') {
      return html`${back}<handsel-contract-form .client=${inside.client}></handsel-contract-form>`;
    }
    return html`${back}<handsel-workroom .client=${inside.client} contract-id=${inside.id}></handsel-workroom>`;
  }

  // A link is left to the browser, or to the page's own navigation.
  #create(event: Event): void {
    if (!this.createHref) return void this.createContract();
    if (!this.dispatchEvent(new CreateRequestedEvent())) event.preventDefault();
  }

  #select(event: Event, contract: ContractSummary): void {
    const go = this.dispatchEvent(new ContractSelectedEvent(contract));
    if (!go) return event.preventDefault();
    if (this.contractHref) return;
    void this.#open(
      () => import('../define/workroom.ts'),
      (client) => ({ kind: 'contract', client, id: contract.id }),
    );
  }

  async #open(load: () => Promise<unknown>, inside: (client: Client) => Inside): Promise<void> {
    try {
      const [client] = await Promise.all([this.#connection.client(), load()]);
      this.#inside = inside(client);
      this.requestUpdate();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.back')?.focus();
    } catch (error) {
      this.dispatchEvent(new WidgetErrorEvent(error));
    }
  }

  // Back to what was pressed: the contract's line, or Create a Contract.
  #close(): void {
    const inside = this.#inside;
    const at = inside?.kind === 'contract' ? this.#listing.items?.findIndex(({ id }) => id === inside.id) : -1;
    this.#inside = undefined;
    this.#lead.to(
      at === undefined || at < 0 ? '[part~="button-primary"]' : `.contracts > li:nth-child(${at + 1}) .name`,
    );
    void this.refresh();
  }
}

function currenciesOf(items: readonly ContractSummary[]): string[] {
  return [...new Set(items.map(({ currency }) => currency))];
}
