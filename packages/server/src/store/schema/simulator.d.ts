import type { Statement } from './statement.ts';
/** The books of the simulated payment provider: it must remember over a restart, as a provider does. */
export declare const simulatorSchema: readonly Statement[];
//# sourceMappingURL=simulator.d.ts.map