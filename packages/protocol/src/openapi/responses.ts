import { problemOf } from '../backend/problem.ts';
import { PROBLEMS, type ProblemCode, Refusal } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { OPERATIONS } from '../operations/table.ts';
import { refusalsOf } from './refusals.ts';
import type { Json, Schemas } from './schemas.ts';

/** Headers of answers that mean the same wherever they stand. */
export const ANSWER_HEADERS = {
  RequestId: { description: 'Names the request; the log of the backend knows it.', schema: { type: 'string' } },
  ETag: { description: 'The version, for `If-Match` and `If-None-Match`.', schema: { type: 'string' } },
  IdempotentReplayed: {
    description: 'There when the answer is the one given to this key before.',
    schema: { const: 'true' },
  },
  RetryAfter: { description: 'Seconds after which it makes sense to try again.', schema: { type: 'integer' } },
} as const satisfies Record<string, Json>;

/** What each refusal that a call may meet looks like. */
export function problemExamples(): Json {
  const codes = new Set(Object.values<Operation>(OPERATIONS).flatMap(refusalsOf));
  return Object.fromEntries([...codes].sort().map((code) => [code, { value: problemOf(new Refusal(code), 'req_1') }]));
}

const header = (name: keyof typeof ANSWER_HEADERS) => ({ $ref: `#/components/headers/${name}` });

/** Every answer a call may get, by status. */
export function responsesOf(operation: Operation, schemas: Schemas, hasVersion: boolean): Json {
  const { kind = 'one', status = kind === 'nothing' ? 204 : 200, method } = operation;
  const headers = {
    'Request-Id': header('RequestId'),
    ...(hasVersion && { ETag: header('ETag') }),
    ...(method !== 'GET' && { 'Idempotent-Replayed': header('IdempotentReplayed') }),
  };
  const content = contentOf(operation, schemas);
  const responses: Json = { [status]: { description: 'Done.', headers, ...(content && { content }) } };
  if (method === 'GET' && hasVersion)
    responses[304] = { description: 'Nothing newer than what the caller has.', headers };
  const codes = refusalsOf(operation);
  for (const refused of new Set(codes.map((code) => PROBLEMS[code][0]))) {
    responses[refused] = refusal(
      refused,
      codes.filter((code) => PROBLEMS[code][0] === refused),
    );
  }
  return responses;
}

function contentOf({ kind = 'one', output, name }: Operation, schemas: Schemas): Json | undefined {
  if (!output) return undefined;
  const schema = schemas.use(output, name);
  switch (kind) {
    case 'nothing':
      return undefined;
    case 'one':
      return { 'application/json': { schema } };
    case 'page':
      return { 'application/json': { schema: pageOf(schema) } };
    case 'events':
      return { 'text/event-stream': { schema: { type: 'string', description: streamText(schema) } } };
  }
}

function pageOf(items: Json): Json {
  return {
    type: 'object',
    properties: {
      data: { type: 'array', items },
      next: { description: 'The `cursor` of the next page; null on the last.', type: ['string', 'null'] },
    },
    required: ['data', 'next'],
  };
}

function streamText({ $ref }: Json): string {
  const name = String($ref).split('/').at(-1) ?? '';
  return `Server-sent events. \`id\` is the \`seq\` of an event, \`event\` its type, \`data\` one ${name} as JSON.`;
}

function refusal(status: number, codes: readonly ProblemCode[]): Json {
  const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }] as const);
  const waits = status === 429 || status === 503 || codes.includes('IDEMPOTENCY_RUNNING');
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}`).join('\n\n'),
    headers: { 'Request-Id': header('RequestId'), ...(waits && { 'Retry-After': header('RetryAfter') }) },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples),
      },
    },
  };
}
