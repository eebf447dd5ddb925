import type { Client } from '@handsel/core';
import type { Contract, Money, MoneyPreview } from '@handsel/protocol';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.ts';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { ContractController } from '../foundation/contract-controller.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { shortName } from '../foundation/people.ts';
import { describeProblem } from '../foundation/problem.ts';
import { notLoaded, oldness } from '../foundation/reading.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type ContractReviewWords, contractReviewWords } from '../locales/en/contract-review.ts';
import { agreement } from './agreement.ts';
import type { Command, Outcome } from './command.ts';
import { factEvent, factOf, standOf } from './fact.ts';
import { type FlowHost, ReviewFlow } from './flow.ts';
import { panel } from './panels.ts';
import { styles } from './styles.ts';
import { chosenMethod, type Typed } from './typed.ts';
import type { ReviewView } from './view.ts';

/** The card field of a payment provider: what it gave, or how to ask it. */
export type PaymentMethod = string | (() => string | Promise<string>);

/**
 * The client's side of a contract: read it, sign or decline, fund, approve or ask for changes, end.
 *
 * Nothing is said to be done before the backend has done it, and no money moves but by figures that stood on the screen.
 * Where the credential of the page may not move money, the primary button leads to the backend's own page instead.
 *
 * @tag handsel-contract-review
 * @summary The client's side of a contract: read, sign, fund, approve.
 *
 * @slot payment-method - A card field of your own; without one, the client pays on the provider's page.
 *
 * @event {ContractAcceptedEvent} handsel-contract-accepted - The client has signed.
 * @event {ContractDeclinedEvent} handsel-contract-declined - The client has declined the offer.
 * @event {ContractFundedEvent} handsel-contract-funded - Money has reached escrow.
 * @event {MilestoneApprovedEvent} handsel-milestone-approved - Money was released to the freelancer.
 * @event {ChangesRequestedEvent} handsel-changes-requested - The client has asked for changes.
 * @event {ContractEndedEvent} handsel-contract-ended - The client has ended or cancelled the contract.
 * @event {MilestoneChangeDecidedEvent} handsel-milestone-change-decided - A proposed change was accepted or rejected.
 * @event {WidgetErrorEvent} handsel-error - Something failed; the element says so as well.
 *
 * @csspart panel - The agreement.
 * @csspart next - What is to be decided.
 * @csspart lead - The contract's title.
 * @csspart title - The heading of a decision.
 * @csspart figure - The one large figure.
 * @csspart ledger - A ruled sum.
 * @csspart total - Its last line.
 * @csspart state - The state: a coin and a word.
 * @csspart cut - The indenture line between the two signatures.
 * @csspart field - A field with its label.
 * @csspart label - A label.
 * @csspart input - An input.
 * @csspart help - Help below a field.
 * @csspart error - What is wrong.
 * @csspart button - Any button.
 * @csspart button-primary - The primary button.
 */
export class ContractReviewElement extends LitElement implements FlowHost {
  static override styles = styles;
  static override properties = {
    ...connectionProperties,
    contractId: { attribute: 'contract-id' },
    paymentMethod: { attribute: false },
    words: { attribute: false },
  };

  /** The contract to review. */
  declare contractId: string;

  /** Your provider's payment method, or a function that asks its card field for one; asked for at the press. */
  declare paymentMethod: PaymentMethod | undefined;

  /** A client of your own. */
  declare client: ConnectionSettings['client'];

  /** The backend's address, or anything with a `fetch`; left out, the nearest provider's. */
  declare backend: ConnectionSettings['backend'];

  /** A publishable key; the attribute is `key`. */
  declare publishableKey: ConnectionSettings['publishableKey'];

  /** A session's token, or a function that fetches a fresh one. */
  declare session: ConnectionSettings['session'];

  /** Words of your own, entry by entry. */
  declare words: WordOverrides<ContractReviewWords> | undefined;

  readonly #connection = new Connection(this);
  readonly #live = new ContractController(this, this.#connection);
  readonly #words = new Words<ContractReviewWords>(this, 'contract-review', contractReviewWords);
  readonly #announcer = new Announcer(this);
  readonly #flow = new ReviewFlow(this);
  #fact = { text: '', stand: '' };
  #unfolded = false;
  #focus = false;
  #viewed = '';

  constructor() {
    super();
    this.contractId = '';
    this.paymentMethod = undefined;
    this.words = undefined;
  }

  /** The contract as last read or answered, whichever is newer. */
  get contract(): Contract | undefined {
    return this.#live.contract;
  }

  /** The reader's locale. */
  get locale(): string {
    return this.#words.locale;
  }

  /** @internal */
  get startedCharge(): string | undefined {
    const started = this.#live.events.findLast(({ type }) => type === 'charge.started');
    const id = started?.data['chargeId'];
    return typeof id === 'string' ? id : undefined;
  }

  /** Reads the contract anew. */
  async refresh(): Promise<void> {
    await this.#live.refresh();
  }

  /** @internal */
  async speaker(): Promise<Client> {
    return this.#connection.client();
  }

