import { type Money } from '@handsel/protocol';
import type { Handlers } from '@handsel/protocol/backend';
import type { Subject } from '../identity/subject.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { World } from '../world.ts';
type Names = 'paymentRequests.create' | 'paymentRequests.withdraw' | 'paymentRequests.view' | 'paymentRequests.requestChanges' | 'milestones.approve' | 'contracts.endByFreelancer' | 'contracts.endByClient' | 'escrowRefunds.approve' | 'disputes.open';
/** Asking for money, releasing it, and ending. */
export declare function paymentHandlers(world: World): Pick<Handlers<Subject>, Names>;
/** An amount in the contract's own currency, as the rules count it. */
export declare function minorOf(money: Money, contract: ContractRecord, pointer: string): number;
export {};
//# sourceMappingURL=payments.d.ts.map