import type { Instant } from '@handsel/protocol';

/** Tells the time; a test or a designer may turn it. */
export interface Clock {
  now(): Instant;
}

/** Makes ids: `newId('ctr')` is `ctr_` and a UUIDv7. */
export type NewId = <Prefix extends string>(prefix: Prefix) => `${Prefix}_${string}`;

/** Fills bytes with chance that nobody can guess: `crypto.getRandomValues`, or a seeded one in a sandbox. */
export type RandomBytes = (length: number) => Uint8Array;

/** Writes one line of the log. Facts are ids, codes, counts and times: never text that people wrote, nor credentials. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  facts?: Readonly<Record<string, string | number | boolean | null | undefined>>,
) => void;
