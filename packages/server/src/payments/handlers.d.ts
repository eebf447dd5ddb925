import type { Handlers } from '@handsel/protocol/backend';
import type { Subject } from '../identity/subject.ts';
import type { World } from '../world.ts';
type Names = 'previews.create' | 'contracts.fund' | 'charges.retrieve' | 'milestoneChanges.create' | 'milestoneChanges.accept' | 'milestoneChanges.reject' | 'milestoneChanges.withdraw';
/** Previews, charges, and the changes of milestones that may charge. */
export declare function chargeHandlers(world: World): Pick<Handlers<Subject>, Names>;
export {};
//# sourceMappingURL=handlers.d.ts.map