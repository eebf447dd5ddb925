import { type Contract, type ContractId, openDispute } from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** Objections to the return of what is held. */
export class Disputes {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Objects: the money stays held until the dispute is settled. */
  open(contractId: ContractId, input: BodyOf<typeof openDispute>, options?: CallOptions): Promise<Contract> {
    return this.#call(openDispute, { contractId, ...input }, options);
  }
}
