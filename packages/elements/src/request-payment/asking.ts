import type { Draft } from '@handsel/core/draft';
import type { ContractId, MilestoneId, PaymentRequest } from '@handsel/protocol';
import { LONGEST } from '@handsel/protocol/longest';
import { addDays } from '@handsel/protocol/time';
import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { Action } from '../foundation/action.ts';
import type { ConnectedHost, Connection } from '../foundation/connection.ts';
import { ContractController } from '../foundation/contract-controller.ts';
import { pageDraft } from '../foundation/draft.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { Modal } from '../foundation/form/modal.ts';
import { Lead } from '../foundation/lead.ts';
import { shortName } from '../foundation/people.ts';
import { describeProblem } from '../foundation/problem.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type RequestPaymentWords, requestPaymentWords } from '../locales/en/request-payment.ts';
import { confirmation } from './confirmation.ts';
import { BeforeRequestEvent, PaymentRequestedEvent } from './events.ts';
import { face } from './face.ts';
import { standingOf } from './standing.ts';
import type { AskingView } from './view.ts';

export { lateStyles as styles } from './late-styles.ts';

/** The element as its late part sees it. */
export interface AskingHost extends LitElement {
  contractId: string;
  client: ConnectedHost['client'];
  backend: ConnectedHost['backend'];
  publishableKey: ConnectedHost['publishableKey'];
  session: ConnectedHost['session'];
  milestoneId: string;
  words: WordOverrides<RequestPaymentWords> | undefined;
}

/** What is sent: the same note for the same milestone is the same intent, and keeps its key over failures. */
interface Intent {
  readonly contractId: ContractId;
  readonly milestoneId: MilestoneId;
  readonly note: string;
}

const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Everything behind the first paint: the button's states, the confirmation, the sending, and what came of it. */
export class Asking implements ReactiveController {
  readonly #host: AskingHost;
  readonly #words: Words<RequestPaymentWords>;
  readonly #live: ContractController;
  readonly #request: Action<Intent, PaymentRequest>;
  readonly #withdrawal: Action<{ contractId: ContractId; requestId: PaymentRequest['id'] }, unknown>;
  #note = '';
  #problem = '';
  readonly #modal: Modal;
  readonly #lead: Lead;
  /** The figure that stood in the dialog; another one is shown before it is asked for. */
  #shown: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;

