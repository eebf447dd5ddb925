import type { Client } from '@handsel/core';
import type { Contract, ContractDraft, ContractId } from '@handsel/protocol';
import { newKey } from '../foundation/action.ts';
import type { FormState } from './form-state.ts';
import { codeOf } from './server-faults.ts';

/** Whether a backend has answered for good: what was sent with this key is not stored, and never will be. */
export function isDecided(error: unknown): boolean {
  const { name, status } = Object(error) as { name?: unknown; status?: unknown };
  if (name !== 'ApiError') return false;
  const refused = status === 400 || status === 404 || status === 409 || status === 413 || status === 422;
  return refused && codeOf(error) !== 'IDEMPOTENCY_RUNNING';
}

const MOVED_ON = ['WRONG_STATE', 'VERSION_CONFLICT', 'NOT_FOUND'];

/** Writes one contract on the backend and sends it: however often somebody presses, and whatever gets lost between. */
export class Sending {
  /** The contract, as it was read or answered last. */
  contract: Contract | undefined;

  readonly #state: FormState;
  readonly #client: () => Promise<Client>;
  readonly #created: (contract: Contract) => void;
  #written = '';

  constructor(state: FormState, client: () => Promise<Client>, created: (contract: Contract) => void) {
    this.#state = state;
    this.#client = client;
    this.#created = created;
  }

  /** Reads the contract that is to be edited. */
  async load(contractId: string): Promise<Contract> {
    const client = await this.#client();
    const contract = await client.contracts.retrieve(contractId as ContractId);
    this.contract = contract;
    return contract;
  }

  /** Stores the draft, so that the backend's contract says what the form says. Sends nothing. */
  async keep(draft: ContractDraft): Promise<Contract> {
    const client = await this.#client();
    const known = this.contract ?? (await this.#find(client));
    const contract = known ?? (await this.#create(client, draft));
    if (contract.status !== 'draft' || this.#written === JSON.stringify(draft)) return contract;
    return this.#follow(contract, async () => {
      const updated = await client.contracts.update(contract.id, draft, { ifMatch: contract.version });
      this.#written = JSON.stringify(draft);
      return updated;
    });
  }

  /** Stores the draft, then signs and sends exactly that; an offer nobody has answered is replaced instead. */
  async send(draft: ContractDraft, signature: string): Promise<Contract> {
    const client = await this.#client();
    const contract = await this.keep(draft);
    const { id, version, terms } = contract;
    return this.#follow(contract, () => {
      if (contract.status === 'pending_acceptance') {
        const idempotencyKey = this.#keyOf(['revise', id, version, draft, signature]);
        return client.contracts.revise(id, { draft, signature }, { ifMatch: version, idempotencyKey });
      }
      const idempotencyKey = this.#keyOf(['send', id, terms.hash, signature]);
      return client.contracts.send(id, { termsHash: terms.hash, signature }, { idempotencyKey });
    });
  }

  /** Forgets the contract: the next one is another. */
  reset(): void {
    this.contract = undefined;
    this.#written = '';
  }

  async #find(client: Client): Promise<Contract | undefined> {
    const { contractId } = this.#state.progress;
    if (!contractId) return undefined;
    try {
      this.contract = await client.contracts.retrieve(contractId as ContractId);
    } catch (error) {
      // Thrown away meanwhile: it is written anew.
      if (codeOf(error) !== 'NOT_FOUND') throw error;
      this.#state.note({ contractId: undefined });
    }
    return this.contract;
  }

  // A first writing whose answer was lost is asked for again with its own words, then brought up to date: one contract.
  async #create(client: Client, draft: ContractDraft): Promise<Contract> {
    const lost = this.#state.progress.first;
    const first = { key: lost?.key ?? newKey(), draft: (lost?.draft ?? draft) as ContractDraft };
    this.#state.note({ first });
    try {
      const contract = await client.contracts.create(first.draft, { idempotencyKey: first.key });
      this.contract = contract;
      this.#written = JSON.stringify(first.draft);
      this.#state.note({ first: undefined, contractId: contract.id });
      this.#created(contract);
      return contract;
    } catch (error) {
      if (isDecided(error)) this.#state.note({ first: undefined });
      throw error;
    }
  }

  // What has moved on meanwhile is read anew, so that the next press knows how things stand.
  async #follow(before: Contract, command: () => Promise<Contract>): Promise<Contract> {
    try {
      const contract = await command();
      this.contract = contract;
      return contract;
    } catch (error) {
      if (MOVED_ON.includes(codeOf(error))) await this.load(before.id).catch(() => undefined);
      throw error;
    }
  }

  #keyOf(parts: readonly unknown[]): string {
    const intent = JSON.stringify(parts);
    const known = this.#state.progress.sending;
    const sending = known?.intent === intent ? known : { key: newKey(), intent };
    this.#state.note({ sending });
    return sending.key;
  }
}
