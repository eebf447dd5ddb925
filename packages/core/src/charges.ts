import { type Charge, type ChargeId, type ContractId, retrieveCharge } from '@handsel/protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** Attempts to charge a client. */
export class Charges {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Reads how a charge stands; the backend asks the payment provider when it is not decided. */
  retrieve(contractId: ContractId, chargeId: ChargeId, options?: CallOptions): Promise<Charge> {
    return this.#call(retrieveCharge, { contractId, chargeId }, options);
  }
}
