import { approveMilestone, type Contract, type ContractId, type MilestoneId } from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** The steps of a contract, each with its own price. */
export class Milestones {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Releases what is held for a milestone, all or less. Needs the consent token of a preview. */
  approve(
    contractId: ContractId,
    milestoneId: MilestoneId,
    input: BodyOf<typeof approveMilestone>,
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#call(approveMilestone, { contractId, milestoneId, ...input }, options);
  }
}
