import * as z from 'zod/mini';
import { canonicalJson } from '../canonical.ts';
import type { Operation } from '../operation.ts';
import type { Schema } from '../schema.ts';
import { isKnown } from './conditions.ts';
import { pointerOf } from './field-errors.ts';

/** A handler that breaks its promise. Says where, never what. */
export class AnswerError extends Error {
  constructor(operation: string, why: string) {
    super(`${operation}: the handler's answer ${why}.`);
    this.name = 'AnswerError';
  }
}

/** What a handler gave, as an answer. */
export function successOf(operation: Operation, output: unknown, request: Request, headers: Headers): Response {
  const { kind = 'one', status = kind === 'nothing' ? 204 : 200, method, name } = operation;
  if (kind === 'nothing') return new Response(null, { status, headers });
  const etag = kind === 'one' ? etagOf(output) : undefined;
  if (etag !== undefined) headers.set('ETag', etag);
  if (etag !== undefined && method === 'GET' && isKnown(request.headers, etag)) {
    return new Response(null, { status: 304, headers });
  }
  const text: string | undefined = JSON.stringify(output);
  if (text === undefined) throw new AnswerError(name, 'is missing');
  headers.set('Content-Type', 'application/json');
  return new Response(text, { status, headers });
}

function etagOf(output: unknown): string | undefined {
  if (typeof output !== 'object' || output === null || !('version' in output)) return undefined;
  return Number.isInteger(output.version) ? `"${String(output.version)}"` : undefined;
}

/** Holds an answer against its schema, and against fields that no schema knows. @throws {AnswerError} */
export function checkAnswer({ name, kind, output: schema }: Operation, output: unknown): void {
  if (kind === 'nothing' || !schema) return;
  if (kind !== 'page') return checkItem(name, schema, output);
  const page = output as { data?: unknown; next?: unknown } | null | undefined;
  if (!Array.isArray(page?.data)) throw new AnswerError(name, 'is no page: "data" is no list');
  if (page.next !== null && typeof page.next !== 'string')
    throw new AnswerError(name, 'is no page: "next" is no cursor');
  for (const item of page.data) checkItem(name, schema, item);
}

/** Holds one object against its schema. @throws {AnswerError} */
export function checkItem(operation: string, schema: Schema, item: unknown): void {
  const { success, data, error } = z.safeParse(schema, item);
  if (!success) {
    const wrong = error.issues.map(({ path, code }) => `"${pointerOf(path)}" (${code})`).slice(0, 5);
    throw new AnswerError(operation, `is wrong at ${wrong.join(', ')}`);
  }
  // What a schema does not know is dropped while parsing: a field too many may be a secret that got out.
  if (canonicalJson(data) !== canonicalJson(item)) throw new AnswerError(operation, 'holds fields its schema lacks');
}
