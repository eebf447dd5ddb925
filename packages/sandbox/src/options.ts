import type { Instant, Policy } from '@handsel/protocol';
import type { Log } from '@handsel/server';
import type { Seed } from './seed.ts';
import type { WasmSource } from './sqlite.ts';

/** Numbers of the rules that differ from the usual ones. */
export type PolicyChanges = Partial<Omit<Policy, 'fees'>> & { readonly fees?: Partial<Policy['fees']> };

/** Somebody who takes part. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** How a sandbox begins. Everything may be left out. */
export interface SandboxOptions {
  /** What its clock shows first: Monday, 23 November 2026, 14:20 UTC. */
  readonly now?: Instant;
  /** The same seed gives the same ids, keys and codes. */
  readonly seed?: Seed;
  /** Rules that differ from the default policy: `{ reviewDays: 7 }`. */
  readonly policy?: PolicyChanges;
  /** Whose backend it is: Robin Vale, who works in US dollars. */
  readonly freelancer?: Partial<Person> & { readonly currency?: string };
  /** Who is on the other side of the contracts `create` makes: Kim Arden. */
  readonly client?: Partial<Person>;
  /** Where links in mails and contracts lead to; nothing listens there. */
  readonly publicUrl?: string;
  /** Milliseconds of real time that each answer takes; none. */
  readonly latency?: number;
  /** SQLite's WASM, where bundlers lose it: its bytes, or its address. */
  readonly wasm?: WasmSource;
  /** Hears what the backend logs; errors go to the console when left out. */
  readonly log?: Log;
}

/** The options with everything decided. */
export type Settled = ReturnType<typeof settle>;

/** Decides what was left out. */
export function settle(options: SandboxOptions) {
  return {
    now: '2026-11-23T14:20:00.000Z',
    seed: 'handsel',
    publicUrl: 'https://contracts.vale.example',
    latency: 0,
    log: toConsole,
    wasm: undefined,
    policy: undefined,
    ...options,
    freelancer: { name: 'Robin Vale', email: 'robin@vale.example', currency: 'USD', ...options.freelancer },
    client: { name: 'Kim Arden', email: 'kim@arden.example', ...options.client },
  };
}

const toConsole: Log = (level, message, facts) => {
  // eslint-disable-next-line no-console -- a fault of the backend itself must not pass unseen
  if (level === 'error') console.error(`Handsel sandbox: ${message}`, facts);
};
