import type { Operation } from '@handsel/protocol';
import { HandselError } from './errors.ts';
import type { CallOptions } from './settings.ts';

/** A call, ready to be sent as often as needed: the same body and the same key each time. */
export interface Prepared {
  readonly operation: string;
  readonly method: string;
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

function query(input: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) parameters.append(name, String(item));
    }
  }
  return parameters.size === 0 ? '' : `?${parameters}`;
}

/** Splits a flat input into path, query and body, and gives every write its key. */
export function prepare(
  { name, method, path, input: takesInput }: Operation,
  input: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Prepared {
  const ids = new Set<string>();
  const filled = path.replaceAll(/:(\w+)/g, (_, id: string) => {
    const value = input[id];
    ids.add(id);
    // Dots alone would climb to another address.
    if (typeof value === 'string' && !/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
    throw new HandselError('MISUSE', `${name}: "${id}" is no id, so nothing was sent.`, { operation: name });
  });
  const rest = Object.fromEntries(Object.entries(input).filter(([field]) => !ids.has(field)));
  const read = method === 'GET';
  const body = read || !takesInput ? undefined : JSON.stringify(rest);
  return {
    operation: name,
    method,
    path: read ? filled + query(rest) : filled,
    body,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(options.ifMatch !== undefined && { 'If-Match': `"${options.ifMatch}"` }),
      ...options.headers,
      // Every write has one, so that every write may be repeated.
      ...(!read && { 'Idempotency-Key': options.idempotencyKey || newKey() }),
    },
    options,
  };
}
