import { type Operation, Problem, type Schema } from '@handsel/protocol';
import { ApiError, ConnectionError, type ErrorOrigin, type HandselError, ResponseError } from './errors.ts';

type Reading<T> = { readonly value: T } | { readonly wrong: string };

// By the standard interface every schema has, so that nothing of zod's own is needed here.
async function read<T>(schema: Schema<T>, value: unknown): Promise<Reading<T>> {
  const result = await schema['~standard'].validate(value);
  if (!result.issues) return { value: result.value };
  const path = (result.issues[0]?.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  return { wrong: `/${path.map(String).join('/')}` };
}

function json(text: string): Reading<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { wrong: 'not JSON' };
  }
}

/** What a refusal says, when the backend itself said it, in the form that was agreed. */
export async function problemIn(body: unknown): Promise<Problem | undefined> {
  const problem = await read(Problem, body);
  return 'value' in problem ? problem.value : undefined;
}

function originOf(operation: string, { status, headers }: Response): ErrorOrigin {
  return { operation, status, requestId: headers.get('request-id') ?? undefined };
}

/** The error that an answer other than success stands for. */
export async function refusalOf(operation: string, answer: Response, body: unknown): Promise<HandselError> {
  const { status } = answer;
  const origin = originOf(operation, answer);
  const problem = await problemIn(body);
  if (problem) return new ApiError(problem, origin);
  // A gateway speaking in place of the backend: whether the backend has heard of it, nobody knows.
  if (status === 408 || (status >= 502 && status <= 504)) {
    return new ConnectionError('NO_ANSWER', `something on the way answered ${status} in place of the backend.`, origin);
  }
  return new ResponseError('the body is no problem details', origin);
}

// By hand: a schema for it would be built anew with each call.
async function readPage<T>(item: Schema<T>, value: unknown): Promise<Reading<unknown>> {
  const page = value as { data?: unknown; next?: unknown } | null;
  if (!Array.isArray(page?.data)) return { wrong: '/data' };
  if (page.next !== null && typeof page.next !== 'string') return { wrong: '/next' };
  const items: T[] = [];
  for (const [index, raw] of page.data.entries()) {
    const reading = await read(item, raw);
    if ('wrong' in reading) return { wrong: `/data/${index}${reading.wrong}` };
    items.push(reading.value);
  }
  return { value: { data: items, next: page.next } };
}

/** What a success says, checked by the operation's own schema. @throws {ResponseError} */
export async function outputOf({ name, kind, output }: Operation, answer: Response): Promise<unknown> {
  if (!output || kind === 'nothing') return undefined;
  const body = json(await answer.text());
  const origin = originOf(name, answer);
  if ('wrong' in body) throw new ResponseError(`the body is ${body.wrong}`, origin);
  const reading = kind === 'page' ? await readPage(output, body.value) : await read(output, body.value);
  if ('wrong' in reading) throw new ResponseError(`the body is wrong at "${reading.wrong}"`, origin);
  return reading.value;
}

/** One event of a stream, checked. @throws {ResponseError} */
export async function itemOf<T>(operation: string, schema: Schema<T>, text: string): Promise<T> {
  const body = json(text);
  const reading = 'wrong' in body ? body : await read(schema, body.value);
  if ('wrong' in reading) throw new ResponseError(`an event is wrong: ${reading.wrong}`, { operation, status: 200 });
  return reading.value;
}
