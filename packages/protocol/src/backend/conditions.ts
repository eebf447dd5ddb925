import { Refusal } from '../errors.ts';
import type { Operation } from '../operation.ts';

/** What an `Idempotency-Key` looks like. */
export const KEY = /^[\x20-\x7e]{16,255}$/;
/** What an `If-Match` looks like. */
export const VERSION = /^(?:W\/)?"?(\d{1,15})"?$/;
/** What a `Last-Event-ID` looks like. */
export const SEQ = /^\d{1,15}$/;

/** What the headers of a request ask for. */
export interface Conditions {
  idempotencyKey?: string;
  ifMatch?: number;
  lastEventId?: number;
}

/** The key of a write. @throws {Refusal} `IDEMPOTENCY_KEY_REQUIRED` when it is malformed, or missing where money moves. */
export function idempotencyKeyOf(
  { method, money }: Pick<Operation, 'method' | 'money'>,
  headers: Headers,
): Pick<Conditions, 'idempotencyKey'> {
  if (method === 'GET') return {};
  const idempotencyKey = headers.get('idempotency-key');
  if (idempotencyKey === null && !money) return {};
  if (idempotencyKey === null || !KEY.test(idempotencyKey)) throw new Refusal('IDEMPOTENCY_KEY_REQUIRED');
  return { idempotencyKey };
}

/** The version a write is meant for. @throws {Refusal} `PRECONDITION_REQUIRED`, `MALFORMED` */
export function ifMatchOf(
  { method, ifMatch }: Pick<Operation, 'method' | 'ifMatch'>,
  headers: Headers,
): Pick<Conditions, 'ifMatch'> {
  if (method === 'GET') return {};
  const header = headers.get('if-match');
  if (header === null && !ifMatch) return {};
  // "Whatever there is" is no version that anybody has read.
  if (header === null || header === '*') throw new Refusal('PRECONDITION_REQUIRED');
  const version = VERSION.exec(header)?.[1];
  if (version === undefined) {
    throw new Refusal('MALFORMED', { detail: 'If-Match is the ETag of what was read, such as "7".' });
  }
  return { ifMatch: Number(version) };
}

/** Where a stream goes on. @throws {Refusal} `MALFORMED` */
export function lastEventIdOf({ kind }: Pick<Operation, 'kind'>, headers: Headers): Pick<Conditions, 'lastEventId'> {
  const header = headers.get('last-event-id');
  if (kind !== 'events' || header === null || header === '') return {};
  if (!SEQ.test(header)) throw new Refusal('MALFORMED', { detail: 'Last-Event-ID is the seq of an event.' });
  return { lastEventId: Number(header) };
}

/** Whether the caller has this version already. */
export function isKnown(headers: Headers, etag: string): boolean {
  const known = headers.get('if-none-match');
  return known !== null && known.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
