import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { type ContractFormWords, contractFormWords } from '../locales/en/contract-form.ts';
import type { ContractFormLaterWords } from '../locales/en/contract-form-later.ts';
import { type DraftName, FormState } from './form-state.ts';
import { frame } from './frame.ts';
import { IdentityInputs } from './identity.ts';
import { identityFields } from './labels.ts';
import type { Later } from './later.ts';
import { prefillOf } from './prefill.ts';
import { ProfileReading } from './profile-reading.ts';
import { styles } from './styles.ts';
import { type FieldName, type Step, stepBeside, type Writer } from './values.ts';
import type { FormView } from './view.ts';

/** Words of your own for all steps. */
export type ContractFormOverrides = WordOverrides<ContractFormWords & ContractFormLaterWords>;

/**
 * Writes a direct contract in five steps, and sends it; or, with `as="client"`, asks a freelancer for one from a public
 * page.
 *
 * Nothing typed is lost: not by going back, by a reload, by a lost connection or by a session that ran out. A double
 * press sends once. Only what stands in the form is sent, and only on a press.
 *
 * @tag handsel-contract-form
 * @summary Writes and sends a contract, or asks for one.
 *
 * @slot heading - Instead of the title of the first step.
 * @slot email - An `<input type="email">` of your own for the client's address.
 * @slot name - With `as="client"`: an `<input>` of your own for the client's name.
 * @slot company - With `as="client"`: an `<input>` of your own for the client's company.
 * @slot trap - Used by the form itself: a field that only robots fill in.
 *
 * @event {BeforeCreateEvent} handsel-before-create - Before anything is sent, with the draft. Cancelable.
 * @event {ContractCreatedEvent} handsel-contract-created - The backend has the contract as a draft.
 * @event {ContractSentEvent} handsel-contract-sent - The contract is signed and on its way to the client.
 * @event {ContractRequestedEvent} handsel-contract-requested - The freelancer has the client's request.
 * @event {WidgetErrorEvent} handsel-error - Something failed; the form says so as well.
 *
 * @csspart steps - The ruler.
 * @csspart title - The title of the step.
 * @csspart field - A field with its label.
 * @csspart label - Its label.
 * @csspart input - Its input.
 * @csspart help - Help below a field.
 * @csspart error - What is wrong.
 * @csspart notice - Three or more faults at once, or being offline.
 * @csspart button - Any button.
 * @csspart button-primary - The primary button.
 * @csspart ledger - The figures.
 * @csspart total - Their last line.
 * @csspart cut - The indenture line.
 * @csspart state - The contract's state, once it is sent.
 */
export class ContractFormElement extends LitElement {
  static override styles = styles;
  static override properties = {
    ...connectionProperties,
    as: {},
    contractId: { attribute: 'contract-id' },
    clientEmail: { attribute: 'client-email' },
    clientName: { attribute: 'client-name' },
    clientCompany: { attribute: 'client-company' },
    contractTitle: { attribute: 'contract-title' },
    contractDescription: { attribute: 'contract-description' },
    currency: {},
    noDrafts: { type: Boolean, attribute: 'no-drafts' },
    draftKey: { attribute: 'draft-key' },
    words: { attribute: false },
  };

  /** Who fills it in: `freelancer` writes a contract, `client` asks for one. */
  declare as: Writer;

  /** An own draft, or an offer nobody has answered yet: it is edited instead of a new one. */
  declare contractId: string;

  /** Filled in beforehand: the client's e-mail address. */
  declare clientEmail: string;

  /** Filled in beforehand: the asking client's name. */
  declare clientName: string;

  /** Filled in beforehand: the asking client's company. */
  declare clientCompany: string;

  /** Filled in beforehand: what the contract is called. */
  declare contractTitle: string;

  /** Filled in beforehand: what it is about. */
  declare contractDescription: string;

  /** The currency, ISO 4217; left out, the freelancer's. */
  declare currency: string;

  /** Keeps nothing in this browser. */
  declare noDrafts: boolean;

  /** Tells two forms on one page apart, so that each keeps its own draft. */
  declare draftKey: string;

  /** A client of your own. */
  declare client: ConnectionSettings['client'];

  /** The backend's address, or anything with a `fetch`; left out, the nearest provider's. */
  declare backend: ConnectionSettings['backend'];

  /** A publishable key; the attribute is `key`. */
  declare publishableKey: ConnectionSettings['publishableKey'];

  /** A session's token, or a function that fetches a fresh one. */
  declare session: ConnectionSettings['session'];

  /** Words of your own, entry by entry. */
  declare words: ContractFormOverrides | undefined;

