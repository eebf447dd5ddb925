import { randomUUID } from 'node:crypto';
import {
  type CallOptions,
  type Client,
  type Contract,
  type ContractId,
  createClient,
  isHandselError,
} from '@handsel/core';
import { DRAFT } from '../../play/contract.ts';
import type { MortalServer } from './mortal-server.ts';

/** What somebody was told has happened, each contract by its id. */
export interface Acknowledged {
  readonly created: ContractId[];
  readonly funded: ContractId[];
  readonly requested: ContractId[];
  readonly paid: ContractId[];
}

/** Two people who do not give up: each wish has one key, and is repeated until it is answered. */
export class Insistent {
  readonly told: Acknowledged = { created: [], funded: [], requested: [], paid: [] };
  readonly #server: MortalServer;
  readonly #freelancer: Client;
  readonly #client: Client;
  #answers = 0;
  #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  constructor(server: MortalServer, sessions: { readonly freelancer: string; readonly client: string }, keys = true) {
    this.#server = server;
    const fetch = (request: Request) => this.#fetch(request, keys);
    const options = { backend: { fetch } };
    this.#freelancer = createClient({ ...options, session: sessions.freelancer });
    this.#client = createClient({ ...options, session: sessions.client });
  }

  /** Settles when so many more requests were answered. */
  answers(more: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ count: this.#answers + more, resolve });
    return promise;
  }

  /** One draft. */
  async write(): Promise<Contract> {
    const contract = await this.#insist((options) => this.#freelancer.contracts.create(DRAFT, options));
    this.told.created.push(contract.id);
    return contract;
  }

  /** One contract from its first word to its payment. */
  async live(): Promise<void> {
    const { id, terms, milestones } = await this.write();
    const [milestone] = milestones;
    if (!milestone) throw new Error('A contract was stored without its milestone.');
    const sign = (signature: string) => ({ termsHash: terms.hash, signature });
    await this.#insist((options) => this.#freelancer.contracts.send(id, sign('Robin Vale'), options));
    await this.#insist((options) => this.#client.contracts.accept(id, sign('Kim Arden'), options));
    const funding = await this.#insist(() =>
      this.#client.previews.create(id, { command: 'contracts.fund', scope: 'next' }),
    );
    const paying = { scope: 'next', paymentMethod: 'pm_sim_success_visa', consentToken: funding.consentToken } as const;
    await this.#insist((options) => this.#client.contracts.fund(id, paying, options));
    this.told.funded.push(id);
    await this.#insist((options) => this.#freelancer.paymentRequests.create(id, milestone.id, {}, options));
    this.told.requested.push(id);
    const { amount } = milestone;
    const { consentToken } = await this.#insist(() =>
      this.#client.previews.create(id, { command: 'milestones.approve', milestoneId: milestone.id, amount }),
    );
    await this.#insist((options) =>
      this.#client.milestones.approve(id, milestone.id, { amount, consentToken }, options),
    );
    this.told.paid.push(id);
  }

  async #insist<T>(call: (options: CallOptions) => Promise<T>): Promise<T> {
    const idempotencyKey = randomUUID();
    for (;;) {
      try {
        return await call({ idempotencyKey });
      } catch (error) {
        // No answer, or one that says to come back: everything else is final.
        if (!isHandselError(error) || (error.status !== undefined && error.status < 500)) throw error;
        await this.#server.up();
      }
    }
  }

  async #fetch(request: Request, keys: boolean): Promise<Response> {
    const url = new URL(request.url);
    const headers = new Headers(request.headers);
    if (!keys) headers.delete('idempotency-key');
    const { method, signal } = request;
    const body = method === 'GET' ? null : await request.text();
    const response = await fetch(`${this.#server.url}${url.pathname}${url.search}`, { method, headers, body, signal });
    this.#answers += 1;
    for (const { count, resolve } of this.#waiting) if (count <= this.#answers) resolve();
    this.#waiting = this.#waiting.filter(({ count }) => count > this.#answers);
    return response;
  }
}
