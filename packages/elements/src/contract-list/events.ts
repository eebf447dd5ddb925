import type { ContractSummary } from '@handsel/protocol';

/** A contract was chosen. `preventDefault()` and show it yourself, or let the list follow its link or open it in place. */
export class ContractSelectedEvent extends CustomEvent<{ contractId: string; contract: ContractSummary }> {
  static readonly type = 'handsel-contract-selected';
  constructor(contract: ContractSummary) {
    const detail = { contractId: contract.id, contract };
    super(ContractSelectedEvent.type, { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** "Create a Contract" was pressed. `preventDefault()` and show the form yourself, or let the list open it in place. */
export class CreateRequestedEvent extends CustomEvent<undefined> {
  static readonly type = 'handsel-create-requested';
  constructor() {
    super(CreateRequestedEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
