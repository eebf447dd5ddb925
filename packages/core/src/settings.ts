import { type Clock, machineClock } from './clock.ts';
import { HandselError } from './errors.ts';

/** A backend: its address, or anything that answers requests: the sandbox, a service worker, your own adapter. */
export type Backend = string | { fetch(request: Request): Promise<Response> };

/** The token of a session, or how to get a fresh one. Prefer the function: a token lives 15 minutes at most. */
export type SessionSource = string | (() => string | Promise<string>);

/** How to reach a backend, and in whose name. */
export interface ConnectOptions {
  /** `https://api.example`, or an object with `fetch(request)`. */
  backend: Backend;
  /** A publishable key (`pk_…`), or on a server of your own the secret key (`sk_…`). */
  key?: string | undefined;
  /** A function is asked for a token before each attempt, and once more when the backend says the session is over. */
  session?: SessionSource | undefined;
  /** Used instead of the global `fetch` when `backend` is an address. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds for one attempt; 15,000 when left out. All attempts of a call take at most three times as long. */
  timeout?: number | undefined;
  /** Time and chance; the machine's own when left out. For tests, and for a sandbox whose clock was turned. */
  clock?: Clock | undefined;
}

/** What a single call may be told. */
export interface CallOptions {
  /** Ends the call with a `ConnectionError` `ABORTED`. A write may have reached the server all the same. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt; those of the connection when left out. */
  timeout?: number | undefined;
  /** One per intent: made for each write when left out. Give the same again to repeat a write that may have arrived. */
  idempotencyKey?: string | undefined;
  /** Sent along with each attempt, besides those of the protocol. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** The version that was read: the call is refused with `VERSION_CONFLICT` when there is a newer one. */
  ifMatch?: number | undefined;
}

/** The settings of a connection, with everything decided. */
export interface Settings {
  readonly url: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly key: string | undefined;
  readonly session: SessionSource | undefined;
  readonly timeout: number;
  readonly clock: Clock;
}

/** Decides what was left out. @throws {HandselError} `MISUSE` for a secret key in a page. */
export function settle(options: ConnectOptions): Settings {
  const { backend, key, session } = options;
  if (key?.startsWith('sk_') && typeof document !== 'undefined') {
    throw new HandselError(
      'MISUSE',
      'A secret key must never be in a page: whoever opens the page can take it. Use a publishable key (pk_…), or ' +
        'mint a session on your server with the secret key (sessions.mint) and pass it as "session". If this page ' +
        'is public, revoke the key.',
    );
  }
  const own = typeof backend !== 'string';
  return {
    url: own ? 'https://backend.invalid' : backend.replace(/\/+$/, ''),
    // Looked up late: a page may replace `fetch` after us.
    fetch: own ? (request) => backend.fetch(request) : (options.fetch ?? ((request) => fetch(request))),
    key,
    session,
    timeout: options.timeout ?? 15_000,
    clock: options.clock ?? machineClock,
  };
}
