import type { Handlers } from '@handsel/protocol/backend';
import type { Subject } from '../identity/subject.ts';
import type { World } from '../world.ts';
type Names = 'contractRequests.create' | 'contracts.create' | 'contracts.update' | 'contracts.discard' | 'contracts.retrieve';
/** Asking for a contract, writing one, reading it, throwing it away. */
export declare function draftHandlers(world: World): Pick<Handlers<Subject>, Names>;
export {};
//# sourceMappingURL=drafts.d.ts.map