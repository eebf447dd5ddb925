import {
  acceptContract,
  cancelContract,
  type Contract,
  type ContractDraft,
  type ContractId,
  type ContractSummary,
  createContract,
  declineContract,
  discardContract,
  endByClient,
  endByFreelancer,
  fundContract,
  type Funding,
  listContracts,
  resendContract,
  retrieveContract,
  reviseContract,
  sendContract,
  updateContract,
  withdrawContract,
} from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import { Paged } from './paged.ts';
import type { CallOptions } from './settings.ts';

/** Options of a call that must name the version that was read. */
export type VersionedOptions = CallOptions & { ifMatch: number };

/** Direct contracts. `client.contracts` is the only way to get one. */
export class Contracts {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Writes a contract. It stays a draft until it is sent. */
  create(draft: ContractDraft, options?: CallOptions): Promise<Contract> {
    return this.#call(createContract, draft, options);
  }

  /** Lists contracts, newest change first: `await` it for one page, `for await` it for all. */
  list(query: BodyOf<typeof listContracts> = {}, options?: CallOptions): Paged<ContractSummary> {
    return new Paged((cursor) =>
      this.#call(listContracts, cursor === undefined ? query : { ...query, cursor }, options),
    );
  }

  /** Reads one contract. @throws {ApiError} `NOT_FOUND` also when it exists but this credential may not see it. */
  retrieve(contractId: ContractId, options?: CallOptions): Promise<Contract> {
    return this.#call(retrieveContract, { contractId }, options);
  }

  /** Rewrites a draft. @throws {ApiError} `VERSION_CONFLICT` when somebody was faster. */
  update(contractId: ContractId, draft: ContractDraft, options: VersionedOptions): Promise<Contract> {
    return this.#call(updateContract, { contractId, ...draft }, options);
  }

  /** Throws a draft away. It cannot be brought back. */
  discard(contractId: ContractId, options?: CallOptions): Promise<void> {
    return this.#call(discardContract, { contractId }, options);
  }

  /** Signs a draft and sends it to the client, by mail. `termsHash` is that of the draft as it was read. */
  send(contractId: ContractId, input: BodyOf<typeof sendContract>, options?: CallOptions): Promise<Contract> {
    return this.#call(sendContract, { contractId, ...input }, options);
  }

  /** Replaces an offer that was not yet accepted by a new version; the old link stops working. */
  revise(contractId: ContractId, input: BodyOf<typeof reviseContract>, options: VersionedOptions): Promise<Contract> {
    return this.#call(reviseContract, { contractId, ...input }, options);
  }

  /** Mails the invitation once more, with a new link. */
  resend(contractId: ContractId, options?: CallOptions): Promise<Contract> {
    return this.#call(resendContract, { contractId }, options);
  }

  /** Takes an offer back before it is accepted; the link stops working at once. */
  withdraw(contractId: ContractId, options?: CallOptions): Promise<Contract> {
    return this.#call(withdrawContract, { contractId }, options);
  }

  /** Signs an offer. `termsHash` is that of the terms the client has seen. */
  accept(contractId: ContractId, input: BodyOf<typeof acceptContract>, options?: CallOptions): Promise<Contract> {
    return this.#call(acceptContract, { contractId, ...input }, options);
  }

  /** Declines an offer. */
  decline(
    contractId: ContractId,
    input: BodyOf<typeof declineContract> = {},
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#call(declineContract, { contractId, ...input }, options);
  }

  /** Cancels a signed contract before it is funded. */
  cancel(contractId: ContractId, input: BodyOf<typeof cancelContract> = {}, options?: CallOptions): Promise<Contract> {
    return this.#call(cancelContract, { contractId, ...input }, options);
  }

  /** Pays the next milestone, or all that are not funded, into escrow. Needs the consent token of a preview. */
  fund(contractId: ContractId, input: BodyOf<typeof fundContract>, options?: CallOptions): Promise<Funding> {
    return this.#call(fundContract, { contractId, ...input }, options);
  }

  /** Ends a contract from the freelancer's side: what is held goes back to the client at once. */
  endByFreelancer(
    contractId: ContractId,
    input: BodyOf<typeof endByFreelancer>,
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#call(endByFreelancer, { contractId, ...input }, options);
  }

  /** Ends a contract from the client's side, paying all, part or nothing of what is held. */
  endByClient(contractId: ContractId, input: BodyOf<typeof endByClient>, options?: CallOptions): Promise<Contract> {
    return this.#call(endByClient, { contractId, ...input }, options);
  }
}
