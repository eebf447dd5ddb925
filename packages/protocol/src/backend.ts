import { checkAnswer, checkItem, successOf } from './backend/answer.ts';
import type { Caller, Context } from './backend/context.ts';
import { problemAnswer } from './backend/problem.ts';
import { type Match, Router } from './backend/router.ts';
import { type Call, type Route, routeOf, run } from './backend/route.ts';
import { type Every, streamOf } from './backend/stream.ts';
import { Refusal } from './errors.ts';
import type { InputOf, OutputOf } from './operation.ts';
import { OPERATION_NAMES, type OperationName, OPERATIONS, type Operations } from './operations/table.ts';
import type { ContractEvent } from './resources/event.ts';

export { readBytes } from './backend/body.ts';
export { cookieName } from './backend/cookie.ts';
export type { Caller, Context } from './backend/context.ts';
export { problemAnswer } from './backend/problem.ts';
export type { Every } from './backend/stream.ts';
export { OPERATION_NAMES, type OperationName, OPERATIONS, type Operations } from './operations/table.ts';

/**
 * One function per operation. What it gets is checked; what it throws as a `Refusal` becomes problem details.
 * A stream refuses before it returns its iterable: afterwards the answer has begun.
 */
export type Handlers<Subject = unknown> = {
  [N in OperationName]: (
    input: InputOf<Operations[N]>,
    context: Context<Subject>,
  ) => OutputOf<Operations[N]> | Promise<OutputOf<Operations[N]>>;
};

/** What a backend is asked besides its operations. */
export interface BackendOptions<Subject = unknown> {
  /**
   * Looks up who calls: `{ kind: 'none' }` without a credential. The body is not for it to read.
   * @throws {Refusal} `UNAUTHENTICATED`, `SESSION_EXPIRED` or `ORIGIN_DENIED` for one that is not good.
   */
  authenticate: (request: Request, requestId: string) => Promise<Caller<Subject>>;
  /** A new name for a request, which the answer carries and the log repeats. */
  newRequestId: () => string;
  /** Told of what a handler threw that is no `Refusal`; the caller only learns that something failed. */
  onError?: (error: unknown, call: { requestId: string; operation: OperationName }) => void;
  /** Holds every answer against its schema: for tests and sandboxes, since it doubles the cost of a call. */
  parseAnswers?: boolean;
  /** Beats the time of live streams; `setInterval` when left out. */
  every?: Every;
}

/** Anything a client can talk to. */
export interface Backend {
  fetch(request: Request): Promise<Response>;
}

/** Turns one typed handler per operation into a backend: routes, credentials, checks and error shapes are done. */
export function defineBackend<Subject = unknown>(
  handlers: Handlers<Subject>,
  options: BackendOptions<Subject>,
): Backend {
  const router = new Router<Route<Subject>>();
  for (const name of OPERATION_NAMES) {
    const { [name]: operation } = OPERATIONS;
    const { [name]: handler } = handlers;
    if (typeof handler !== 'function') throw new TypeError(`defineBackend: no handler for "${name}".`);
    router.add(operation.method, operation.path, routeOf<Subject>(name, operation, handler));
  }
  return { fetch: (request) => answer(router, options, request) };
}

async function answer<Subject>(
  router: Router<Route<Subject>>,
  options: BackendOptions<Subject>,
  request: Request,
): Promise<Response> {
  const requestId = options.newRequestId();
  const headers = new Headers({
    'Request-Id': requestId,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  const url = new URL(request.url);
  const found = router.find(url.pathname);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = found?.methods.get(method);
  if (!found) return problemAnswer(new Refusal('NOT_FOUND'), requestId, headers);
  if (!route) {
    headers.set('Allow', methodsOf(found));
    return problemAnswer(new Refusal('METHOD_NOT_ALLOWED'), requestId, headers);
  }
  const stop = new AbortController();
  const streams = route.operation.kind === 'events';
  const signal = streams ? stop.signal : request.signal;
  if (streams) follow(request.signal, stop);
  const call: Call = { request, requestId, url, words: found.ids, headers, signal };
  const onError = (error: unknown) => report(options, error, { requestId, operation: route.name });
  try {
    const output = await run(route, call, options.authenticate);
    const response = streams
      ? live(route, call, output, { options, stop, onError })
      : success(route, call, output, options);
    return request.method === 'HEAD' ? bodiless(response) : response;
  } catch (error) {
    if (error instanceof Refusal) return problemAnswer(error, requestId, headers);
    onError(error);
    return problemAnswer(new Refusal('INTERNAL'), requestId, headers);
  }
}

function methodsOf({ methods }: Match<unknown>): string {
  return [...methods.keys()].flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : name)).join(', ');
}

function success<Subject>(
  { operation }: Route<Subject>,
  { request, headers }: Call,
  output: unknown,
  { parseAnswers }: BackendOptions<Subject>,
): Response {
  if (parseAnswers) checkAnswer(operation, output);
  return successOf(operation, output, request, headers);
}

interface Line<Subject> {
  readonly options: BackendOptions<Subject>;
  readonly stop: AbortController;
  readonly onError: (error: unknown) => void;
}

function live<Subject>(
  { name, operation: { output: schema } }: Route<Subject>,
  { headers }: Call,
  output: unknown,
  { options: { every = beat, parseAnswers }, stop, onError }: Line<Subject>,
): Response {
  const events = output as AsyncIterable<ContractEvent>;
  const check = parseAnswers && schema ? (event: ContractEvent) => checkItem(name, schema, event) : undefined;
  const body = streamOf(events, { stop, every, onError, ...(check && { check }) });
  headers.set('Content-Type', 'text/event-stream');
  // Some proxies gather an answer before they pass it on; a live one would then never arrive.
  headers.set('X-Accel-Buffering', 'no');
  return new Response(body, { headers });
}

// To HEAD belong the headers that GET would have, and nothing else: a stream ends before it begins.
function bodiless({ body, status, headers }: Response): Response {
  body?.cancel().catch(() => undefined);
  return new Response(null, { status, headers });
}

function follow(signal: AbortSignal, stop: AbortController): void {
  if (signal.aborted) stop.abort();
  else signal.addEventListener('abort', () => stop.abort(), { once: true });
}

// A log that fails must not take the answer with it.
function report<Subject>(
  { onError }: BackendOptions<Subject>,
  error: unknown,
  call: { requestId: string; operation: OperationName },
): void {
  try {
    onError?.(error, call);
  } catch {
    return;
  }
}

const beat: Every = (milliseconds, tick) => {
  const timer = setInterval(tick, milliseconds);
  return () => clearInterval(timer);
};
