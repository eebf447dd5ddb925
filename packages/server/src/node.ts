import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type App, createApp } from './app.ts';
import { type FirstStart, introduce } from './identity/first-start.ts';
import type { MailTransport } from './mail/transport.ts';
import { type Environment, readEnvironment } from './node/environment.ts';
import { type Folders, serveFolders } from './node/files.ts';
import { listen, type Listening } from './node/listen.ts';
import { jsonLog } from './node/log.ts';
import { postgresHome } from './node/postgres.ts';
import { smtpTransport } from './node/smtp.ts';
import { sqliteHome } from './node/sqlite.ts';
import { startWorker } from './node/worker.ts';
import type { PaymentProvider } from './payments/provider.ts';
import { Simulator } from './payments/simulator.ts';
import { Stripe } from './payments/stripe.ts';
import type { Clock, Log, RandomBytes } from './ports.ts';
import { createStore, type Store } from './store/store.ts';

export { type Environment, readEnvironment } from './node/environment.ts';
export type { Folders } from './node/files.ts';
export { postgresHome } from './node/postgres.ts';
export { sqliteHome } from './node/sqlite.ts';

/** How a server is started. */
export interface ServerOptions {
  /** Defaults to what the environment of the process says. */
  readonly environment?: Environment;
  /** Files to serve beside the API, by path prefix; the longest prefix first. */
  readonly folders?: Folders;
  readonly log?: Log;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
}

/** A server that runs. */
export interface RunningServer {
  /** Where it listens, with the port that was taken. */
  readonly url: string;
  readonly app: App;
  /** The freelancer's account and keys; the secret key only on the very first start. */
  readonly first: FirstStart;
  /** Takes no new requests, finishes the running ones within 5 s, and closes the store. */
  close(): Promise<void>;
}

const machineClock: Clock = { now: () => new Date().toISOString() };
const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** Starts the reference backend on a port of this machine. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const environment = options.environment ?? readEnvironment(process.env);
  const clock = options.clock ?? machineClock;
  const log = options.log ?? jsonLog(clock);
  const store = await openStore(environment);
  try {
    const known: { first?: FirstStart } = {};
    const mail = mailOf(environment);
    const app = createApp({
      store,
      clock,
      random,
      log,
      payments: paymentsOf(environment, store),
      mail,
      settings: { publicUrl: environment.publicUrl, policy: environment.policy, testMode: environment.testMode },
      assets: serveFolders(options.folders ?? [], (html) => fill(html, environment, known.first)),
    });
    const first = await introduce(app.world, environment.freelancer);
    known.first = first;
    const listening = await listen(app, environment, log);
    const worker = startWorker(app, log, mail);
    return { url: listening.url, app, first, close: () => close(listening, worker, store) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openStore({ database, dataPath }: Environment): Promise<Store> {
  try {
    if (database === undefined && dataPath !== ':memory:') mkdirSync(dirname(dataPath), { recursive: true });
    const home = database === undefined ? sqliteHome(dataPath) : postgresHome(database);
    return await createStore({ home, random: () => (random(1)[0] ?? 0) / 256 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // The address of a database may hold its password, so it is not said.
    const what = database === undefined ? `HANDSEL_DATA (${dataPath})` : 'HANDSEL_DATABASE';
    throw new Error(`${what} cannot be opened: ${reason}`, { cause: error });
  }
}

function paymentsOf({ stripe, publicUrl }: Environment, store: Store): PaymentProvider {
  return stripe === undefined ? new Simulator({ store, publicUrl }) : new Stripe(stripe);
}

function mailOf({ smtp, mailFrom }: Environment): MailTransport | null {
  return smtp === undefined ? null : smtpTransport(smtp, mailFrom);
}

// The example pages name this backend and its key by these words.
function fill(html: string, { publicUrl }: Environment, first: FirstStart | undefined): string {
  return html.replaceAll('%HANDSEL_URL%', publicUrl).replaceAll('%HANDSEL_KEY%', first?.publishableKey ?? '');
}

async function close(listening: Listening, worker: { stop(): Promise<void> }, store: Store): Promise<void> {
  await listening.close();
  await worker.stop();
  await store.close();
}
