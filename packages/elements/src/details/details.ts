import { html, LitElement, type TemplateResult } from 'lit';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { ContractController } from '../foundation/contract-controller.ts';
import { boneRows, notLoaded, oldness } from '../foundation/reading.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type DetailsWords, detailsWords } from '../locales/en/details.ts';
import { details } from './sections.ts';
import { styles } from './styles.ts';

/**
 * What one contract says: what it is about, what both sides agreed, who they are, and who signed when.
 *
 * @tag handsel-details
 * @summary Description, clauses, terms, parties and signatures of one contract.
 *
 * @event {WidgetErrorEvent} handsel-error - Reading failed; the element says so as well.
 *
 * @csspart notice - What did not load, or how old it is.
 * @csspart button - Any button.
 * @csspart cut - The indenture line between the two signatures.
 */
export class DetailsElement extends LitElement {
  static override styles = styles;
  static override properties = {
    ...connectionProperties,
    contractId: { attribute: 'contract-id' },
    words: { attribute: false },
  };

  /** The contract whose details are shown. */
  declare contractId: string;

  /** A client of your own. */
  declare client: ConnectionSettings['client'];

  /** The backend's address, or anything with a `fetch`; left out, the nearest provider's. */
  declare backend: ConnectionSettings['backend'];

  /** A publishable key; the attribute is `key`. */
  declare publishableKey: ConnectionSettings['publishableKey'];

  /** A session's token, or a function that fetches a fresh one. */
  declare session: ConnectionSettings['session'];

  /** Words of your own, entry by entry. */
  declare words: WordOverrides<DetailsWords> | undefined;

  readonly #live = new ContractController(this, new Connection(this));
  readonly #words = new Words<DetailsWords>(this, 'details', detailsWords);

  constructor() {
    super();
    this.contractId = '';
    this.words = undefined;
  }

  protected override render(): TemplateResult {
    return html`<div class="root">${this.#content()}</div>`;
  }

  #content(): TemplateResult {
    const words = this.#words.table;
    const { contract, error } = this.#live;
    if (!contract) return error === undefined ? boneRows(4, words) : notLoaded(this.#live, words);
    const write = writing(this.#words.locale);
    return html`${oldness(this.#live, words, write)}${details({ contract, words, write })}`;
  }
}
