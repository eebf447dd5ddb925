import * as z from 'zod/mini';
import type { Schema } from './schema.ts';

/**
 * Every way a backend refuses, with the HTTP status and one sentence for the developer.
 * Branch on the code; the sentence may change.
 */
export const PROBLEMS = {
  MALFORMED: [400, 'The body is not JSON, or the request cannot be read.'],
  IDEMPOTENCY_KEY_REQUIRED: [400, 'This command needs an Idempotency-Key header of 16 to 255 characters.'],
  UNAUTHENTICATED: [401, 'Send a key or a session as "Authorization: Bearer …".'],
  SESSION_EXPIRED: [401, 'The session is over. Sign in again; nothing was sent.'],
  CALLER_NOT_ALLOWED: [403, 'This credential may not make this call.'],
  WRONG_ROLE: [403, 'This belongs to the other side of the contract.'],
  ORIGIN_DENIED: [403, 'This key may not be used from this site. Add the site to the origins of the key.'],
  NOT_FOUND: [404, 'There is nothing here that this credential may see.'],
  METHOD_NOT_ALLOWED: [405, 'This address does not know this method.'],
  NOT_ACTIVE: [409, 'The contract is not active.'],
  NOT_FUNDED: [409, 'The milestone is not funded.'],
  WRONG_STATE: [409, 'The contract has moved on; this is no longer, or not yet, possible.'],
  VERSION_CONFLICT: [412, 'Somebody changed this meanwhile. Read it again, then repeat the change.'],
  CONSENT_STALE: [409, 'The amount, fee or contract changed since it was shown. Nothing was moved; show it again.'],
  IDEMPOTENCY_RUNNING: [409, 'The same command is still running. Ask again in a moment with the same key.'],
  DISPUTE_OPEN: [409, 'A dispute about this is open.'],
  WINDOW_CLOSED: [409, 'The time for this is over.'],
  CHARGE_PENDING: [409, 'A payment for this contract is still being checked.'],
  TOO_LARGE: [413, 'The body is larger than 256 kB.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Send "Content-Type: application/json".'],
  VALIDATION: [422, 'Some fields are not right; "errors" names each of them.'],
  MIN_MILESTONE: [422, 'A milestone is below the smallest amount the policy allows.'],
  EMAIL_TAKEN: [422, 'This e-mail address is your own. A contract needs two people.'],
  CODE_INVALID: [422, 'That is not the code.'],
  CONSENT_REQUIRED: [422, 'This moves money: make a preview, show it, and send its consent token.'],
  CHARGE_FAILED: [422, 'The charge was declined. Nothing was charged.'],
  IDEMPOTENCY_MISMATCH: [422, 'This Idempotency-Key was used for another command.'],
  PRECONDITION_REQUIRED: [428, 'Send "If-Match" with the version you read.'],
  CODE_LOCKED: [429, 'Too many tries with this code. Ask for a new one.'],
  RATE_LIMITED: [429, 'Too many requests. Wait, then try again.'],
  INTERNAL: [500, 'Something failed on our side. Nothing was stored.'],
  UNAVAILABLE: [503, 'The backend is not ready. Try again in a moment.'],
} as const satisfies Record<string, readonly [status: number, detail: string]>;

/** The closed list of refusals. */
export type ProblemCode = keyof typeof PROBLEMS;

const fieldError = z.object({
  /** JSON pointer into what was sent: `/milestones/0/amount`. */
  pointer: z.string(),
  /** What is wrong: `too_small`, `invalid_format`, `unrecognized_keys`, … */
  code: z.string(),
  /** One sentence for the developer. */
  message: z.optional(z.string()),
  /** The smallest value or length that would be right. */
  minimum: z.optional(z.number()),
  /** The largest value or length that would be right. */
  maximum: z.optional(z.number()),
});

/** One field that is not right. */
export interface FieldError extends z.infer<typeof fieldError> {}
export const FieldError: Schema<FieldError> = fieldError;

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Branch on this. A newer backend may know codes that this client does not. */
  code: z.string(),
  detail: z.optional(z.string()),
  /** The request id, to quote in a question to the operator. */
  instance: z.optional(z.string()),
  errors: z.optional(z.array(fieldError)),
  /** When it makes sense to try again, or when a window closed. */
  at: z.optional(z.string()),
  /** Tries that are left. */
  remaining: z.optional(z.int()),
});

/** RFC 9457 problem details with our code, the request id, and a pointer to each wrong field. */
export interface Problem extends z.infer<typeof problem> {}
export const Problem: Schema<Problem> = problem;

/** What a refusal may say beside its code. */
export interface RefusalExtras {
  detail?: string;
  errors?: FieldError[];
  at?: string;
  remaining?: number;
  /** Seconds for the `Retry-After` header. */
  retryAfter?: number;
}

/** Thrown by a handler to refuse: becomes problem details on the wire. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly extras: RefusalExtras;
  constructor(code: ProblemCode, extras: RefusalExtras = {}) {
    super(extras.detail ?? PROBLEMS[code][1]);
    this.name = 'Refusal';
    this.code = code;
    this.extras = extras;
  }
}

/** A refusal that names one field and says what would be right. */
export function fieldRefusal(
  pointer: string,
  code: string,
  message: string,
  problem: ProblemCode = 'VALIDATION',
): Refusal {
  return new Refusal(problem, { errors: [{ pointer, code, message }] });
}
