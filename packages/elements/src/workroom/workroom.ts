import type { Client } from '@handsel/core';
import type { Contract } from '@handsel/protocol';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.ts';
import { Connection, connectionProperties, type ConnectionSettings } from '../foundation/connection.ts';
import { ContractController } from '../foundation/contract-controller.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { BACK, icon } from '../foundation/icons.ts';
import { firstOf } from '../foundation/lead.ts';
import { boneRows, notLoaded } from '../foundation/reading.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type WorkroomWords, workroomWords } from '../locales/en/workroom.ts';
import { type CommandName, isCommand } from './commands.ts';
import { Confirm, type ConfirmHost } from './confirm.ts';
import { ContractChangedEvent, ContractDiscardedEvent, StepRequestedEvent } from './events.ts';
import { wayBack } from './head.ts';
import { type Inside, insideOf, insideRoom, loadInside } from './inside.ts';
import { Menu } from './menu.ts';
import { editorRoom } from './editor-room.ts';
import { type Telling, telling } from './next-step.ts';
import { Parts } from './parts.ts';
import { Proposing } from './proposing.ts';
import { room, type Tab } from './room.ts';
import { styles } from './styles.ts';

/**
 * The room of one contract: what is next, the milestones, how the money stands, what was agreed, and what happened.
 *
 * What may be done comes from the backend alone, and each of it is carried out here, by an element opened in this place,
 * or on the backend's own page where the credential of this page may not move money.
 *
 * @tag handsel-workroom
 * @summary The room of one contract: next step, milestones, money, details, activity and the menu.
 *
 * @slot back - A link back to the list, above the title.
 *
 * @event {ContractChangedEvent} handsel-contract-changed - A command given here has been carried out.
 * @event {ContractDiscardedEvent} handsel-contract-discarded - The draft was thrown away.
 * @event {StepRequestedEvent} handsel-step-requested - Something was chosen that another element does. Cancelable.
 * @event {WidgetErrorEvent} handsel-error - Something failed; the element says so as well.
 *
 * @csspart lead - The contract's title.
 * @csspart figure - The sum, and the amounts of milestones.
 * @csspart state - A state: a coin and a word.
 * @csspart tabs - The tabs.
 * @csspart tab - One tab.
 * @csspart panel - What the tab holds.
 * @csspart next - The next step.
 * @csspart row - A milestone, or a line of the activity.
 * @csspart ledger - How the money stands.
 * @csspart total - Its last line.
 * @csspart menu - The … menu.
 * @csspart menu-item - One line of it.
 * @csspart dialog - The dialog that asks before a command.
 * @csspart title - A title.
 * @csspart button - Any button.
 * @csspart button-primary - The primary button.
 * @csspart notice - What did not load, or how old it is.
 * @csspart error - What is wrong.
 * @csspart cut - The indenture line between the two signatures.
 */
export class WorkroomElement extends LitElement implements ConfirmHost {
  static override styles = styles;
  static override properties = {
    ...connectionProperties,
    contractId: { attribute: 'contract-id' },
    tab: {},
    backHref: { attribute: 'back-href' },
    words: { attribute: false },
  };

  /** The contract. */
  declare contractId: string;

  /** Which part is open: `overview` or `details`. */
  declare tab: Tab;

  /** Address of the list; the slot `back` takes anything else. */
  declare backHref: string;

  /** A client of your own. */
  declare client: ConnectionSettings['client'];

  /** The backend's address, or anything with a `fetch`; left out, the nearest provider's. */
  declare backend: ConnectionSettings['backend'];

  /** A publishable key; the attribute is `key`. */
  declare publishableKey: ConnectionSettings['publishableKey'];

  /** A session's token, or a function that fetches a fresh one. */
  declare session: ConnectionSettings['session'];

  /** Words of your own, entry by entry. */
  declare words: WordOverrides<WorkroomWords> | undefined;

  readonly #connection = new Connection(this);
  readonly #live = new ContractController(this, this.#connection);
  readonly #words = new Words<WorkroomWords>(this, 'workroom', workroomWords);
  readonly #parts = new Parts(this);
  readonly #announcer = new Announcer(this);
  readonly #menu = new Menu(this);
  readonly #confirm = new Confirm(this);
  readonly #proposing = new Proposing(this);
  #inside: Inside | undefined;
  #opener = '';
  #asks = false;

  constructor() {
    super();
    this.contractId = '';
    this.tab = 'overview';
    this.backHref = '';
    this.words = undefined;
  }