  constructor(host: AskingHost, connection: Connection) {
    this.#host = host;
    this.#words = new Words(host, 'request-payment', requestPaymentWords);
    this.#live = new ContractController(host, connection);
    this.#request = new Action(host, async ({ contractId, milestoneId, note }, options) => {
      const client = await connection.client();
      return client.paymentRequests.create(contractId, milestoneId, note ? { note } : {}, options);
    });
    this.#withdrawal = new Action(host, async ({ contractId, requestId }, options) => {
      const client = await connection.client();
      await client.paymentRequests.withdraw(contractId, requestId, options);
      await this.#live.refresh();
    });
    this.#modal = new Modal(host, 'request');
    this.#lead = new Lead(host);
    host.addController(this);
  }

  /** Goes on waiting for the mail when the element is put back. */
  hostConnected(): void {
    if (this.#waitsForMail) this.#lookAgain();
  }

  /** Looks no more while the element is away. */
  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Opens the confirmation, if payment can be asked for. */
  async open(): Promise<void> {
    const view = this.#view();
    if (view.standing?.kind !== 'ready' || view.offline) return;
    // A failed request keeps its key: sending the same again is the same intent.
    if (this.#request.state.status === 'done') this.#request.reset();
    this.#problem = '';
    this.#shown = view.standing.milestone.escrow.amount;
    const kept = this.#draft.restore();
    if (this.#note === '' && typeof kept === 'string') this.#note = kept;
    this.#modal.show();
    // The days begin when it is sent: the backend says what time it is now.
    void this.#live.refresh();
    await this.#host.updateComplete;
  }

  /** The button, what stands below it, and the dialog. */
  render(): TemplateResult {
    const view = this.#view();
    return html`${face(view)} ${this.#modal.render(() => confirmation(view))}`;
  }

  #view(): AskingView {
    const { contract, error, offline } = this.#live;
    const words = this.#words.table;
    const failed = contract || error === undefined ? '' : describeProblem(error);
    return {
      words,
      write: writing(this.#words.locale),
      contract,
      standing: contract && standingOf(contract, this.#host.milestoneId),
      who: contract ? shortName(contract.client) : '',
      offline,
      opened: this.#modal.open,
      note: this.#note,
      due: contract ? addDays(contract.asOf, contract.policy.reviewDays) : '',
      sending: this.#request.pending,
      withdrawing: this.#withdrawal.pending,
      sent: this.#sent,
      problem: this.#problem || failed,
      open: () => void this.open(),
      close: () => this.#modal.cancel(),
      type: (note) => this.#type(note),
      send: () => void this.#send(),
      withdraw: () => void this.#withdraw(),
      again: () => void this.#live.refresh(),
    };
  }

  get #draft(): Draft {
    return pageDraft(`request:${this.#host.contractId}:${this.#host.milestoneId}`);
  }

  // What was sent from here, as the contract now tells it: the mail leaves after the answer.
  get #sent(): PaymentRequest | undefined {
    const { state } = this.#request;
    if (state.status !== 'done') return undefined;
    const read = this.#live.contract?.paymentRequest;
    return read?.id === state.value.id ? read : state.value;
  }

  get #waitsForMail(): boolean {
    return this.#sent !== undefined && this.#sent.emailedAt === null;
  }

  #type(note: string): void {
    this.#note = note;
    this.#problem = '';
    this.#draft.save(note);
    this.#host.requestUpdate();
  }

  async #send(): Promise<void> {
    const { contract } = this.#live;
    const standing = contract && standingOf(contract, this.#host.milestoneId);
    if (this.#request.pending || !contract || !standing?.milestone) return;
    const words = this.#words.table;
    const { milestone } = standing;
    const note = this.#note.trim();
    if (note.length > LONGEST.note) return this.#host.renderRoot.querySelector<HTMLElement>('#note')?.focus();
    if (milestone.escrow.amount !== this.#shown) {
      this.#shown = milestone.escrow.amount;
      const amount = writing(this.#words.locale).money(milestone.escrow);
      return this.#say(words.changedMeanwhile(shortName(contract.client), amount));
    }
    const intent = { contractId: contract.id, milestoneId: milestone.id, note };
    if (!this.#host.dispatchEvent(new BeforeRequestEvent(intent))) return;
    this.#problem = '';
    const state = await this.#request.start(intent);
    if (state.status === 'failed') this.#fail(state.error);
    if (state.status === 'done') await this.#done(contract.id, state.value);
  }

  async #done(contractId: string, request: PaymentRequest): Promise<void> {
    this.#note = '';
    this.#draft.clear();
    this.#host.dispatchEvent(new PaymentRequestedEvent({ contractId, request }));
    this.#looks = 0;
    this.#lookAgain();
    await this.#live.refresh();
    this.#host.renderRoot.querySelector<HTMLElement>('dialog .title')?.focus();
  }

  async #withdraw(): Promise<void> {
    const { contract } = this.#live;
    const request = contract?.paymentRequest ?? this.#sent;
    if (!contract || !request || this.#withdrawal.pending) return;
    const state = await this.#withdrawal.start({ contractId: contract.id, requestId: request.id });
    if (state.status === 'failed') this.#fail(state.error);
    else this.#request.reset();
    this.#modal.close();
    // What was pressed is gone with the request.
    this.#lead.to('.ask');
  }

  #fail(error: unknown): void {
    this.#say(describeProblem(error));
    this.#host.dispatchEvent(new WidgetErrorEvent(error));
    void this.#live.refresh();
  }

  #say(problem: string): void {
    this.#problem = problem;
    this.#host.requestUpdate();
  }

  // The outbox hands the mail over a moment later; "e-mailed" is said when it has, not before.
  #lookAgain(): void {
    clearTimeout(this.#timer);
    const pause = PAUSES_MS[this.#looks];
    if (!this.#waitsForMail || pause === undefined) return;
    this.#looks += 1;
    this.#timer = setTimeout(() => {
      void this.#live.refresh().finally(() => this.#lookAgain());
    }, pause);
  }
}
