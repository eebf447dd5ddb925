import type { Reader } from './store.ts';
/** The provider's own name of a charge; null while none was heard. */
export declare function loadProviderReference(q: Reader, contractId: string, chargeId: string): Promise<string | null>;
/** A charge whose money is there. */
export interface CapturedCharge {
    readonly reference: string;
    readonly amount: number;
}
/**
 * The captured charges of a contract that were wanted by then, newest first. What is charged later does not count, so
 * that an order which is tried again is spread as it was the first time.
 */
export declare function capturedCharges(q: Reader, contractId: string, by: string): Promise<CapturedCharge[]>;
//# sourceMappingURL=provider-references.d.ts.map