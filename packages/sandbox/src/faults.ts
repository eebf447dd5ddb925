import { PROBLEMS, type ProblemCode } from '@handsel/protocol';
import { type OperationName, OPERATIONS } from '@handsel/protocol/backend';

/** Which requests are meant. Nothing named: any but the live stream, which comes when it pleases. */
export interface Matching {
  /** `contracts.send`, for example. */
  readonly operation?: OperationName;
  /** The path as it is sent: `/v1/contracts`. */
  readonly path?: string;
  /** How many such requests; 1 when left out. A client repeats lost ones by itself, up to three times in all. */
  readonly times?: number;
}

/** A refusal that is not the backend's own: of a gateway, an outage, a limit. */
export interface Refusing extends Matching {
  /** 500 when neither status nor code are given. */
  readonly status?: number;
  readonly code?: ProblemCode;
  /** Seconds for the `Retry-After` header. */
  readonly retryAfter?: number;
}

/** What happens to a request on its way. */
export type Fault =
  | { readonly kind: 'refused'; readonly answer: () => Response }
  | { readonly kind: 'request lost' }
  | { readonly kind: 'answer lost' };

interface Planned {
  readonly matching: Matching;
  readonly fault: Fault;
  left: number;
}

/** Faults that wait for their request, in the order they were planned. */
export class Faults {
  #planned: Planned[] = [];

  plan(matching: Matching, fault: Fault): void {
    this.#planned.push({ matching, fault, left: matching.times ?? 1 });
  }

  /** The fault that waits for such a request, which is used up; undefined when it may pass. */
  take(request: Request): Fault | undefined {
    const found = this.#planned.find(({ matching }) => isMeant(matching, request));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#planned = this.#planned.filter((planned) => planned !== found);
    return found.fault;
  }
}

/** Whether a request is the call of an operation. */
export function isCallOf(operation: OperationName, { method, url }: Request): boolean {
  const declared = OPERATIONS[operation];
  if (declared.method !== method) return false;
  const pattern = declared.path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part));
  return new RegExp(`^${pattern.join('/')}$`).test(new URL(url).pathname);
}

function isMeant({ operation, path }: Matching, request: Request): boolean {
  if (operation === undefined && path === undefined) return !isCallOf('events.stream', request);
  if (operation !== undefined && !isCallOf(operation, request)) return false;
  return path === undefined || new URL(request.url).pathname === path;
}

/** The answer of a refusal, as problem details. */
export function refusalOf({ status, code, retryAfter }: Refusing): Response {
  const known = code ?? codeOf(status);
  const [usual, detail] = PROBLEMS[known];
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  const problem = { type: 'about:blank', title: 'Refused', status: status ?? usual, code: known, detail };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function codeOf(status: number | undefined): ProblemCode {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  return codes.find((code) => PROBLEMS[code][0] === status) ?? 'INTERNAL';
}
