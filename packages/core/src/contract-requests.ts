import { type ContractRequest, type ContractRequestDraft, createContractRequest } from '@handsel/protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** What visitors of a public page ask a freelancer for. */
export class ContractRequests {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Asks for a contract. It becomes a draft that only the freelancer can send. */
  create(draft: ContractRequestDraft, options?: CallOptions): Promise<ContractRequest> {
    return this.#call(createContractRequest, draft, options);
  }
}
