import { fits, type InputOf, type Operation, type OutputOf, Problem, wireParts } from '@handsel/protocol';

/** What an operation answered: its output, with the cookies that came along, or why it was refused. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

/** What goes along with a write. */
export interface Intent {
  readonly key?: string;
  /** The version that was read. */
  readonly version?: number;
}

type Callable = Operation<string, string, unknown, unknown, 'one' | 'page' | 'nothing'>;

/** A refusal that the page at hand has no words for: the page for its kind is shown instead. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** The output of an answer. @throws {Refused} */
export function must<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Refused(answer.problem);
}

const PASSED_ON = ['cookie', 'user-agent', 'x-handsel-address'];

/** Calls the API as the visitor: with the visitor's own cookie, from the visitor's own address. */
export class PageCalls {
  readonly #request: Request;
  readonly #api: (request: Request) => Promise<Response>;

  constructor(request: Request, api: (request: Request) => Promise<Response>) {
    this.#request = request;
    this.#api = api;
  }

  /** Makes one call. */
  async make<O extends Callable>(operation: O, input: InputOf<O>, intent: Intent = {}): Promise<Answer<OutputOf<O>>> {
    const response = await this.#api(this.#requestOf(operation, input, intent));
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) return { ok: false, problem: problemOf(body, response.status) };
    // Both sides of this call are the same build of the same protocol: what the backend answers is checked there.
    return { ok: true, value: body as OutputOf<O>, cookies: response.headers.getSetCookie() };
  }

  #requestOf(operation: Callable, input: Record<string, unknown>, intent: Intent): Request {
    const { address, body } = wireParts(operation, input);
    const headers = this.#headers(intent);
    if (body !== undefined) headers.set('content-type', 'application/json');
    return new Request(new URL(address, this.#request.url), { method: operation.method, headers, body: body ?? null });
  }

  #headers({ key, version }: Intent): Headers {
    const headers = new Headers({ 'sec-fetch-site': 'same-origin' });
    for (const name of PASSED_ON) {
      const value = this.#request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    if (key) headers.set('idempotency-key', key);
    if (version !== undefined) headers.set('if-match', `"${version}"`);
    return headers;
  }
}

function problemOf(body: unknown, status: number): Problem {
  return fits(Problem, body) ? body : { type: 'about:blank', title: 'Failed', status, code: 'INTERNAL' };
}