  /** @internal */
  async card(typed: Typed, preview: MoneyPreview): Promise<string> {
    const offered = chosenMethod(preview, typed);
    if (preview.simulated && offered) return offered.id;
    const { paymentMethod } = this;
    // A card field of the page goes before what the backend offers: whoever wrote the page wants it.
    const given = (typeof paymentMethod === 'function' ? await paymentMethod() : paymentMethod) || offered?.id;
    if (!given) throw new Error(this.#words.table.payFieldMissing);
    return given;
  }

  /** @internal */
  begun(): void {
    if (this.#fact.text) this.#announcer.say('');
    this.#fact = { text: '', stand: '' };
  }

  /** @internal */
  happened(command: Command | undefined, outcome: Outcome): void {
    const { contract, charge } = outcome;
    this.#live.take(contract);
    const done: Command | undefined = command ?? fundingOf(outcome);
    if (!done) return;
    const words = this.#words.table;
    const text = factOf(done, outcome, words, writing(this.locale), this.#who(contract));
    this.#fact = { text, stand: standOf(contract) };
    this.#announcer.say(text || (charge ? words.checkingText : ''));
    const event = factEvent(done, contract);
    if (event) this.dispatchEvent(event);
  }

  /** @internal */
  failed(error: unknown): void {
    this.dispatchEvent(new WidgetErrorEvent(error));
  }

  /** @internal */
  moved(): void {
    this.#focus = true;
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { contract } = this;
    if (changed.has('contractId') || (contract && standOf(contract) !== this.#fact.stand)) this.begun();
  }

  override updated(): void {
    void this.#markViewed();
    if (!this.#focus) return;
    this.#focus = false;
    // The first fault, else the heading of what is now to be decided: the reader's place moves with the page.
    const faulty = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    (faulty ?? this.renderRoot.querySelector<HTMLElement>('.side .title'))?.focus();
  }

  override render(): TemplateResult {
    const { contract } = this;
    if (!contract) return html`<div class="root">${this.#waiting()}</div>`;
    const view = this.#view(contract);
    const decides = view.panel !== 'sign';
    return html`<div class="root">
      ${this.#announcer.render()} ${oldness(this.#live, view.words, view.write)}
      <div class="two ${decides ? 'decides' : ''}">
        ${decides ? [panel(view), agreement(view)] : [agreement(view), panel(view)]}
      </div>
    </div>`;
  }

  #waiting(): TemplateResult {
    const words = this.#words.table;
    if (this.#live.error !== undefined) return notLoaded(this.#live, words);
    return html`<div class="loading" aria-busy="true" aria-label=${words.loading} role="group">
      ${Array.from({ length: 9 }, () => html`<span class="bone"></span>`)}
    </div>`;
  }

  #view(contract: Contract): ReviewView {
    const flow = this.#flow;
    const { consent } = flow;
    return {
      contract,
      words: this.#words.table,
      write: writing(this.locale),
      who: this.#who(contract),
      panel: flow.panel,
      typed: flow.typed,
      faults: flow.faults,
      busy: flow.busy,
      offline: this.#live.offline,
      problem: this.#problem(),
      preview: consent.preview,
      previewing: consent.loading,
      charge: flow.charges.charge,
      fact: this.#fact.text,
      unfolded: this.#unfolded,
      ownCardField: this.paymentMethod !== undefined || this.querySelector('[slot="payment-method"]') !== null,
      go: (name) => flow.go(name),
      type: (field, value) => flow.type(field, value),
      commit: () => this.requestUpdate(),
      press: () => void flow.press(),
      unfold: () => {
        this.#unfolded = true;
        this.requestUpdate();
      },
    };
  }

  #who(contract: Contract): string {
    return shortName(contract.freelancer);
  }

  #problem(): string {
    const words = this.#words.table;
    const { consent, problem, moved } = this.#flow;
    if (consent.stale) {
      const [from, to] = [consent.stale.before, consent.stale.after].map(headline).map(writing(this.locale).money);
      return from === to ? words.staleSame : words.stale(from ?? '', to ?? '');
    }
    if (moved) return words.changedMeanwhile;
    const error = problem ?? consent.error;
    if (error === undefined) return '';
    return error instanceof Error && error.message === words.payFieldMissing ? error.message : describeProblem(error);
  }

  // A request counts as seen when its page is: not when a tab in the background has loaded it.
  async #markViewed(): Promise<void> {
    const { contract } = this;
    const request = contract?.paymentRequest;
    if (!contract || contract.viewer !== 'client' || request?.state !== 'sent') return;
    if (this.#viewed === request.id || document.visibilityState === 'hidden') return;
    this.#viewed = request.id;
    try {
      const client = await this.speaker();
      this.#live.take(await client.paymentRequests.view(contract.id, request.id));
    } catch {
      // That it was seen is a courtesy; the next visit says it again.
    }
  }
}

// A charge that was decided later is the end of a funding.
function fundingOf({ charge }: Outcome): Command | undefined {
  if (charge?.status !== 'succeeded') return undefined;
  return { name: 'contracts.fund', input: { scope: 'next', paymentMethod: '', consentToken: '' } };
}

// The figure a person looks at: what is charged, else what is released, else what comes back.
function headline({ charge, release, refund }: MoneyPreview): Money {
  if (charge.amount > 0) return charge;
  return release.amount > 0 ? release : refund;
}
