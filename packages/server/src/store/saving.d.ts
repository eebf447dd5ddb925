import type { Instant } from '@handsel/protocol';
import type { Actor } from '../rules/decision.ts';
import type { NewId } from '../ports.ts';
/** With what a decision is stored: when, by whom, and where ids come from. */
export interface Saving {
    readonly now: Instant;
    readonly actor: Actor;
    readonly newId: NewId;
}
//# sourceMappingURL=saving.d.ts.map