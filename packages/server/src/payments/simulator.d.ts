import type { Store } from '../store/store.ts';
import { type ChargeAnswer, type ChargeOrder, type OutgoingAnswer, type OutgoingOrder, type PaymentProvider } from './provider.ts';
/** The cards of test mode, and what each does. */
export declare const TEST_CARDS: {
    readonly pm_sim_success_visa: 'succeeds';
    readonly pm_sim_declined_card: 'is declined';
    readonly pm_sim_needs_confirmation: 'asks for a confirmation with the bank';
    readonly pm_sim_times_out_card: 'is charged, but the answer is lost; the backend finds out by itself';
};
/** What the simulator is made of. */
export interface SimulatorOptions {
    readonly store: Store;
    /** Where the page stands on which a payer confirms with the pretended bank. */
    readonly publicUrl: string;
}
/** A payment provider that moves no money, but keeps books in the store and fails as a real one does. */
export declare class Simulator implements PaymentProvider {
    #private;
    readonly name = "simulator";
    readonly simulated = true;
    readonly publicKey: null;
    constructor({ store, publicUrl }: SimulatorOptions);
    authorize(order: ChargeOrder): Promise<ChargeAnswer>;
    capture(order: ChargeOrder): Promise<ChargeAnswer>;
    find(order: ChargeOrder): Promise<ChargeAnswer | undefined>;
    transfer(order: OutgoingOrder): Promise<OutgoingAnswer>;
    refund(order: OutgoingOrder): Promise<OutgoingAnswer>;
    readReport(): Promise<never>;
    /** The payer's answer on the pretended bank's page. Answering twice changes nothing. */
    confirm(order: Pick<ChargeOrder, 'contractId' | 'chargeId'>, agreed: boolean): Promise<void>;
}
//# sourceMappingURL=simulator.d.ts.map