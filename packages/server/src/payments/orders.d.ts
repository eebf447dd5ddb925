import type { ContractId } from '@handsel/protocol';
import type { World } from '../world.ts';
/** Money waits to be paid out, and the freelancer has connected no account yet: the order stays open. */
export declare class PayeeNotConnectedError extends Error {
    readonly name = "PayeeNotConnectedError";
}
/**
 * Has the provider pay out or give back what was ordered, and notes how it ended. May be repeated at any time: the
 * order's id is the provider's idempotency key, and a decided order is left alone.
 * @throws {ProviderUnknownError} when no clear answer came, and {PayeeNotConnectedError}: try again later.
 */
export declare function carryOutOrder(world: Pick<World, 'store' | 'payments' | 'clock' | 'log'>, contractId: ContractId, orderId: string): Promise<void>;
//# sourceMappingURL=orders.d.ts.map