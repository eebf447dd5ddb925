import type { Charge, ContractId } from '@handsel/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Draft } from '@handsel/core/draft';
import { pageDraft } from '../foundation/draft.ts';

const PAUSES_MS = [1_000, 2_000, 3_000, 5_000, 8_000, 15_000];

/** Asks for one charge. */
export type AskCharge = (contractId: ContractId, chargeId: Charge['id']) => Promise<Charge>;

/**
 * Follows a charge until it is decided, over a reload and over the way to the bank and back.
 *
 * Only its id is kept, for this tab: the charge itself is always asked for.
 */
export class ChargeWatch implements ReactiveController {
  charge: Charge | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #ask: AskCharge;
  readonly #decided: (charge: Charge) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #resumed = '';
  #hurried = '';

  constructor(host: ReactiveControllerHost, ask: AskCharge, decided: (charge: Charge) => void) {
    this.#host = host;
    this.#ask = ask;
    this.#decided = decided;
    host.addController(this);
  }

  /** Goes on where it was when the element is put back. */
  hostConnected(): void {
    if (this.charge) this.#plan();
  }

  /** Asks no more while the element is away. */
  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Whether the charge still waits for the bank or for the person. */
  get open(): boolean {
    return this.charge?.status === 'pending' || this.charge?.status === 'requires_confirmation';
  }

  /** Starts to follow a charge. */
  follow(charge: Charge): void {
    this.#asked = 0;
    this.#take(charge);
  }

  /** Asks without waiting for its turn: the contract says that it is decided. */
  hurry(): void {
    const { charge } = this;
    if (!charge || !this.open || charge.id === this.#hurried) return;
    this.#hurried = charge.id;
    void this.#again();
  }

  /** Takes up a charge of before the reload: the one this tab remembers, else the one the contract's history names. */
  async resume(contractId: ContractId, started: string | undefined): Promise<void> {
    const kept = this.#kept(contractId).restore();
    const id = typeof kept === 'string' ? kept : started;
    if (this.charge || id === undefined || id === this.#resumed) return;
    this.#resumed = id;
    try {
      this.#take(await this.#ask(contractId, `chg_${id.slice(4)}`));
    } catch {
      this.#kept(contractId).clear();
    }
  }

  /** Forgets it: the person goes on to something else. */
  forget(): void {
    if (this.charge) this.#kept(this.charge.contractId).clear();
    clearTimeout(this.#timer);
    this.charge = undefined;
    this.#host.requestUpdate();
  }

  #kept(contractId: string): Draft {
    return pageDraft(`charge:${contractId}`, 'sessionStorage');
  }

  #take(charge: Charge): void {
    this.charge = charge;
    if (this.open) this.#kept(charge.contractId).save(charge.id);
    else this.#kept(charge.contractId).clear();
    this.#host.requestUpdate();
    if (this.open) this.#plan();
    else this.#decided(charge);
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const pause = PAUSES_MS[Math.min(this.#asked, PAUSES_MS.length - 1)];
    this.#asked += 1;
    this.#timer = setTimeout(() => void this.#again(), pause);
  }

  async #again(): Promise<void> {
    const { charge } = this;
    if (!charge) return;
    try {
      this.#take(await this.#ask(charge.contractId, charge.id));
    } catch {
      // No answer says nothing about the charge: ask again later.
      this.#plan();
    }
  }
}
