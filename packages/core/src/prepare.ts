import { type Operation, type WireParts, wireParts } from '@handsel/protocol';
import { HandselError } from './errors.ts';
import type { CallOptions } from './settings.ts';

/** A call, ready to be sent as often as needed: the same body and the same key each time. */
export interface Prepared {
  readonly operation: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly options: CallOptions;
}

/** A random key of an intent; also where `randomUUID` is missing, as on plain http. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function partsOf(operation: Operation, input: Readonly<Record<string, unknown>>): WireParts {
  try {
    return wireParts(operation, input);
  } catch (cause) {
    const { name } = operation;
    const why = cause instanceof TypeError ? cause.message : 'the input cannot be written';
    throw new HandselError('MISUSE', `${name}: ${why}, so nothing was sent.`, { operation: name });
  }
}

/** Splits a flat input into path, query and body, and gives every write its key. */
export function prepare(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Prepared {
  const { name, method } = operation;
  const { address, body } = partsOf(operation, input);
  return {
    operation: name,
    method,
    path: address,
    body,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(options.ifMatch !== undefined && { 'If-Match': `"${options.ifMatch}"` }),
      ...options.headers,
      // Every write has one, so that every write may be repeated.
      ...(method !== 'GET' && { 'Idempotency-Key': options.idempotencyKey || newKey() }),
    },
    options,
  };
}