  /** Reads the contract anew. */
  async refresh(): Promise<void> {
    await this.#live.refresh();
  }

  /** @internal */
  async speaker(): Promise<Client> {
    return this.#live.client ?? this.#connection.client();
  }

  /** @internal */
  told(): Telling | undefined {
    const { contract } = this.#live;
    return contract && telling(contract, this.#words.table, writing(this.#words.locale));
  }

  /** @internal */
  done(name: CommandName, contract: Contract | undefined): void {
    if (!contract) {
      this.dispatchEvent(new ContractDiscardedEvent(this.contractId));
      return;
    }
    this.#live.take(contract);
    void this.#holdFocus('#next-title');
    const told = this.told();
    if (told) this.#announcer.say(name === 'contracts.resend' ? told.words.resend.done(told.who) : '');
    this.dispatchEvent(new ContractChangedEvent(contract, name));
  }

  /** @internal */
  failed(error: unknown): void {
    this.dispatchEvent(new WidgetErrorEvent(error));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contractId')) this.#inside = undefined;
    const { contract } = this.#live;
    if (this.#asks || contract?.viewer !== 'freelancer') return;
    if (!contract.actions.some(({ name }) => name === 'paymentRequests.create')) return;
    this.#asks = true;
    import('../define/request-payment.ts').catch((error: unknown) => this.failed(error));
  }

  protected override render(): TemplateResult {
    return html`<div class="root">${this.#announcer.render()} ${this.#content()}</div>`;
  }

  #content(): TemplateResult {
    const told = this.told();
    if (!told) return this.#waiting();
    const client = this.#live.client;
    if (this.#inside && client) return this.#other(this.#inside, client, told);
    return room({
      told,
      client,
      live: this.#live,
      tab: this.tab,
      backHref: this.backHref,
      parts: this.#parts,
      confirm: this.#confirm,
      menu: this.#menu,
      choose: (tab) => {
        this.tab = tab;
      },
      press: (action) => void this.#press(action),
    });
  }

  #waiting(): TemplateResult {
    const words = this.#words.table;
    const back = wayBack(this.backHref, words.allContracts);
    if (this.#live.error !== undefined) return html`${back}${notLoaded(this.#live, words)}`;
    return html`${back}<span class="bone bone-title"></span><span class="bone bone-who"></span>${boneRows(3, words)}`;
  }

  #other(inside: Inside, client: Client, told: Telling): TemplateResult {
    return html`<div class="inside">
      <button class="button plain" part="button" type="button" @click=${() => this.#leave()}>
        ${icon(BACK, 'turns')}${told.words.backToContract}
      </button>
      ${
        inside === 'editor'
          ? editorRoom(this.#proposing, told, () => void this.#propose())
          : insideRoom(inside, client, told.contract)
      }
    </div>`;
  }

  #leave(): void {
    this.#inside = undefined;
    this.requestUpdate();
    void this.#holdFocus(`[data-action="${this.#opener}"]`, '#menu-button');
    void this.refresh();
  }

  // What was pressed may be gone with its command; then the reader goes on here.
  async #holdFocus(...goals: readonly string[]): Promise<void> {
    await this.updateComplete;
    if (!this.shadowRoot?.activeElement) firstOf(this.renderRoot, goals)?.focus();
  }

  async #propose(): Promise<void> {
    const editor = this.renderRoot.querySelector('handsel-milestone-editor');
    if (await this.#proposing.send(editor?.reportValidity() ?? false)) this.#leave();
  }

  async #press(action: string): Promise<void> {
    const { contract } = this.#live;
    if (!contract) return;
    if (action === 'terms') return this.#show('details');
    if (action === 'paymentRequests.create') return this.#askForPayment();
    const inside = insideOf(action, contract);
    if (inside === undefined && isCommand(action) && action !== 'milestoneChanges.create') {
      return this.#confirm.ask(action);
    }
    if (this.dispatchEvent(new StepRequestedEvent(contract, action)) && inside) await this.#open(inside, action);
  }

  async #open(inside: Inside, action: string): Promise<void> {
    try {
      await loadInside(inside);
    } catch (error) {
      return this.failed(error);
    }
    this.#proposing.begin();
    [this.#inside, this.#opener] = [inside, action];
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.inside > .button')?.focus();
  }

  #show(tab: Tab): void {
    this.tab = tab;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus());
  }

  async #askForPayment(): Promise<void> {
    this.tab = 'overview';
    await this.updateComplete;
    await this.renderRoot.querySelector('handsel-request-payment')?.requestPayment();
  }
}
