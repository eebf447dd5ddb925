import type { Client } from '@handsel/core';
import type { connect } from '@handsel/core/call';
import { type ConnectionSettings, sameSettings } from './connection-settings.ts';

/** One operation at a time: `call(operation, input, options)`. */
export type Call = ReturnType<typeof connect>;

interface Kept<Value> {
  readonly settings: ConnectionSettings;
  readonly value: Promise<Value>;
}

// A page rarely reaches more than one backend in more than two names; a fresh token each quarter of an hour must not add up.
const MOST = 8;
const clients: Kept<Client>[] = [];
const calls: Kept<Call>[] = [];

function shared<Value>(kept: Kept<Value>[], settings: ConnectionSettings, make: () => Promise<Value>): Promise<Value> {
  const known = kept.find((entry) => sameSettings(entry.settings, settings));
  if (known) return known.value;
  const value = make();
  const entry = { settings, value };
  kept.push(entry);
  if (kept.length > MOST) kept.shift();
  // What did not load is tried again at the next press.
  value.catch(() => {
    const index = kept.indexOf(entry);
    if (index >= 0) kept.splice(index, 1);
  });
  return value;
}

function optionsOf({ backend = '', publishableKey, session }: ConnectionSettings) {
  return { backend, ...(publishableKey && { key: publishableKey }), ...(session && { session }) };
}

/** The client of these settings; elements with the same settings share one. Loads the client at the first use. */
export function clientOf(settings: ConnectionSettings): Promise<Client> {
  if (settings.client) return Promise.resolve(settings.client);
  return shared(clients, settings, async () => {
    const { createClient } = await import('@handsel/core');
    return createClient(optionsOf(settings));
  });
}

/** The way to make one call, without the rest of the client. */
export function callOf(settings: ConnectionSettings): Promise<Call> {
  const { client } = settings;
  if (client) return Promise.resolve(client.call.bind(client));
  return shared(calls, settings, async () => {
    const { connect } = await import('@handsel/core/call');
    return connect(optionsOf(settings));
  });
}
