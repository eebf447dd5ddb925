import type { Contract, ContractDraft, ContractRequest, ContractRequestDraft } from '@handsel/protocol';

/** Asked before anything is sent, with what would be. `preventDefault()` stops it. */
export class BeforeCreateEvent extends CustomEvent<{ draft: ContractDraft | ContractRequestDraft }> {
  static readonly type = 'handsel-before-create';
  constructor(detail: { draft: ContractDraft | ContractRequestDraft }) {
    super(BeforeCreateEvent.type, { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** The backend has the contract as a draft. Nobody else has seen it. */
export class ContractCreatedEvent extends CustomEvent<{ contract: Contract }> {
  static readonly type = 'handsel-contract-created';
  constructor(detail: { contract: Contract }) {
    super(ContractCreatedEvent.type, { detail, bubbles: true, composed: true });
  }
}

/** The contract is signed by the freelancer and on its way to the client. */
export class ContractSentEvent extends CustomEvent<{ contract: Contract }> {
  static readonly type = 'handsel-contract-sent';
  constructor(detail: { contract: Contract }) {
    super(ContractSentEvent.type, { detail, bubbles: true, composed: true });
  }
}

/** The freelancer has the client's request as a draft. */
export class ContractRequestedEvent extends CustomEvent<{ request: ContractRequest }> {
  static readonly type = 'handsel-contract-requested';
  constructor(detail: { request: ContractRequest }) {
    super(ContractRequestedEvent.type, { detail, bubbles: true, composed: true });
  }
}
