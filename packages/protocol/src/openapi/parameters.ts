import { KEY, SEQ, VERSION } from '../backend/conditions.ts';
import type { Operation } from '../operation.ts';
import { idsOf, PATH_IDS } from '../path-ids.ts';
import type { Json, Schemas } from './schemas.ts';

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Names one intent: whoever repeats a command under its key gets the answer of the first time.',
  schema: { type: 'string', pattern: KEY.source },
} as const;

/** Headers that mean the same wherever they are sent. */
export const HEADER_PARAMETERS = {
  IdempotencyKey: idempotencyKey,
  RequiredIdempotencyKey: { ...idempotencyKey, required: true },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The `ETag` of what was read: nothing is changed when somebody else has changed it since.',
    schema: { type: 'string', pattern: VERSION.source },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of what the caller has; the answer is 304 while there is nothing newer.',
    schema: { type: 'string' },
  },
  LastEventId: {
    name: 'Last-Event-ID',
    in: 'header',
    description: 'The `seq` of the last event that was seen; goes before `after`.',
    schema: { type: 'string', pattern: SEQ.source },
  },
} as const satisfies Record<string, Json>;

type HeaderName = keyof typeof HEADER_PARAMETERS;

/** What a call is told beside its body: ids in the path, the query of a read, headers. */
export function parametersOf(operation: Operation, schemas: Schemas, hasVersion: boolean): Json[] {
  const path = idsOf(operation.path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: schemas.use(PATH_IDS[name], operation.name),
  }));
  const headers = headersOf(operation, hasVersion).map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return [...path, ...queryOf(operation, schemas), ...headers];
}

function headersOf({ method, money, ifMatch, kind }: Operation, hasVersion: boolean): HeaderName[] {
  if (kind === 'events') return ['LastEventId'];
  if (method === 'GET') return hasVersion ? ['IfNoneMatch'] : [];
  const key = money ? 'RequiredIdempotencyKey' : 'IdempotencyKey';
  return ifMatch ? [key, 'IfMatch'] : [key];
}

function queryOf({ method, input, name: operation }: Operation, schemas: Schemas): Json[] {
  if (method !== 'GET' || !input) return [];
  const { properties = {}, required = [] } = schemas.use(input, operation) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(required.includes(name) && { required: true }),
    ...(description !== undefined && { description }),
    schema,
  }));
}
