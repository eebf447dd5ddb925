import type { Handlers } from '@handsel/protocol/backend';
import { type Subject } from '../identity/subject.ts';
import type { World } from '../world.ts';
type Names = 'contracts.list' | 'events.list' | 'events.stream';
/** Lists, and what happened. */
export declare function readingHandlers(world: World): Pick<Handlers<Subject>, Names>;
export {};
//# sourceMappingURL=reading.d.ts.map