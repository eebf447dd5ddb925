import { adoptStyles, html, LitElement, type TemplateResult } from 'lit';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import type { WordOverrides } from '../foundation/words.ts';
import type { RequestPaymentWords } from '../locales/en/request-payment.ts';
import type { Asking, AskingHost } from './asking.ts';
import { styles } from './styles.ts';

/**
 * A button that asks the client to release the money held for one milestone, after showing what that means.
 *
 * It stays focusable when it can do nothing, and says why beside it. A double press asks once. "E-mailed" is said only
 * when the mail has really left.
 *
 * @tag handsel-request-payment
 * @summary Asks the client to release the money held for one milestone.
 *
 * @slot - The button's label. Defaults to "Request Payment".
 *
 * @event {BeforeRequestEvent} handsel-before-request - Before anything is sent, with the note. Cancelable.
 * @event {PaymentRequestedEvent} handsel-payment-requested - The backend has the request.
 * @event {WidgetErrorEvent} handsel-error - Something failed; the element says so as well.
 *
 * @csspart button - Any button.
 * @csspart button-primary - The primary button.
 * @csspart state - The state of a paid milestone.
 * @csspart help - The reason beside the button, and help below the note.
 * @csspart dialog - The native `<dialog>`.
 * @csspart title - Its title.
 * @csspart ledger - The figures.
 * @csspart total - What is received.
 * @csspart field - The note with its label.
 * @csspart label - The note's label.
 * @csspart input - The note.
 * @csspart notice - Until when the client answers.
 * @csspart error - What is wrong.
 * @csspart cut - The indenture line, once the request is with the client.
 */
export class RequestPaymentElement extends LitElement implements AskingHost {
  static override styles = styles;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties = {
    ...connectionProperties,
    contractId: { attribute: 'contract-id' },
    milestoneId: { attribute: 'milestone-id' },
    words: { attribute: false },
  };

  /** The contract that owns the milestone. */
  declare contractId: string;

  /** The milestone to be paid; left out, the one being worked on. */
  declare milestoneId: string;

  /** A client of your own. */
  declare client: ConnectionSettings['client'];

  /** The backend's address, or anything with a `fetch`; left out, the nearest provider's. */
  declare backend: ConnectionSettings['backend'];

  /** A publishable key; the attribute is `key`. */
  declare publishableKey: ConnectionSettings['publishableKey'];

  /** A session's token, or a function that fetches a fresh one. */
  declare session: ConnectionSettings['session'];

  /** Words of your own, entry by entry. */
  declare words: WordOverrides<RequestPaymentWords> | undefined;

  readonly #connection = new Connection(this);
  #asking: Asking | undefined;
  #loading: Promise<void> | undefined;

  constructor() {
    super();
    this.contractId = '';
    this.milestoneId = '';
    this.words = undefined;
  }

  /** Does what a press of the button does: shows the figures and asks for the last word. Sends nothing yet. */
  async requestPayment(): Promise<void> {
    await this.#load();
    await this.#asking?.open();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override render(): TemplateResult {
    // The button has its place from the first paint on; what it can say comes with the contract.
    return html`<div class="root">
      ${this.#asking?.render() ?? html`<span class="place" aria-busy="true"></span>`}
    </div>`;
  }

  // Figures, dialog, words and the client come behind the first paint, and only once.
  #load(): Promise<void> {
    this.#loading ??= import('./asking.ts').then(
      (late) => {
        adoptStyles(this.renderRoot as ShadowRoot, [styles, ...late.styles]);
        this.#asking = new late.Asking(this, this.#connection);
        this.requestUpdate();
      },
      (error: unknown) => {
        this.#loading = undefined;
        this.dispatchEvent(new WidgetErrorEvent(error));
      },
    );
    return this.#loading;
  }
}
