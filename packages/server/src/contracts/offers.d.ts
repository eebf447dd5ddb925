import type { Handlers } from '@handsel/protocol/backend';
import type { Subject } from '../identity/subject.ts';
import type { World } from '../world.ts';
type Names = 'contracts.send' | 'contracts.revise' | 'contracts.resend' | 'contracts.withdraw' | 'contracts.accept' | 'contracts.decline' | 'contracts.cancel';
/** Sending an offer and answering it. */
export declare function offerHandlers(world: World): Pick<Handlers<Subject>, Names>;
export {};
//# sourceMappingURL=offers.d.ts.map