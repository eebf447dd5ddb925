import { html, LitElement, type TemplateResult } from 'lit';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { ContractController } from '../foundation/contract-controller.ts';
import { boneRows, notLoaded, oldness } from '../foundation/reading.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type ActivityWords, activityWords } from '../locales/en/activity.ts';
import { feed } from './feed.ts';
import { FeedLength } from './feed-length.ts';
import { activityLines } from './line.ts';
import { styles } from './styles.ts';

/**
 * Everything that happened to one contract, in words, newest first and live.
 *
 * @tag handsel-activity
 * @summary What happened to one contract, as dated lines.
 *
 * @event {WidgetErrorEvent} handsel-error - Reading failed; the element says so as well.
 *
 * @csspart row - One line.
 * @csspart notice - What did not load, or how old it is.
 * @csspart button - Any button.
 */
export class ActivityElement extends LitElement {
  static override styles = styles;
  static override properties = {
    ...connectionProperties,
    contractId: { attribute: 'contract-id' },
    words: { attribute: false },
  };

  /** The contract whose activity is shown. */
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
  declare words: WordOverrides<ActivityWords> | undefined;

  readonly #live = new ContractController(this, new Connection(this));
  readonly #words = new Words<ActivityWords>(this, 'activity', activityWords);
  readonly #length = new FeedLength(this);

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
    const { contract, events, error } = this.#live;
    if (!contract) return error === undefined ? boneRows(3, words) : notLoaded(this.#live, words);
    const write = writing(this.#words.locale);
    const lines = activityLines(contract, events, words, write);
    return html`${oldness(this.#live, words, write)}
    ${feed({ lines, words, write, most: this.#length.most, grow: this.#length.grow })}`;
  }
}
