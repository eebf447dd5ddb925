import { type Client, createClient } from '@handsel/core';
import type { Sandbox } from '../sandbox.ts';

/** Both sides of a sandbox's contracts, each with a client that does not wait between its attempts. */
export async function people(sandbox: Sandbox): Promise<{ readonly freelancer: Client; readonly client: Client }> {
  const { backend } = sandbox;
  // Pauses between attempts are a share of some time: none of it.
  const clock = { now: Date.now, random: () => 0 };
  return {
    freelancer: createClient({ backend, clock, session: await sandbox.sessionFor('freelancer') }),
    client: createClient({ backend, clock, session: await sandbox.sessionFor('client') }),
  };
}

/** What a refused call was refused with. */
export function codeOf(call: PromiseLike<unknown>): Promise<string> {
  return Promise.resolve(call).then(
    () => 'not refused',
    (error: unknown) => (error as { readonly code: string }).code,
  );
}
