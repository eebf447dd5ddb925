import { randomBytes } from 'node:crypto';
import { addHours, DEFAULT_POLICY, type Instant, type Policy, type Role } from '@handsel/protocol';
import { type App, createApp } from '../app.ts';
import { introduce } from '../identity/first-start.ts';
import { startHosted } from '../identity/sessions.ts';
import type { MailTransport } from '../mail/transport.ts';
import { sqliteHome } from '../node/sqlite.ts';
import type { PaymentProvider } from '../payments/provider.ts';
import { Simulator } from '../payments/simulator.ts';
import type { Log } from '../ports.ts';
import type { Home } from '../store/home.ts';
import { ensureParty } from '../store/parties.ts';
import { createStore, type Store } from '../store/store.ts';

/** Monday 23 November 2026, 14:20 UTC: the day all tests begin. */
export const TODAY = '2026-11-23T14:20:00.000Z';

/** Where the tests' backend believes to be. */
export const ORIGIN = 'http://backend.test';

/** What a test may want to be different. */
export interface TestAppOptions {
  readonly now?: Instant;
  /** A store in memory when left out. */
  readonly home?: Home;
  readonly policy?: Partial<Policy>;
  readonly mail?: MailTransport | null;
  readonly log?: Log;
  /** True when left out. */
  readonly testMode?: boolean;
  readonly payments?: (store: Store) => PaymentProvider;
}

/** The real app with a clock that only moves when told to. */
export type TestApp = Awaited<ReturnType<typeof testApp>>;

/** Starts the real app over a real store; only its time is the test's. */
export async function testApp({ now = TODAY, ...options }: TestAppOptions = {}) {
  const time = { now };
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const store = await createStore({ home: options.home ?? sqliteHome(':memory:'), random: Math.random });
  const payments = options.payments?.(store) ?? new Simulator({ store, publicUrl: ORIGIN });
  const app: App = createApp({
    store,
    clock: { now: () => time.now },
    random,
    payments,
    settings: {
      publicUrl: ORIGIN,
      policy: { ...DEFAULT_POLICY, ...options.policy },
      testMode: options.testMode ?? true,
    },
    log: options.log ?? (() => undefined),
    mail: options.mail ?? null,
    parseAnswers: true,
  });
  const first = await introduce(app.world, { name: 'Robin Vale', email: 'robin@vale.example', currency: 'USD' });
  return {
    app,
    first,
    store,
    world: app.world,
    /** What a client is made with, and how a plain request is sent. */
    backend: { fetch: (request: Request) => app.fetch(request) },
    /** Turns the clock on and does what is due then. */
    advance: async (hours: number) => {
      time.now = addHours(time.now, hours);
      await app.runDueJobs();
    },
    now: () => time.now,
    /** A token for the backend's own pages, as somebody gets who has typed a code. */
    sessionFor: (role: Role, email = role === 'freelancer' ? first.email : 'kim@arden.example') =>
      hostedSession(app, role, email),
    /** Every mail of the outbox, oldest first. */
    mails: () => store.read((q) => q.db.selectFrom('mails').selectAll().orderBy('created_at').orderBy('id').execute()),
    /** What is wrong with the money: must be empty. */
    audit: () => store.read((q) => q.db.selectFrom('ledger_audit').selectAll().execute()),
    close: () => store.close(),
  };
}

/** Signs somebody in as the backend's own pages do, without the code. */
export async function hostedSession({ world }: Pick<App, 'world'>, role: Role, email: string): Promise<string> {
  return world.store.write(async (tx) => {
    const wanted = { email, name: null, company: null, currency: 'USD', freelancer: role === 'freelancer' };
    const { party } = await ensureParty(tx, wanted, { newId: world.newId, now: world.clock.now() });
    return (await startHosted(world, tx, party, role)).token;
  });
}
