/**
 * How long each text may be, in characters; forms count against these.
 * In a room of its own: a form counts before it loads anything that parses.
 */
export const LONGEST = { title: 100, name: 120, description: 5_000, terms: 10_000, note: 2_000, reason: 500 } as const;
