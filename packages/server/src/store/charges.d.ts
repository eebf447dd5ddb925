import type { ChargeId, ContractId } from '@handsel/protocol';
import type { ChargeRecord } from '../rules/state.ts';
import type { Reader, Tx } from './store.ts';
/** Reads one charge, also one that a newer one has followed. */
export declare function loadCharge(q: Reader, contractId: ContractId, id: ChargeId): Promise<ChargeRecord | undefined>;
/** Keeps the provider's own name of a charge: money that goes back goes back over it. */
export declare function keepProviderReference(tx: Tx, contractId: ContractId, id: ChargeId, reference: string): Promise<void>;
//# sourceMappingURL=charges.d.ts.map