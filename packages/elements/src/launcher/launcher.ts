import type { Client } from '@handsel/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { Modal } from '../foundation/form/modal.ts';
import { CLOSE, icon, SEND, WARNING } from '../foundation/icons.ts';
import { describeProblem } from '../foundation/problem.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { type LauncherWords, launcherWords } from '../locales/en/launcher.ts';
import { BeforeOpenEvent } from './events.ts';
import { styles } from './styles.ts';
import { isSignedIn, Waiting } from './waiting.ts';

/**
 * The paper airplane: one round button that opens the direct contracts, with a dot when one of them waits for you.
 *
 * It stands at the end of its line, or with `placement="corner"` in the upper corner of the nearest positioned
 * ancestor. On a public page, with a key alone, it opens the form that asks for a contract.
 *
 * @tag handsel-launcher
 * @summary The paper-airplane button that opens the direct contracts.
 *
 * @event {BeforeOpenEvent} handsel-before-open - Before anything is opened. Cancelable.
 * @event {WidgetErrorEvent} handsel-error - Opening failed.
 *
 * @csspart button - The button or link.
 * @csspart dialog - The sheet it opens.
 * @csspart notice - What could not be opened.
 */
export class LauncherElement extends LitElement {
  static override styles = styles;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties = {
    ...connectionProperties,
    href: {},
    contractHref: { attribute: 'contract-href' },
    placement: { reflect: true },
    words: { attribute: false },
  };

  /** Address of your own page with the contracts; then the button is a link. */
  declare href: string;

  /** Address of a contract's page, with `{id}` where its id goes; handed on to the list. */
  declare contractHref: string;

  /** `corner` pins it to the upper corner of the nearest positioned ancestor. */
  declare placement: 'corner' | undefined;

  /** A client of your own. */
  declare client: ConnectionSettings['client'];

  /** The backend's address, or anything with a `fetch`; left out, the nearest provider's. */
  declare backend: ConnectionSettings['backend'];

  /** A publishable key; the attribute is `key`. */
  declare publishableKey: ConnectionSettings['publishableKey'];

  /** A session's token, or a function that fetches a fresh one. */
  declare session: ConnectionSettings['session'];

  /** Words of your own, entry by entry. */
  declare words: WordOverrides<LauncherWords> | undefined;

  readonly #connection = new Connection(this);
  readonly #waiting = new Waiting(this, this.#connection);
  readonly #words = new Words<LauncherWords>(this, 'launcher', launcherWords);
  readonly #sheet = new Modal(this, 'contracts', { onCancel: () => void this.#waiting.ask() });
  #opened: Client | 'visitor' | undefined;
  #failure: unknown;

  constructor() {
    super();
    this.href = '';
    this.contractHref = '';
    this.words = undefined;
  }

  /** Does what a press of the button does. */
  async openContracts(): Promise<void> {
    if (!this.dispatchEvent(new BeforeOpenEvent())) return;
    if (this.href) return location.assign(this.href);
    this.#failure = undefined;
    try {
      this.#opened = await this.#load();
    } catch (error) {
      this.#failure = error;
      this.dispatchEvent(new WidgetErrorEvent(error));
    }
    this.#sheet.show();
  }

  protected override render(): TemplateResult {
    const { problem } = this.#connection;
    return html`<div class="root">
      ${this.href ? this.#link() : this.#button()} ${this.#sheet.render(() => this.#inside())}
      <p class="spoken" role="status">${problem ? describeProblem(problem) : nothing}</p>
    </div>`;
  }

  async #load(): Promise<Client | 'visitor'> {
    const { settings } = this.#connection;
    if (settings && !isSignedIn(settings)) {
      await import('../define/contract-form.ts');
      return 'visitor';
    }
    const [client] = await Promise.all([this.#connection.client(), import('../define/contract-list.ts')]);
    return client;
  }

  get #name(): string {
    const words = this.#words.table;
    const { settings } = this.#connection;
    if (settings && !isSignedIn(settings)) return words.ask;
    return this.#waiting.count > 0 ? words.waiting(this.#waiting.count) : words.name;
  }

  #button(): TemplateResult {
    return html`<button
      class="button launch"
      part="button"
      type="button"
      aria-label=${this.#name}
      aria-haspopup="dialog"
      @click=${() => void this.openContracts()}
    >
      ${this.#face()}
    </button>`;
  }

  #link(): TemplateResult {
    const ask = (event: Event) => {
      if (!this.dispatchEvent(new BeforeOpenEvent())) event.preventDefault();
    };
    return html`<a class="button launch" part="button" href=${this.href} aria-label=${this.#name} @click=${ask}
      >${this.#face()}</a
    >`;
  }

  #face(): TemplateResult {
    return html`${icon(SEND, 'turns')}${this.#waiting.count > 0 ? html`<span class="new"></span>` : nothing}`;
  }

  #inside(): TemplateResult {
    const { close, name } = this.#words.table;
    return html`<div class="shut">
        <span class="spoken" id="contracts-title">${name}</span>
        <button class="button square" part="button" type="button" aria-label=${close} @click=${this.#sheet.cancel}>
          ${icon(CLOSE)}
        </button>
      </div>
      ${this.#content()}`;
  }

  #failed(failure: unknown): TemplateResult {
    return html`<p class="notice" part="notice" role="alert">
      ${icon(WARNING)}<span>${describeProblem(failure, this.#words.table.problems)}</span>
    </p>`;
  }

  #content(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (this.#failure !== undefined) return this.#failed(this.#failure);
    if (opened === undefined) return nothing;
    if (opened !== 'visitor') {
      return html`<handsel-contract-list .client=${opened} contract-href=${this.contractHref}></handsel-contract-list>`;
    }
    const { backend, publishableKey } = this.#connection.settings ?? {};
    return html`<handsel-contract-form
      as="client"
      .backend=${backend}
      .publishableKey=${publishableKey}
    ></handsel-contract-form>`;
  }
}
