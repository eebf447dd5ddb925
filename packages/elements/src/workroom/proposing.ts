import type { Client } from '@handsel/core';
import type { Contract, MilestoneChangeItem } from '@handsel/protocol';
import { LONGEST } from '@handsel/protocol/longest';
import type { ReactiveController } from 'lit';
import { Action } from '../foundation/action.ts';
import { type Command, perform } from './commands.ts';
import type { ConfirmHost } from './confirm.ts';

/** What somebody wants to change about the milestones, until it is proposed. */
export class Proposing implements ReactiveController {
  note = '';
  /** What is wrong with the whole, in words; empty when nothing is. */
  fault = '';
  problem: unknown;

  readonly #host: ConfirmHost;
  readonly #command: Action<Command, Contract | undefined>;
  #items: readonly MilestoneChangeItem[] = [];

  constructor(host: ConfirmHost) {
    this.#host = host;
    this.#command = new Action(host, async (command, options) => {
      const told = host.told();
      if (!told) throw new Error('The contract is not here.');
      const client: Client = await host.speaker();
      return perform(client, told.contract, command, options);
    });
    host.addController(this);
  }

  /** Nothing to do: what was written outlives a move in the page. */
  hostConnected(): void {}

  get busy(): boolean {
    return this.#command.pending;
  }

  /** Starts anew. */
  begin(): void {
    [this.note, this.fault, this.problem, this.#items] = ['', '', undefined, []];
    this.#command.reset();
  }

  /** Takes what the editor would propose. */
  take(items: readonly MilestoneChangeItem[]): void {
    this.#items = items;
    if (items.length > 0) this.fault = '';
    this.#host.requestUpdate();
  }

  type(note: string): void {
    this.note = note;
    this.#host.requestUpdate();
  }

  /** Proposes it; answers whether it was. `ready` is false while the editor holds something unfinished or wrong. */
  async send(ready: boolean): Promise<boolean> {
    const told = this.#host.told();
    if (!told || this.busy || !ready) return false;
    this.fault = this.#items.length === 0 ? told.words.nothingToPropose : '';
    this.problem = undefined;
    this.#host.requestUpdate();
    if (this.fault || this.note.length > LONGEST.note) return false;
    const note = this.note.trim();
    const change = { items: [...this.#items], ...(note && { note }) };
    const state = await this.#command.start({ name: 'milestoneChanges.create', reason: '', consentToken: '', change });
    if (state.status === 'failed') {
      this.problem = state.error;
      this.#host.failed(state.error);
    }
    if (state.status !== 'done') return false;
    this.#host.done('milestoneChanges.create', state.value);
    return true;
  }
}
