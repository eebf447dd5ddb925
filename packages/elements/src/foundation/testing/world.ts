import { type Client, createClient } from '@handsel/core';
import { createSandbox, type SandboxOptions } from '@handsel/sandbox';

/** A whole backend in this tab, and a client for each side. */
export type World = Awaited<ReturnType<typeof world>>;

/** Monday 23 November 2026, 14:20 UTC: the day all tests begin. */
export const TODAY = '2026-11-23T14:20:00.000Z';

/** The real client talking to the real backend, in one tab: no port, no mock, and a clock that only moves when told to. */
export async function world(options: Omit<SandboxOptions, 'now'> = {}) {
  const sandbox = await createSandbox({ ...options, now: TODAY });
  const client: Client = createClient({ backend: sandbox.backend, session: await sandbox.sessionFor('freelancer') });
  return Object.assign(sandbox, { client });
}
