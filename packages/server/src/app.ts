import { defineBackend } from '@handsel/protocol/backend';
import { Hono } from 'hono';
import { createNewId } from './chance.ts';
import { createHandlers } from './http/handlers.ts';
import { withCors } from './http/cors.ts';
import { Limiter } from './http/limits.ts';
import { createAuthenticate } from './identity/authenticate.ts';
import { isKnownOrigin } from './identity/origins.ts';
import { runDueJobs } from './jobs/run.ts';
import type { MailTransport } from './mail/transport.ts';
import type { Assets } from './pages/files.ts';
import { mountPages } from './pages/mount.ts';
import type { PaymentProvider } from './payments/provider.ts';
import { receiveReport } from './payments/report.ts';
import type { Clock, Log, NewId, RandomBytes } from './ports.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';
import type { World } from './world.ts';

/** What an app is made of. Nothing here is Node's: the same app runs in a server, in a test and in a tab. */
export interface AppOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly payments: PaymentProvider;
  readonly settings: Settings;
  readonly log: Log;
  /** Takes mails from the outbox to people; null keeps them there, for `/dev/outbox`. */
  readonly mail: MailTransport | null;
  /** Files beside the API: the desk's script and style, the elements' bundle, examples. */
  readonly assets?: Assets;
  /** Checks every answer against its schema: on in tests and in the sandbox, off in production, where it costs twice. */
  readonly parseAnswers?: boolean;
}

/** The whole backend behind one `fetch`. */
export interface App {
  /** `signal` of the request ends live streams. */
  fetch(request: Request): Promise<Response>;
  /** Does what is due now: deadlines, mails, payments. Answers how many jobs were run. */
  runDueJobs(): Promise<number>;
  /** For those who add routes of their own around the app. */
  readonly world: World;
}

/** Builds the backend. */
export function createApp(options: AppOptions): App {
  const { store, clock, random, payments, settings, log } = options;
  const newId: NewId = createNewId(clock, random);
  const world: World = { store, clock, newId, random, payments, settings, log, limiter: new Limiter(clock) };
  const backend = defineBackend(createHandlers(world), {
    authenticate: createAuthenticate(world),
    newRequestId: () => newId('req'),
    parseAnswers: options.parseAnswers ?? false,
    onError: (error, { requestId, operation }) => {
      log('error', 'a handler failed', { requestId, operation, error: nameOf(error) });
    },
  });
  const outside = new Hono();
  outside.all('/v1/*', ({ req }) =>
    withCors(
      req.raw,
      (origin) => isKnownOrigin(world, origin),
      () => backend.fetch(req.raw),
    ),
  );
  outside.post('/payments/webhook', ({ req }) => receiveReport(world, req.raw));
  mountPages(outside, {
    world,
    api: (request) => backend.fetch(request),
    ...(options.assets && { assets: options.assets }),
  });
  return {
    fetch: async (request) => outside.fetch(request),
    runDueJobs: () => runDueJobs(world, options.mail),
    world,
  };
}

// The message of an error may hold what people wrote; its name and place do not.
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '';
  return `${error.name} ${place.trim()}`;
}
