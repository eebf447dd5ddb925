import type { Client } from '@handsel/core';
import type { Contract, ContractId, MoneyPreview, MoneyPreviewDraft } from '@handsel/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Action } from '../foundation/action.ts';
import type { Draft } from '@handsel/core/draft';
import { pageDraft } from '../foundation/draft.ts';
import { ChargeWatch } from './charge-watch.ts';
import { type Command, type Outcome, perform } from './command.ts';
import { commandOf } from './compose.ts';
import { Consent } from './consent.ts';
import { type PanelName, panelOf, stillOpen } from './panel.ts';
import { type Faults, faultsOf, previewDraft, type Typed, UNTYPED } from './typed.ts';

/** What the flow asks of its element. */
export interface FlowHost extends ReactiveControllerHost {
  readonly contract: Contract | undefined;
  readonly locale: string;
  /** The id of the newest charge in the contract's history. */
  readonly startedCharge: string | undefined;
  /** The client to speak through; throws when there is none. */
  speaker(): Promise<Client>;
  /** Reads the contract anew. */
  refresh(): Promise<void>;
  /** What is paid with: a way that was offered, or what the page's card field gives; throws when there is neither. */
  card(typed: Typed, preview: MoneyPreview): Promise<string>;
  /** Something new begins: what was said before is over. */
  begun(): void;
  /** A command has succeeded, or a charge was decided. */
  happened(command: Command | undefined, outcome: Outcome): void;
  /** Something failed; the text is shown by the element. */
  failed(error: unknown): void;
  /** The panel has changed: focus follows. */
  moved(): void;
}

const MOVED_ON = ['VERSION_CONFLICT', 'WRONG_STATE', 'NOT_FUNDED', 'CHARGE_PENDING', 'DISPUTE_OPEN', 'NOT_ACTIVE'];
// Funding names a way to pay also where carried money covers it all.
const NOTHING_TO_PAY = 'none';
const STALE = ['CONSENT_STALE', 'CONSENT_REQUIRED'];

/** The closed code of a refusal; empty for anything else. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** What the client does on the page: panels, typed words, figures shown, commands sent, charges followed. */
export class ReviewFlow implements ReactiveController {
  typed: Typed = UNTYPED;
  faults: Faults = {};
  /** Whether the last refusal was because the contract had moved on. */
  moved = false;
  readonly consent: Consent;
  readonly charges: ChargeWatch;

  readonly #host: FlowHost;
  readonly #command: Action<Command, Outcome>;
  #chosen: PanelName | '' = '';
  #problem: { readonly error: unknown; readonly panel: PanelName } | undefined;
  #pressed = false;
  #restored = '';

