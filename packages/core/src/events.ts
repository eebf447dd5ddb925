import { type ContractEvent, type ContractId, listEvents } from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import { Follower } from './follow.ts';
import { Paged } from './paged.ts';
import type { CallOptions } from './settings.ts';
import type { Transport } from './transport.ts';

/** What happened to a contract. */
export class Events {
  readonly #wire: { readonly transport: Transport; readonly call: Call };

  constructor(wire: { readonly transport: Transport; readonly call: Call }) {
    this.#wire = wire;
  }

  /** Lists what happened, oldest first, without a gap. */
  list(contractId: ContractId, query: BodyOf<typeof listEvents> = {}, options?: CallOptions): Paged<ContractEvent> {
    const { call } = this.#wire;
    return new Paged((cursor) =>
      call(listEvents, { contractId, ...query, ...(cursor !== undefined && { cursor }) }, options),
    );
  }

  /**
   * Follows a contract live, from the event after `after` on: in order, each event once, without a gap. Connects again
   * when the line breaks, and ends only when `options.signal` aborts.
   * @throws {ApiError} when waiting will not help: `NOT_FOUND`, `SESSION_EXPIRED`, …
   */
  stream(
    contractId: ContractId,
    { after }: { after?: number } = {},
    options?: CallOptions,
  ): AsyncGenerator<ContractEvent, void, undefined> {
    return new Follower(this.#wire, contractId, after, options).events();
  }
}
