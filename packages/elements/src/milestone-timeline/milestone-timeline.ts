import { html, LitElement, type TemplateResult } from 'lit';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { ContractController } from '../foundation/contract-controller.ts';
import { boneRows, notLoaded, oldness } from '../foundation/reading.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type MilestoneTimelineWords, milestoneTimelineWords } from '../locales/en/milestone-timeline.ts';
import { SpanController } from './span-controller.ts';
import { styles } from './styles.ts';
import { timeline } from './timeline.ts';

/**
 * The milestones of one contract in their order: what is paid, what is being worked on, what comes.
 *
 * @tag handsel-milestone-timeline
 * @summary The milestones of one contract, live.
 *
 * @event {WidgetErrorEvent} handsel-error - Reading failed; the element says so as well.
 *
 * @csspart row - One milestone.
 * @csspart figure - Its amount.
 * @csspart state - Its state in a word.
 * @csspart notice - What did not load, or how old it is.
 * @csspart button - Any button.
 */
export class MilestoneTimelineElement extends LitElement {
  static override styles = styles;
  static override properties = {
    ...connectionProperties,
    contractId: { attribute: 'contract-id' },
    words: { attribute: false },
  };

  /** The contract whose milestones are shown. */
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
  declare words: WordOverrides<MilestoneTimelineWords> | undefined;

  readonly #live = new ContractController(this, new Connection(this));
  readonly #words = new Words<MilestoneTimelineWords>(this, 'milestone-timeline', milestoneTimelineWords);
  readonly #span = new SpanController(this);

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
    const { span, grow } = this.#span.of(contract);
    return html`${oldness(this.#live, words, write)}${timeline({ contract, events, words, write, span, grow })}`;
  }
}