  readonly #connection = new Connection(this);
  readonly #reading = new ProfileReading(this, this.#connection);
  readonly #words = new Words(this, 'contract-form', contractFormWords);
  readonly #state = new FormState(this, {
    draftName: () => this.#draftName(),
    writer: () => this.#writer,
    check: (field) => this.#later?.check(field),
  });
  readonly #identity = new IdentityInputs(this, {
    fields: () => identityFields(this.#writer, this.#words.table),
    value: (field) => this.#state.values[field],
    fault: (field) => this.#state.faults[field] ?? '',
    type: (field, value) => this.#state.set({ [field]: value }),
    leave: (field) => this.#state.leave(field),
    next: () => void this.#next(),
  });
  #later: Later | undefined;
  #loading: Promise<Later | undefined> | undefined;
  #moving = false;

  constructor() {
    super();
    this.as = 'freelancer';
    this.contractId = '';
    this.clientEmail = '';
    this.clientName = '';
    this.clientCompany = '';
    this.contractTitle = '';
    this.contractDescription = '';
    this.currency = '';
    this.noDrafts = false;
    this.draftKey = '';
    this.words = undefined;
    this.addEventListener('focusin', () => void this.#load());
  }

  /** Goes on as a press of the primary button does; on the last step it sends. */
  continue(): Promise<void> {
    return this.#next();
  }

  /** Forgets everything typed and begins anew. */
  reset(): void {
    (this.#later ?? this.#state).startOver();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#noticed);
    window.addEventListener('offline', this.#noticed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#noticed);
    window.removeEventListener('offline', this.#noticed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const given = ['clientEmail', 'clientName', 'clientCompany', 'contractTitle', 'contractDescription'] as const;
    if (given.some((name) => changed.has(name))) this.#state.prefill(prefillOf(this));
  }

  protected override render(): TemplateResult {
    return html`<div class="root">${frame(this.#view(), this.#later?.step(), this.#later?.faultList())}</div>`;
  }

  protected override updated(): void {
    if (this.contractId || this.#state.restoredAt) void this.#load();
  }

  /** Goes to the first field that is wrong, else to the first field. */
  override focus(): void {
    const [wrong] = Object.entries(this.#state.faults).find(([, fault]) => fault !== '') ?? [];
    const goal = (wrong as FieldName | undefined) ?? (this.#writer === 'client' ? 'clientName' : 'clientEmail');
    const input = this.#state.step === 'details' ? this.#identity.inputOf(goal) : undefined;
    if (input) input.focus();
    else void this.#load().then((later) => later?.focus(goal));
  }

  get #writer(): Writer {
    return this.as === 'client' ? 'client' : 'freelancer';
  }

  #draftName(): DraftName {
    const { settings } = this.#connection;
    const backend = typeof settings?.backend === 'string' ? settings.backend : '';
    return {
      off: this.noDrafts,
      form: `${this.#writer}:${this.contractId}:${this.draftKey}`,
      place: `${backend}:${settings?.publishableKey ?? ''}`,
    };
  }

  async #next(): Promise<void> {
    if (this.#moving || this.#later?.busy) return;
    this.#identity.read();
    this.#moving = true;
    this.requestUpdate();
    const later = this.#later ?? (await this.#load());
    this.#moving = false;
    if (later) await later.next();
    else this.#state.problem = this.#words.table.notLoaded;
    this.requestUpdate();
  }

  // Checks, later steps, figures and the call itself come with the first touch, and only once.
  #load(): Promise<Later | undefined> {
    this.#loading ??= import('./later.ts').then(
      ({ Later }) => {
        this.#later = new Later(this, {
          state: this.#state,
          connection: this.#connection,
          writer: () => this.#writer,
          who: () => this.#reading.nameOr(this.#words.table.someone),
          profile: () => this.#reading.profile,
          input: (field) => this.#identity.inputOf(field),
        });
        this.requestUpdate();
        return this.#later;
      },
      (error: unknown) => {
        this.#loading = undefined;
        this.dispatchEvent(new WidgetErrorEvent(error));
        return undefined;
      },
    );
    return this.#loading;
  }

  readonly #noticed = () => this.requestUpdate();

  #view(): FormView {
    const state = this.#state;
    const { values, step, faults, problem } = state;
    return {
      words: this.#words.table,
      locale: this.#words.locale,
      writer: this.#writer,
      subject: this.#later?.subject ?? (this.contractId ? 'draft' : 'new'),
      who: this.#reading.nameOr(this.#words.table.someone),
      values,
      step,
      faults,
      busy: this.#moving || (this.#later?.busy ?? false),
      problem: this.#connection.problem?.message ?? problem,
      draftLine: this.#draftLine(),
      restored: state.restoredAt !== '',
      offline: navigator.onLine === false,
      reading: !this.contractId || state.restoredAt ? 'ready' : (this.#later?.reading ?? 'loading'),
      type: (field, value) => state.set({ [field]: value }),
      leave: (field) => (this.#later ? this.#later.leave(field) : state.leave(field)),
      next: () => void this.#next(),
      back: () => this.#go(stepBeside(this.#writer, step, -1)),
      go: (goal) => this.#go(goal),
      startOver: () => this.reset(),
      again: () => this.#later?.again(),
      focus: (field) => this.#identity.inputOf(field)?.focus(),
    };
  }

  #go(step: Step): void {
    this.#state.go(step);
    void this.#load().then((later) => later?.focus('heading'));
  }

  #draftLine(): string {
    const { keeping } = this.#state;
    const { draftSaved, noStorage } = this.#words.table;
    if (keeping.status === 'denied') return noStorage;
    return keeping.status === 'saved' ? draftSaved : (this.#later?.restored ?? '');
  }
}
