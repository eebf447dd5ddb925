import type { CallerKind } from '../operation.ts';
import type { OperationName } from '../operations/table.ts';
import type { Role } from '../resources/party.ts';

/** Who calls, once the credential was looked up. */
export interface Caller<Subject = unknown> {
  /** `none` when no credential came along. */
  kind: CallerKind;
  /** The side of the contract a session is for. A secret key acts as its freelancer, whatever is said here. */
  role?: Role | undefined;
  /** The backend's own word for the account behind the credential. */
  subject?: Subject | undefined;
}

/** What a handler knows of a call besides its input. */
export interface Context<Subject = unknown> {
  readonly operation: OperationName;
  /** As it came. The body has been read. */
  readonly request: Request;
  readonly requestId: string;
  readonly caller: Caller<Subject>;
  /** Names the intent of a write: the same key must have its effect once. Always there where money moves. */
  readonly idempotencyKey?: string;
  /** SHA-256 of method, path and canonical body: tells a repetition from another command under the same key. */
  readonly fingerprint: () => Promise<string>;
  /** The version the caller has read. */
  readonly ifMatch?: number;
  /** `seq` of the last event the caller has seen; goes before `after` in the query. */
  readonly lastEventId?: number;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Says that the answer is the one given to this idempotency key before. */
  replayed(): void;
  /** Adds a header to the answer. */
  header(name: string, value: string): void;
}
