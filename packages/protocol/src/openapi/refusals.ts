import { isOpen } from '../backend/admit.ts';
import { PROBLEMS, type ProblemCode } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { idsOf } from '../path-ids.ts';

/** Every refusal a call may meet: its own, and those that come with its shape and its callers. */
export function refusalsOf(operation: Operation): ProblemCode[] {
  const { errors, roles, method, ifMatch, kind, path } = operation;
  const codes = new Set<ProblemCode>([...errors, 'ORIGIN_DENIED', 'RATE_LIMITED', 'INTERNAL', 'UNAVAILABLE']);
  const add = (when: boolean, ...more: ProblemCode[]) => when && more.forEach((code) => codes.add(code));
  const writes = method !== 'GET';
  // Fields nobody asked for are refused everywhere, so a call without input may fail of them, too.
  add(true, 'VALIDATION');
  add(!isOpen(operation), 'UNAUTHENTICATED', 'SESSION_EXPIRED', 'CALLER_NOT_ALLOWED');
  add(roles !== undefined, 'WRONG_ROLE');
  add(idsOf(path).length > 0, 'NOT_FOUND');
  add(writes, 'MALFORMED', 'TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE');
  add(writes, 'IDEMPOTENCY_KEY_REQUIRED', 'IDEMPOTENCY_RUNNING', 'IDEMPOTENCY_MISMATCH');
  add(kind === 'events', 'MALFORMED');
  add(ifMatch === true, 'PRECONDITION_REQUIRED', 'VERSION_CONFLICT');
  return (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => codes.has(code));
}
