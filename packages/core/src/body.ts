import type { Operation } from '@handsel/protocol';

/** What a call is given beside the ids in its path. */
export type BodyOf<O> = O extends Operation<string, infer _Path, infer Input> ? Input : never;
