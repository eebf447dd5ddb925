import type { Client } from '@handsel/core';

/** A backend: its address, or anything that answers requests, like the sandbox or a service worker. */
export type Backend = string | { fetch(request: Request): Promise<Response> };

/** A token of a session, or how to get a fresh one. Prefer the function: a token lives 15 minutes at most. */
export type SessionSource = string | (() => string | Promise<string>);

/** How an element reaches its backend: a client of the page's own, or what it takes to make one. */
export interface ConnectionSettings {
  readonly client?: Client | undefined;
  readonly backend?: Backend | undefined;
  /** The attribute is `key`; the property is not, since React and Vue keep `key` for themselves. */
  readonly publishableKey?: string | undefined;
  readonly session?: SessionSource | undefined;
}

/** The lines of `static properties` that make an element reachable on its own. Declare the four fields as well. */
export const connectionProperties = {
  client: { attribute: false },
  backend: {},
  publishableKey: { attribute: 'key' },
  session: {},
} as const;

/**
 * What is in force: an own client, an own backend, or the provider's with what is said here besides.
 * A provider's credential never goes to another backend than its own.
 */
export function settingsOf(
  { client, backend, publishableKey, session }: ConnectionSettings,
  provided: ConnectionSettings | undefined,
): ConnectionSettings | undefined {
  if (client) return { client };
  if (backend) return { backend, publishableKey, session };
  if (provided?.client) return { client: provided.client };
  if (!provided?.backend) return undefined;
  const own = publishableKey !== undefined || session !== undefined;
  return own ? { backend: provided.backend, publishableKey, session } : provided;
}

/** Whether two settings reach the same backend in the same name. */
export function sameSettings(left: ConnectionSettings | undefined, right: ConnectionSettings | undefined): boolean {
  return (
    left?.client === right?.client &&
    left?.backend === right?.backend &&
    left?.publishableKey === right?.publishableKey &&
    left?.session === right?.session
  );
}
