/** Where a client takes time and chance from. A test passes its own. Timers are the platform's, since ky's are. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, but not including, 1: spreads the repetitions of many clients. */
  random(): number;
}

/** The machine's own. */
export const machineClock: Clock = { now: () => Date.now(), random: () => Math.random() };
