import {
  type Contract,
  type ContractId,
  createPaymentRequest,
  type MilestoneId,
  type PaymentRequest,
  type PaymentRequestId,
  requestChanges,
  viewPaymentRequest,
  withdrawPaymentRequest,
} from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** Requests to release the money held for a milestone. */
export class PaymentRequests {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Asks the client to release the money held for a milestone; the client gets a mail. */
  create(
    contractId: ContractId,
    milestoneId: MilestoneId,
    input: BodyOf<typeof createPaymentRequest> = {},
    options?: CallOptions,
  ): Promise<PaymentRequest> {
    return this.#call(createPaymentRequest, { contractId, milestoneId, ...input }, options);
  }

  /** Takes a request back before it is answered. */
  withdraw(contractId: ContractId, paymentRequestId: PaymentRequestId, options?: CallOptions): Promise<Contract> {
    return this.#call(withdrawPaymentRequest, { contractId, paymentRequestId }, options);
  }

  /** Says that the client has seen a request. */
  view(contractId: ContractId, paymentRequestId: PaymentRequestId, options?: CallOptions): Promise<Contract> {
    return this.#call(viewPaymentRequest, { contractId, paymentRequestId }, options);
  }

  /** Asks for changes instead of approving; the money stays in escrow. */
  requestChanges(
    contractId: ContractId,
    paymentRequestId: PaymentRequestId,
    input: BodyOf<typeof requestChanges>,
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#call(requestChanges, { contractId, paymentRequestId, ...input }, options);
  }
}
