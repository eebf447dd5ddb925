import type { Client } from '@handsel/core';
import type { Contract, MoneyPreview } from '@handsel/protocol';
import { LONGEST } from '@handsel/protocol/longest';
import type { LitElement, ReactiveController } from 'lit';
import { Action } from '../foundation/action.ts';
import { Modal } from '../foundation/form/modal.ts';
import { type Command, type CommandName, perform } from './commands.ts';
import { headline } from './figures.ts';
import { type Question, questionOf } from './questions.ts';
import type { Telling } from './next-step.ts';

/** What the dialog asks of its element. */
export interface ConfirmHost extends LitElement {
  /** The client to speak through. @throws when there is none */
  speaker(): Promise<Client>;
  /** The contract as it stands now, and how to speak of it. */
  told(): Telling | undefined;
  /** The command has been carried out; without a contract there is none any more. */
  done(name: CommandName, contract: Contract | undefined): void;
  /** It has not been. */
  failed(error: unknown): void;
  /** Reads the contract anew. */
  refresh(): Promise<void>;
}

type Asked = Exclude<CommandName, 'milestoneChanges.create'>;

const MOVED_ON = ['WRONG_STATE', 'VERSION_CONFLICT', 'NOT_ACTIVE', 'NOT_FUNDED', 'CHARGE_PENDING', 'DISPUTE_OPEN'];
const STALE = ['CONSENT_STALE', 'CONSENT_REQUIRED'];

/** Asks, shows what the money would do, and carries the command out once: the dialog of all commands of the workroom. */
export class Confirm implements ReactiveController {
  readonly modal: Modal;
  reason = '';
  /** What is wrong with the reason. */
  fault = '';
  /** What went wrong, as an error or in words. */
  problem: unknown;
  preview: MoneyPreview | undefined;

  readonly #host: ConfirmHost;
  readonly #command: Action<Command, Contract | undefined>;
  #name: Asked | undefined;
  #key = '';

  constructor(host: ConfirmHost) {
    this.#host = host;
    this.modal = new Modal(host, 'confirm', { busy: () => this.busy });
    this.#command = new Action(host, async (command, options) => {
      const told = host.told();
      if (!told) throw new Error('The contract is not here.');
      return perform(await host.speaker(), told.contract, command, options);
    });
    host.addController(this);
  }

  /** Nothing to do: the dialog closes itself when it leaves the page. */
  hostConnected(): void {}

  get busy(): boolean {
    return this.#command.pending;
  }

  /** The question that is being asked. */
  get question(): Question | undefined {
    const told = this.#host.told();
    return this.#name && told ? questionOf(this.#name, told) : undefined;
  }

  /** The most a reason may hold. */
  get longest(): number {
    return LONGEST.reason;
  }

  ask(name: Asked): void {
    this.#name = name;
    [this.reason, this.fault, this.problem, this.preview] = ['', '', undefined, undefined];
    this.#command.reset();
    this.modal.show();
    void this.#figures();
  }

  type(reason: string): void {
    this.reason = reason;
    if (this.fault) this.fault = this.#faultOf();
    this.#host.requestUpdate();
  }

  /** Does what the button says: never twice, and money only by the figures that were shown. */
  async press(): Promise<void> {
    const { question } = this;
    const name = this.#name;
    if (!question || !name || this.busy) return;
    this.fault = this.#faultOf();
    this.problem = undefined;
    this.#host.requestUpdate();
    if (this.fault) return this.#focusFault();
    if (question.preview && !this.preview) return void this.#figures();
    const consentToken = this.preview?.consentToken ?? '';
    const state = await this.#command.start({ name, reason: this.reason.trim(), consentToken, change: undefined });
    if (state.status === 'failed') return this.#fail(state.error);
    if (state.status !== 'done') return;
    this.modal.close();
    this.#host.done(name, state.value);
  }

  // A preview belongs to the question that asked for it: a late one is dropped.
  async #figures(): Promise<void> {
    const draft = this.question?.preview;
    const told = this.#host.told();
    if (!draft || !told) return;
    const key = `${this.#name} ${told.contract.version}`;
    this.#key = key;
    try {
      const client = await this.#host.speaker();
      const preview = await client.previews.create(told.contract.id, draft);
      if (key === this.#key) this.preview = preview;
    } catch (error) {
      if (key === this.#key) this.problem = error;
      this.#host.failed(error);
    }
    this.#host.requestUpdate();
  }

  async #fail(error: unknown): Promise<void> {
    const code = codeOf(error);
    this.#host.failed(error);
    this.problem = error;
    if (STALE.includes(code)) await this.#renew();
    else if (MOVED_ON.includes(code)) {
      this.problem = this.#host.told()?.words.movedOn;
      await this.#host.refresh();
    }
    this.#host.requestUpdate();
  }

  // The figures were no longer true: the new ones are shown, and pressing again confirms those.
  async #renew(): Promise<void> {
    const before = this.preview && headline(this.preview);
    this.preview = undefined;
    await this.#host.refresh();
    await this.#figures();
    const told = this.#host.told();
    const after = this.preview && headline(this.preview);
    if (!told || !before || !after) return;
    const [from, to] = [told.write.money(before), told.write.money(after)];
    this.problem = from === to ? told.words.figuresSame : told.words.figuresChanged(from, to);
  }

  #faultOf(): string {
    const told = this.#host.told();
    const { question } = this;
    if (!told || !question?.reason) return '';
    const { words, write } = told;
    if (this.reason.length > LONGEST.reason) return words.tooLong(write.count(LONGEST.reason));
    return question.reasonRequired && !this.reason.trim() ? words.reasonMissing : '';
  }

  async #focusFault(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('dialog [aria-invalid="true"]')?.focus();
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
