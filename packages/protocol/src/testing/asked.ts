import { type BackendOptions, type Caller, defineBackend, type Handlers, OPERATION_NAMES } from '../backend.ts';
import { type Problem, Refusal } from '../errors.ts';
import type { Operation, PathIds } from '../operation.ts';

/** What a test says about a request, beside its method and path. */
export interface Asking {
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** What came back, with the body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body of a refusal. */
  readonly problem: Problem;
}

/** A key as clients make them. */
export const KEY = { 'Idempotency-Key': '0190c5a0-7e1b-7cde-8f00-000000000001' };

const IDS: { readonly [N in keyof PathIds]: string } = {
  contractId: 'ctr_1',
  milestoneId: 'ms_1',
  paymentRequestId: 'prq_1',
  milestoneChangeId: 'mcr_1',
  chargeId: 'chg_1',
};

/** The path of an operation with an id in every place of one. */
export function addressOf({ path }: Operation): string {
  return path.replaceAll(/:(\w+)/g, (_, name: keyof PathIds) => IDS[name]);
}

/** The way to a backend where nothing is found but what a test says. */
export interface Asked {
  /** Sends a request and gives the answer as it comes. */
  send(method: string, path: string, asking?: Asking): Promise<Response>;
  /** Sends a request and reads the answer. */
  ask(method: string, path: string, asking?: Asking): Promise<Answered>;
  /** What the backend was told of errors. */
  readonly errors: { error: unknown; requestId: string; operation: string }[];
}

/** A backend with these handlers, asked by a freelancer on the backend's own pages unless the test says otherwise. */
export function backendOf(
  handlers: Partial<Handlers>,
  options: Partial<BackendOptions> & { caller?: Caller } = {},
): Asked {
  const { caller = { kind: 'hosted', role: 'freelancer' }, ...rest } = options;
  const nothing = () => {
    throw new Refusal('NOT_FOUND');
  };
  const others = Object.fromEntries(OPERATION_NAMES.map((name) => [name, nothing])) as unknown as Handlers;
  const errors: Asked['errors'] = [];
  let requests = 0;
  const backend = defineBackend(
    { ...others, ...handlers },
    {
      authenticate: () => Promise.resolve(caller),
      newRequestId: () => `req_${(requests += 1)}`,
      onError: (error, call) => errors.push({ error, ...call }),
      ...rest,
    },
  );
  const send = (method: string, path: string, asking: Asking = {}) => backend.fetch(requestOf(method, path, asking));
  return { send, ask: async (method, path, asking) => read(await send(method, path, asking)), errors };
}

function requestOf(method: string, path: string, { body, headers, signal }: Asking): Request {
  const json = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(`https://backend.example${path}`, {
    method,
    headers: { ...(json !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(json !== undefined && { body: json }),
    ...(signal && { signal }),
  });
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  const { status, headers } = response;
  const isProblem = headers.get('content-type') === 'application/problem+json' && text !== '';
  const problem = (isProblem ? JSON.parse(text) : { code: 'no problem' }) as Problem;
  return { status, headers, text, problem };
}
