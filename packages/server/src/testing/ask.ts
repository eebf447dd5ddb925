import type { InputOf, Operation, OutputOf, Problem } from '@handsel/protocol';
import { type OperationName, OPERATIONS, type Operations } from '@handsel/protocol/backend';
import { ORIGIN, type TestApp } from './app.ts';

/** What came back, as a caller of the HTTP surface sees it. */
export interface Answered<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** The problem's code; empty when it went well. */
  readonly code: string;
  /** What a test that expects success reads. */
  readonly body: Body;
  /** What a test that expects a refusal reads. */
  readonly problem: Problem | undefined;
}

/** Asks one operation, with headers besides. */
export type Ask = <N extends OperationName>(
  name: N,
  input: InputOf<Operations[N]>,
  headers?: Record<string, string>,
) => Promise<Answered<OutputOf<Operations[N]>>>;

let keys = 0;

/** Asks as whoever holds a credential; commands get a fresh key unless one is given. */
export function asking({ backend }: Pick<TestApp, 'backend'>, credential: Readonly<Record<string, string>> = {}): Ask {
  return async (name, input, headers = {}) => {
    const operation: Operation = OPERATIONS[name];
    const { path, body } = split(operation, input as Record<string, unknown>);
    const all = new Headers({ 'idempotency-key': `key-of-one-more-test-${++keys}`, ...credential, ...headers });
    if (body !== undefined && !all.has('content-type')) all.set('content-type', 'application/json');
    const { method } = operation;
    return answered(
      await backend.fetch(new Request(ORIGIN + path, { method, headers: all, ...(body !== undefined && { body }) })),
    );
  };
}

/** The body of an answer that went well. */
export function must<Body>({ status, body, code }: Answered<Body>): Body {
  if (status >= 400) throw new Error(`The backend refused: ${status} ${code}.`);
  return body;
}

/** A credential as it is sent. */
export function bearer(token: string, origin?: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, ...(origin !== undefined && { origin }) };
}

/** Reads an answer to its end. */
export async function answered<Body>(response: Response): Promise<Answered<Body>> {
  const { status, headers } = response;
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const problem = status < 400 ? undefined : (body as Problem);
  return { status, headers, code: problem?.code ?? '', body: body as Body, problem };
}

function split({ path, method, input: schema }: Operation, input: Record<string, unknown>) {
  const ids = Array.from(path.matchAll(/:(\w+)/g), ([, name]) => name);
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => String(input[name]));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !ids.includes(name)));
  if (method !== 'GET') return { path: filled, body: schema === undefined ? undefined : JSON.stringify(rest) };
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  return { path: query.size === 0 ? filled : `${filled}?${query}`, body: undefined };
}
