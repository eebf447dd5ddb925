import type { FieldError, Problem, ProblemCode } from '@handsel/protocol';

/** What went wrong: a refusal of the backend (`ProblemCode`, or a newer one), or one of core's own. */
export type ErrorCode =
  | ProblemCode
  | 'NO_ANSWER'
  | 'TIMEOUT'
  | 'OFFLINE'
  | 'ABORTED'
  | 'BACKEND_NONCONFORMING'
  | 'SESSION_UNAVAILABLE'
  | 'MISUSE'
  // A newer backend may know codes that this client does not.
  | (string & Record<never, never>);

/** Where an error comes from: the operation, and what the backend calls the request. */
export interface ErrorOrigin {
  /** `contracts.send`, … */
  readonly operation?: string;
  /** Quote it in a question to the operator of the backend. */
  readonly requestId?: string | undefined;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  readonly cause?: unknown;
}

/** The root of every error this package throws. Branch on `code`; the message may change. */
export class HandselError extends Error {
  readonly code: ErrorCode;
  readonly operation: string | undefined;
  readonly requestId: string | undefined;
  readonly status: number | undefined;

  constructor(code: ErrorCode, message: string, { operation, requestId, status, cause }: ErrorOrigin = {}) {
    super(message, cause === undefined ? undefined : { cause });
    // Set, not taken from the class: minifiers rename classes.
    this.name = 'HandselError';
    this.code = code;
    this.operation = operation;
    this.requestId = requestId;
    this.status = status;
  }
}

/** The backend refused, and said why. */
export class ApiError extends HandselError {
  declare readonly status: number;
  /** Each field that is not right, by JSON pointer into what was sent. */
  readonly errors: readonly FieldError[];
  /** When it makes sense to try again, or when a window closed. */
  readonly at: string | undefined;
  /** Tries that are left. */
  readonly remaining: number | undefined;

  constructor(problem: Problem, origin: ErrorOrigin) {
    const { code, detail, title, errors = [], at, remaining, instance, status } = problem;
    const requestId = origin.requestId ?? instance;
    super(code, `${origin.operation}: ${detail ?? title} (${code})`, { status, ...origin, requestId });
    this.name = 'ApiError';
    this.errors = errors;
    this.at = at;
    this.remaining = remaining;
  }
}

/**
 * No answer of the backend came: offline, DNS, CORS, timeout, a gateway without a backend, or the caller's own abort.
 * The request may still have reached the server: repeat it with the same `idempotencyKey`.
 */
export class ConnectionError extends HandselError {
  constructor(code: 'NO_ANSWER' | 'TIMEOUT' | 'OFFLINE' | 'ABORTED', why: string, origin: ErrorOrigin, sent = true) {
    const doubt = sent ? 'The request may still have reached the server.' : 'Nothing was sent.';
    super(code, `${origin.operation}: ${why} ${doubt}`, origin);
    this.name = 'ConnectionError';
  }
}

/** The backend answered with something that breaks the contract between us: HTML, half a body, a wrong shape. */
export class ResponseError extends HandselError {
  constructor(why: string, origin: ErrorOrigin) {
    const id = origin.requestId === undefined ? '' : ` Request ${origin.requestId}.`;
    super(
      'BACKEND_NONCONFORMING',
      `${origin.operation}: the backend answered ${origin.status}, but ${why}.${id}`,
      origin,
    );
    this.name = 'ResponseError';
  }
}

const NAMES = ['HandselError', 'ApiError', 'ConnectionError', 'ResponseError'];

/** Whether something caught is an error of this package, also when two copies of it are on one page. */
export function isHandselError(error: unknown): error is HandselError {
  return error instanceof Error && NAMES.includes(error.name) && 'code' in error;
}
