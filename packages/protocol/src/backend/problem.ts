import { type Problem, PROBLEMS, type ProblemCode, type Refusal } from '../errors.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The problem details (RFC 9457) of a refusal. */
export function problemOf({ code, extras, message }: Refusal, requestId: string): Problem {
  const [status] = PROBLEMS[code];
  const { errors, at, remaining } = extras;
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Refused',
    status,
    code,
    detail: message,
    instance: requestId,
    ...(errors && { errors }),
    ...(at !== undefined && { at }),
    ...(remaining !== undefined && { remaining }),
  };
}

/** A refusal as an answer. */
export function problemAnswer(refusal: Refusal, requestId: string, headers = new Headers()): Response {
  const { code, extras } = refusal;
  const [status] = PROBLEMS[code];
  const wait = extras.retryAfter ?? (code === 'IDEMPOTENCY_RUNNING' ? 1 : undefined);
  headers.set('Content-Type', 'application/problem+json');
  if (wait !== undefined) headers.set('Retry-After', String(Math.max(0, Math.ceil(wait))));
  if (status === 401) headers.set('WWW-Authenticate', challenge(code));
  return new Response(JSON.stringify(problemOf(refusal, requestId)), { status, headers });
}

function challenge(code: ProblemCode): string {
  return code === 'SESSION_EXPIRED' ? 'Bearer error="invalid_token"' : 'Bearer';
}
