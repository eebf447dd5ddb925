import * as z from 'zod/mini';
import { canonicalJson, sha256 } from '../canonical.ts';
import { Refusal } from '../errors.ts';
import { fits } from '../fits.ts';
import type { Operation, PathIds } from '../operation.ts';
import type { OperationName } from '../operations/table.ts';
import { idsOf, PATH_IDS } from '../path-ids.ts';
import { admit } from './admit.ts';
import { readBody } from './body.ts';
import { idempotencyKeyOf, ifMatchOf, lastEventIdOf } from './conditions.ts';
import type { Caller, Context } from './context.ts';
import { fieldErrors } from './field-errors.ts';
import { type QueryReader, queryReader } from './query.ts';

/** A handler whose input was checked and whose types are forgotten. */
export type AnyHandler<Subject> = (input: never, context: Context<Subject>) => unknown;

/** One operation and everything about it that can be known before it is called. */
export interface Route<Subject> {
  readonly name: OperationName;
  readonly operation: Operation;
  readonly handler: AnyHandler<Subject>;
  readonly ids: readonly (keyof PathIds)[];
  readonly readQuery: QueryReader;
}

/** One request on its way to a handler. */
export interface Call {
  readonly request: Request;
  readonly requestId: string;
  readonly url: URL;
  /** The words in the place of ids. */
  readonly words: readonly string[];
  /** The headers of the answer. */
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

/** Makes the route of an operation. */
export function routeOf<Subject>(
  name: OperationName,
  operation: Operation,
  handler: AnyHandler<Subject>,
): Route<Subject> {
  return { name, operation, handler, ids: idsOf(operation.path), readQuery: queryReader(operation.input) };
}

/** Checks everything that can be checked without knowing the contract, then asks the handler. @throws {Refusal} */
export async function run<Subject>(
  route: Route<Subject>,
  call: Call,
  authenticate: (request: Request, requestId: string) => Promise<Caller<Subject>>,
): Promise<unknown> {
  const { operation, handler } = route;
  const { request, requestId, url } = call;
  const caller = await admit(operation, () => authenticate(request, requestId));
  const reads = operation.method === 'GET';
  const sent = reads ? route.readQuery(url.searchParams) : await readBody(request, operation.input !== undefined);
  const key = idempotencyKeyOf(operation, request.headers);
  const ids = pathIds(route, call.words);
  // Ids over fields: nothing in a body may say that it is about another contract.
  const input = { ...inputOf(operation, sent), ...ids };
  const context: Context<Subject> = {
    operation: route.name,
    request,
    requestId,
    caller,
    ...key,
    ...ifMatchOf(operation, request.headers),
    ...lastEventIdOf(operation, request.headers),
    fingerprint: () => sha256(`${operation.method} ${url.pathname}${url.search}\n${canonicalJson(sent)}`),
    signal: call.signal,
    replayed: () => call.headers.set('Idempotent-Replayed', 'true'),
    header: (name, value) => {
      if (name.toLowerCase() === 'set-cookie') call.headers.append(name, value);
      else call.headers.set(name, value);
    },
  };
  return handler(input as never, context);
}

function pathIds<Subject>(route: Route<Subject>, words: readonly string[]): Record<string, string> {
  const ids: Record<string, string> = {};
  route.ids.forEach((name, index) => {
    const word = decoded(words[index] ?? '');
    if (!fits(PATH_IDS[name], word)) throw new Refusal('NOT_FOUND');
    ids[name] = word;
  });
  return ids;
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return '';
  }
}

const nothing = z.strictObject({});

function inputOf({ input = nothing }: Operation, sent: unknown): object {
  const { success, data, error } = z.safeParse(input, sent);
  if (!success) throw new Refusal('VALIDATION', { errors: fieldErrors(error.issues) });
  return data as object;
}
