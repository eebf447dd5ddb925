import type { Contract } from '@handsel/protocol';

interface Fact {
  contractId: string;
  contract: Contract;
}

function flags(contract: Contract): CustomEventInit<Fact> {
  return { detail: { contractId: contract.id, contract }, bubbles: true, composed: true };
}

/** The client has signed and accepted. */
export class ContractAcceptedEvent extends CustomEvent<Fact> {
  static readonly type = 'handsel-contract-accepted';
  constructor(contract: Contract) {
    super(ContractAcceptedEvent.type, flags(contract));
  }
}

/** The client has declined the offer. */
export class ContractDeclinedEvent extends CustomEvent<Fact> {
  static readonly type = 'handsel-contract-declined';
  constructor(contract: Contract) {
    super(ContractDeclinedEvent.type, flags(contract));
  }
}

/** Money has reached escrow. */
export class ContractFundedEvent extends CustomEvent<Fact> {
  static readonly type = 'handsel-contract-funded';
  constructor(contract: Contract) {
    super(ContractFundedEvent.type, flags(contract));
  }
}

/** Money was released to the freelancer. */
export class MilestoneApprovedEvent extends CustomEvent<Fact> {
  static readonly type = 'handsel-milestone-approved';
  constructor(contract: Contract) {
    super(MilestoneApprovedEvent.type, flags(contract));
  }
}

/** The client has asked for changes instead of approving. */
export class ChangesRequestedEvent extends CustomEvent<Fact> {
  static readonly type = 'handsel-changes-requested';
  constructor(contract: Contract) {
    super(ChangesRequestedEvent.type, flags(contract));
  }
}

/** The client has ended the contract, or cancelled it before it was funded. */
export class ContractEndedEvent extends CustomEvent<Fact> {
  static readonly type = 'handsel-contract-ended';
  constructor(contract: Contract) {
    super(ContractEndedEvent.type, flags(contract));
  }
}

/** The client has agreed to a proposed change, or rejected it. */
export class MilestoneChangeDecidedEvent extends CustomEvent<Fact> {
  static readonly type = 'handsel-milestone-change-decided';
  constructor(contract: Contract) {
    super(MilestoneChangeDecidedEvent.type, flags(contract));
  }
}
