import { randomBytes } from 'node:crypto';
import { type Client, createClient } from '@handsel/core';
import { DEFAULT_POLICY } from '@handsel/protocol';
import { createApp } from '../../packages/server/src/app.ts';
import { introduce } from '../../packages/server/src/identity/first-start.ts';
import { Simulator } from '../../packages/server/src/payments/simulator.ts';
import type { Home } from '../../packages/server/src/store/home.ts';
import { createStore, type Store } from '../../packages/server/src/store/store.ts';
import { hostedSession } from '../../packages/server/src/testing/app.ts';

/** The app as it runs in production, without a network before it. */
export interface BenchApp {
  readonly freelancer: Client;
  readonly client: Client;
  readonly store: Store;
}

/** Starts it over a home, with both sides signed in. */
export async function benchApp(home: Home): Promise<BenchApp> {
  const store = await createStore({ home, random: Math.random });
  const publicUrl = 'http://backend.test';
  const app = createApp({
    store,
    clock: { now: () => new Date().toISOString() },
    random: (length) => new Uint8Array(randomBytes(length)),
    payments: new Simulator({ store, publicUrl }),
    settings: { publicUrl, policy: DEFAULT_POLICY, testMode: true },
    log: () => undefined,
    mail: null,
  });
  await introduce(app.world, { name: 'Robin Vale', email: 'robin@vale.example', currency: 'USD' });
  const backend = { fetch: (request: Request) => app.fetch(request) };
  const freelancer = await hostedSession(app, 'freelancer', 'robin@vale.example');
  const client = await hostedSession(app, 'client', 'kim@arden.example');
  return {
    freelancer: createClient({ backend, session: freelancer }),
    client: createClient({ backend, session: client }),
    store,
  };
}
