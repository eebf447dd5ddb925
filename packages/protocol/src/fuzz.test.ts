import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { trials } from '../../../test/lib/counts.ts';
import type { Handlers } from './backend.ts';
import { Problem, PROBLEMS } from './errors.ts';
import { fits } from './fits.ts';
import type { Operation } from './operation.ts';
import { OPERATION_NAMES, OPERATIONS } from './operations/table.ts';
import { addressOf, type Answered, backendOf, KEY } from './testing/asked.ts';

/** Every handler gives back what it got, in the shape its operation answers in. */
function echoes(): Handlers {
  return Object.fromEntries(
    OPERATION_NAMES.map((name) => {
      const { kind } = OPERATIONS[name] as Operation;
      return [
        name,
        (input: unknown) => {
          if (kind === 'page') return { data: [input], next: null };
          return kind === 'events' ? none() : input;
        },
      ];
    }),
  ) as unknown as Handlers;
}

async function* none() {}

/** A backend that lets the caller of an operation in. */
function openFor({ callers, roles }: Operation) {
  const [kind = 'none'] = callers;
  return backendOf(echoes(), { caller: { kind, role: roles?.[0] ?? 'freelancer' }, every: () => () => undefined });
}

/** Bodies of any shape, and such that have the right fields with anything in them. */
function bodiesFor({ input }: Operation): fc.Arbitrary<unknown> {
  const { properties = {}, oneOf = [] } = (input ? z.toJSONSchema(input, { io: 'input' }) : {}) as Shape;
  const shapes = [properties, ...oneOf.map((shape) => shape.properties ?? {})];
  const nearly = shapes.map((shape) =>
    fc.record(Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, valueFor(field)])), {
      requiredKeys: [],
    }),
  );
  return fc.oneof(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), ...nearly);
}

interface Shape {
  properties?: Record<string, { const?: unknown; enum?: unknown[] }>;
  oneOf?: Shape[];
}

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '\ud800',
  '__proto__',
  '../..',
  'a'.repeat(6000),
  '-1',
  '1e999',
  'ctr_1',
  'USD',
];

function valueFor(field: { const?: unknown; enum?: unknown[] }): fc.Arbitrary<unknown> {
  const known = field.const === undefined ? (field.enum ?? []) : [field.const];
  const numbers = fc.constantFrom<unknown>(0, -0, -1, 0.5, 1e21, Number.MAX_SAFE_INTEGER, 2 ** 53, true, null, {}, []);
  const any = fc.oneof(fc.constantFrom(...HOSTILE), numbers, fc.jsonValue({ maxDepth: 3 }));
  return known.length === 0 ? any : fc.oneof(fc.constantFrom(...known), any);
}

function assertDecent(answer: Answered, errors: unknown[]): void {
  assert.deepEqual(errors, []);
  if (answer.status < 300) return;
  assert.ok(answer.status >= 400 && answer.status < 500, `status ${answer.status}`);
  assert.ok(fits(Problem, answer.problem));
  assert.equal(PROBLEMS[answer.problem.code as keyof typeof PROBLEMS][0], answer.status);
}

describe('whatever is sent to', () => {
  for (const name of OPERATION_NAMES) {
    const operation: Operation = OPERATIONS[name];
    const { method } = operation;
    const address = addressOf(operation);

    it(`${name}, the answer is decent`, async () => {
      const { ask, errors } = openFor(operation);
      const headers = fc.record(
        {
          'If-Match': fc.constantFrom('"1"', '*', 'x', ''),
          'Idempotency-Key': fc.constantFrom(KEY['Idempotency-Key'], 'short'),
        },
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(bodiesFor(operation), headers, async (body, more) => {
          const query = new URLSearchParams(
            Object.entries(Object(body) as object).map(([key, value]) => [
              key,
              typeof value === 'string' ? value : JSON.stringify(value),
            ]),
          );
          const asking =
            method === 'GET' ? { headers: more } : { body: JSON.stringify(body), headers: { ...KEY, ...more } };
          assertDecent(await ask(method, method === 'GET' ? `${address}?${query}` : address, asking), errors);
        }),
        { numRuns: trials(300) },
      );
    });
  }

  it('any address in any way, the answer is decent', async () => {
    const segment = fc.oneof(
      fc.constantFrom('v1', 'contracts', 'ctr_1', 'events', 'send', '', '.', '..', '%2e', '%00', '%'),
      fc.webSegment(),
    );
    const type = fc.constantFrom('application/json', 'text/plain', '', 'application/json; charset=utf-16');
    const { ask, errors } = backendOf(echoes(), { every: () => () => undefined });
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { maxLength: 6 }),
        fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'),
        type,
        fc.string(),
        async (segments, method, contentType, body) => {
          const bodied = method !== 'GET' && method !== 'HEAD';
          const asking = bodied ? { body, headers: { 'Content-Type': contentType } } : {};
          const answer = await ask(method, `/${segments.join('/')}`, asking);
          if (method === 'HEAD') assert.ok(answer.status < 500);
          else assertDecent(answer, errors);
        },
      ),
      { numRuns: trials(3000) },
    );
  });
});
