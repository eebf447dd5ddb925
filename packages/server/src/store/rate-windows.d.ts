import { type Instant } from '@handsel/protocol';
import type { Tx } from './store.ts';
/** How often something may be done in a stretch of time, counted for all processes together. */
export interface WindowLimit {
    readonly most: number;
    readonly perMs: number;
}
/** Limits on what sends mail to people. */
export declare const WINDOWS: {
    /** Codes, by the address or invitation they are for. */
    readonly codes: {
        readonly most: 5;
        readonly perMs: 3600000;
    };
    /** Invitations mailed once more, by contract. */
    readonly resends: {
        readonly most: 5;
        readonly perMs: number;
    };
};
/** Counts one more. @throws {Refusal} `RATE_LIMITED` when that is too often, with the time to come back. */
export declare function takeWindow(tx: Tx, name: keyof typeof WINDOWS, who: string, now: Instant): Promise<void>;
//# sourceMappingURL=rate-windows.d.ts.map