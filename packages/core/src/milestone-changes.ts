import {
  acceptMilestoneChange,
  type Contract,
  type ContractId,
  createMilestoneChange,
  type MilestoneChangeDraft,
  type MilestoneChangeId,
  rejectMilestoneChange,
  withdrawMilestoneChange,
} from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** Proposals to change the milestones of a signed contract. */
export class MilestoneChanges {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Proposes to add, change, remove or reorder milestones. What needs no consent takes effect at once. */
  create(contractId: ContractId, draft: MilestoneChangeDraft, options?: CallOptions): Promise<Contract> {
    return this.#call(createMilestoneChange, { contractId, ...draft }, options);
  }

  /** Agrees to what the other side proposed. Needs the consent token of a preview. */
  accept(
    contractId: ContractId,
    milestoneChangeId: MilestoneChangeId,
    input: BodyOf<typeof acceptMilestoneChange>,
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#call(acceptMilestoneChange, { contractId, milestoneChangeId, ...input }, options);
  }

  /** Refuses what the other side proposed. */
  reject(
    contractId: ContractId,
    milestoneChangeId: MilestoneChangeId,
    input: BodyOf<typeof rejectMilestoneChange> = {},
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#call(rejectMilestoneChange, { contractId, milestoneChangeId, ...input }, options);
  }

  /** Takes one's own proposal back. */
  withdraw(contractId: ContractId, milestoneChangeId: MilestoneChangeId, options?: CallOptions): Promise<Contract> {
    return this.#call(withdrawMilestoneChange, { contractId, milestoneChangeId }, options);
  }
}