  constructor(host: FlowHost) {
    this.#host = host;
    host.addController(this);
    this.consent = new Consent(host, async (draft) => {
      const client = await host.speaker();
      return client.previews.create(this.#id, draft);
    });
    this.charges = new ChargeWatch(
      host,
      async (contractId, chargeId) => (await host.speaker()).charges.retrieve(contractId, chargeId),
      (charge) => void this.#settle({ charge }),
    );
    this.#command = new Action(host, async (command, options) =>
      perform(await host.speaker(), this.#id, command, options),
    );
  }

  /** Asks for figures where a panel needs them, and takes up what an earlier page left. */
  hostUpdated(): void {
    const { contract, locale } = this.#host;
    if (!contract) return;
    if (this.#restored !== contract.id) this.#restore(contract.id);
    if (contract.chargePending) void this.charges.resume(contract.id, this.#host.startedCharge);
    else this.charges.hurry();
    if (this.#pressed || Object.keys(this.faults).length > 0) return;
    const { panel } = this;
    const here = contract.actions.some(({ name, hosted, allowed }) => NAMES[panel] === name && allowed && !hosted);
    this.consent.show(here ? previewDraft(panel, this.typed, contract, locale) : undefined, contract.version);
  }

  /** What is shown: what the person has opened, as long as it makes sense; else what is to be decided. */
  get panel(): PanelName {
    const { contract } = this.#host;
    if (!contract) return 'still';
    if (this.charges.open || this.charges.charge?.status === 'failed') return 'charge';
    return this.#chosen !== '' && stillOpen(this.#chosen, contract) ? this.#chosen : panelOf(contract);
  }

  /** What went wrong last, as long as the panel is there in which it did. */
  get problem(): unknown {
    return this.#problem?.panel === this.panel ? this.#problem.error : undefined;
  }

  /** Whether a command is on its way. */
  get busy(): boolean {
    return this.#pressed || this.#command.pending;
  }

  /** Opens a panel; the empty one goes back to what is to be decided. */
  go(panel: PanelName | ''): void {
    if (this.busy) return;
    if (this.charges.charge?.status === 'failed') this.charges.forget();
    this.#chosen = panel;
    this.#clear();
    this.#host.moved();
  }

  /** Takes what was typed; a fault goes as soon as it is mended. */
  type(field: keyof Typed, value: string): void {
    this.typed = { ...this.typed, [field]: value };
    this.#kept.save(this.typed);
    const { contract, locale } = this.#host;
    if (contract && this.faults[field]) {
      const now = faultsOf(this.panel, this.typed, contract, locale);
      this.faults = { ...this.faults, [field]: now[field] };
      this.faults = Object.fromEntries(Object.entries(this.faults).filter(([, fault]) => fault));
    }
    this.#host.requestUpdate();
  }

  /** Does what the primary button of the panel says. */
  async press(): Promise<void> {
    const { contract, locale } = this.#host;
    if (!contract || this.busy) return;
    const { panel } = this;
    this.#clear();
    this.faults = faultsOf(panel, this.typed, contract, locale);
    if (Object.keys(this.faults).length > 0) return this.#host.moved();
    this.#pressed = true;
    this.#host.requestUpdate();
    try {
      await this.#confirm(panel, contract, previewDraft(panel, this.typed, contract, locale));
    } catch (error) {
      await this.#fail(error, panel);
    } finally {
      this.#pressed = false;
      this.#host.requestUpdate();
    }
  }

  async #confirm(panel: PanelName, contract: Contract, draft: MoneyPreviewDraft | undefined): Promise<void> {
    const preview = draft && (await this.consent.confirm(draft, contract.version));
    if (draft && !preview) {
      if (this.consent.error !== undefined) throw this.consent.error as Error;
      return;
    }
    const charged = preview !== undefined && preview.charge.amount > 0;
    const paymentMethod = charged ? await this.#host.card(this.typed, preview) : NOTHING_TO_PAY;
    const ingredients = { contract, typed: this.typed, paymentMethod };
    const command = commandOf(panel, { ...ingredients, preview });
    if (!command) return;
    let state = await this.#command.start(command);
    if (draft && state.status === 'failed' && STALE.includes(codeOf(state.error))) {
      const fresh = await this.#renew(draft);
      const again = fresh && commandOf(panel, { ...ingredients, preview: fresh });
      if (!again) return;
      state = await this.#command.start(again);
    }
    if (state.status === 'failed') throw state.error;
    if (state.status === 'done') await this.#settle(state.value, command);
  }

  // The same figures may be acted on with a new token: they are what the person has just confirmed. Others are shown.
  async #renew(draft: MoneyPreviewDraft) {
    await this.#host.refresh();
    return this.consent.renew(draft);
  }

  async #settle(outcome: Partial<Outcome>, command?: Command): Promise<void> {
    const { charge } = outcome;
    this.#chosen = '';
    if (command) this.#forget();
    if (charge && (charge.status === 'pending' || charge.status === 'requires_confirmation'))
      this.charges.follow(charge);
    if (!outcome.contract) await this.#host.refresh();
    const contract = outcome.contract ?? this.#host.contract;
    if (charge?.status === 'succeeded' && !command) this.charges.forget();
    if (contract) this.#host.happened(command, { contract, ...(charge && { charge }) });
    this.#host.moved();
  }

  async #fail(error: unknown, panel: PanelName): Promise<void> {
    this.#problem = { error, panel };
    this.moved = MOVED_ON.includes(codeOf(error));
    this.#host.failed(error);
    // A refusal may have changed the contract: a declined card counts up its version. No answer says nothing at all.
    if (codeOf(error) !== '') await this.#host.refresh().catch(() => undefined);
  }

  #clear(): void {
    this.#problem = undefined;
    this.#host.begun();
    this.consent.stale = undefined;
    this.moved = false;
    this.faults = {};
    this.#host.requestUpdate();
  }

  get #id(): ContractId {
    const { contract } = this.#host;
    if (!contract) throw new Error('The contract is not here yet.');
    return contract.id;
  }

  get #kept(): Draft {
    return pageDraft(`review:${this.#id}`);
  }

  #restore(id: string): void {
    this.#restored = id;
    const kept = this.#kept.restore();
    if (typeof kept !== 'object' || kept === null) return;
    const texts = Object.entries(kept).filter(([name, value]) => name in UNTYPED && typeof value === 'string');
    this.typed = { ...UNTYPED, ...Object.fromEntries(texts) };
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#kept.clear();
    this.typed = UNTYPED;
  }
}

const NAMES: Readonly<Partial<Record<PanelName, string>>> = {
  fund: 'contracts.fund',
  approve: 'milestones.approve',
  end: 'contracts.endByClient',
  change: 'milestoneChanges.accept',
};
