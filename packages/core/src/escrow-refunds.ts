import { approveEscrowRefund, type Contract, type ContractId } from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** What is still held when a client has ended a contract. */
export class EscrowRefunds {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Agrees that it goes back to the client. Needs the consent token of a preview. */
  approve(contractId: ContractId, input: BodyOf<typeof approveEscrowRefund>, options?: CallOptions): Promise<Contract> {
    return this.#call(approveEscrowRefund, { contractId, ...input }, options);
  }
}
