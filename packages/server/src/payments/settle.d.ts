import type { ChargeId, ContractId } from '@handsel/protocol';
import type { ChargeRecord } from '../rules/state.ts';
import type { World } from '../world.ts';
/** Whether a charge may still change. */
export declare function isOpen(charge: ChargeRecord | null): charge is ChargeRecord;
/**
 * Asks the provider about an open charge until its outcome is known, and stores it. May be repeated at any time, by
 * anybody: the charge's id is the provider's idempotency key, and only an open charge is settled.
 */
export declare function settleCharge(world: World, contractId: ContractId, chargeId: ChargeId): Promise<void>;
//# sourceMappingURL=settle.d.ts.map