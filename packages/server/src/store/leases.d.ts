import { type Instant } from '@handsel/protocol';
import { type RawBuilder } from 'kysely';
import type { Tx } from './store.ts';
/** Until when work that is taken now belongs to whoever took it. Whoever dies meanwhile is followed by another. */
export declare function leased(now: Instant): Instant;
/** Whether a row waits and nobody holds it; only so many, the longest waiting first. */
export declare function isDue({ engine }: Tx, table: 'jobs' | 'mails', ended: 'done_at' | 'sent_at', now: Instant, limit: number): RawBuilder<boolean>;
//# sourceMappingURL=leases.d.ts.map