import type { Contract } from '@handsel/protocol';

/** A command given in the workroom has been carried out; `action` is its operation's name. */
export class ContractChangedEvent extends CustomEvent<{ contractId: string; contract: Contract; action: string }> {
  static readonly type = 'handsel-contract-changed';
  constructor(contract: Contract, action: string) {
    const detail = { contractId: contract.id, contract, action };
    super(ContractChangedEvent.type, { detail, bubbles: true, composed: true });
  }
}

/** A draft was thrown away; there is nothing to show any more. */
export class ContractDiscardedEvent extends CustomEvent<{ contractId: string }> {
  static readonly type = 'handsel-contract-discarded';
  constructor(contractId: string) {
    super(ContractDiscardedEvent.type, { detail: { contractId }, bubbles: true, composed: true });
  }
}

/**
 * Something was chosen that another element does: `action` is the operation's name, such as `contracts.revise` for the
 * form or `milestones.approve` for the review. `preventDefault()` and show it yourself, or it opens in place.
 */
export class StepRequestedEvent extends CustomEvent<{ contractId: string; contract: Contract; action: string }> {
  static readonly type = 'handsel-step-requested';
  constructor(contract: Contract, action: string) {
    const detail = { contractId: contract.id, contract, action };
    super(StepRequestedEvent.type, { detail, bubbles: true, composed: true, cancelable: true });
  }
}
