import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { trials } from '../../../../test/lib/counts.ts';
import { fits } from '../fits.ts';
import { openApi } from '../openapi.ts';
import { Contract, ContractDraft } from '../resources/contract.ts';
import { ContractEvent } from '../resources/event.ts';
import { Session } from '../resources/session.ts';
import type { Schema } from '../schema.ts';
import { Email } from '../text.ts';
import { type Document, type SchemaObject, toldOf } from '../testing/document.ts';
import { contractOf, eventOf, sessionOf } from '../testing/samples.ts';

const document = openApi() as Document;
const ROOT = 'https://handsel.example/openapi.json';

/** The schema with references to the one document that the validator knows. */
function placed(schema: SchemaObject): SchemaObject {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${ROOT}#/$defs/`)) as SchemaObject;
}

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
formats.default(ajv);
ajv.addSchema({ $id: ROOT, $defs: placed(document.components.schemas) });

const compiled = (schema: SchemaObject) => ajv.compile(placed(schema));
const named = (name: string) => compiled({ $ref: `#/components/schemas/${name}` });

describe('the schemas of the OpenAPI document', () => {
  it('are valid JSON Schema of 2020-12, each and every one', () => {
    const inline = toldOf(document).flatMap(({ operationId, parameters, requestBody, responses }) => [
      ...parameters.flatMap(({ name, schema }): [string, SchemaObject][] =>
        schema ? [[`${operationId} ${name}`, schema]] : [],
      ),
      ...[requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.values(part?.content ?? {}).map(({ schema }): [string, SchemaObject] => [operationId, schema]),
      ),
    ]);
    const all = [...Object.entries(document.components.schemas), ...inline];
    assert.ok(all.length > 300);
    const different = new Map(all.map(([name, schema]) => [JSON.stringify(schema), [name, schema] as const]));
    for (const [name, schema] of different.values()) {
      assert.equal(ajv.validateSchema(schema), true, `${name}: ${ajv.errorsText(ajv.errors)}`);
      assert.doesNotThrow(() => compiled(schema), name);
    }
  });

  it('take what the backend answers, and also what a newer one may', () => {
    const samples: [string, Schema, object][] = [
      ['Contract', Contract, contractOf()],
      ['ContractEvent', ContractEvent, eventOf(1)],
      ['Session', Session, sessionOf()],
    ];
    for (const [name, schema, sample] of samples) {
      const validate = named(name);
      assert.equal(validate(sample), true, `${name}: ${JSON.stringify(validate.errors)}`);
      assert.equal(validate({ ...sample, newField: 1 }), true, name);
      const [first = ''] = Object.keys(sample);
      const { [first as keyof typeof sample]: left, ...rest } = sample;
      assert.equal(left !== undefined && !validate(rest) && !fits(schema, rest), true, `${name} without ${first}`);
    }
  });

  it('close what is sent and keep open what is answered', () => {
    const closedIn = (part: unknown, seen = new Set<string>()): string[] => {
      if (typeof part !== 'object' || part === null) return [];
      return Object.entries(part).flatMap(([key, value]): string[] => {
        if (key === 'additionalProperties' && value === false) return ['closed'];
        if (key !== '$ref' || typeof value !== 'string') return closedIn(value, seen);
        const name = value.split('/').at(-1) ?? '';
        if (seen.has(name)) return [];
        seen.add(name);
        return closedIn(document.components.schemas[name], seen).map((where) => `${name} > ${where}`);
      });
    };
    for (const { operationId, responses, requestBody } of toldOf(document)) {
      for (const { content } of Object.values(responses)) {
        for (const { schema } of Object.values(content ?? {})) assert.deepEqual(closedIn(schema), [], operationId);
      }
      if (requestBody) assert.notDeepEqual(closedIn(requestBody.content), [], operationId);
    }
  });

  it('say the same as the backend about whatever is sent', () => {
    const validate = named('ContractDraft');
    const title = fc.constantFrom('A logo', '', ' ', 'a\nb', 'a'.repeat(101), '👩🏽‍💻'.repeat(30), 'x\u202ey', 5);
    const amount = fc.record({
      amount: fc.constantFrom<unknown>(1, 0, -1, 0.5, 1e12, 1e12 + 1, '5'),
      currency: fc.constantFrom('USD', 'usd', 'US'),
    });
    const milestone = fc.record(
      { title, amount, dueOn: fc.constantFrom('2026-12-04', '2026-02-30', null, '') },
      { requiredKeys: ['title', 'amount'] },
    );
    const draft = fc.record(
      {
        client: fc.record(
          { email: fc.constantFrom('kit@arden.example', 'kit', 'a@b-.co', 'ü@x.example'), name: title },
          { requiredKeys: ['email'] },
        ),
        title,
        description: fc.constantFrom('', 'Two\nlines', 'a\u0000b', 'é'.repeat(5001)),
        currency: fc.constantFrom('USD', 'EURO'),
        milestones: fc.array(milestone, { maxLength: 2 }),
        terms: fc.constantFrom('', 'Mine.'),
        offerEndsOn: fc.constantFrom(null, '2026-12-04', 'soon'),
        paid: fc.constant(true),
      },
      { requiredKeys: ['client', 'title', 'description', 'currency'] },
    );
    const good = {
      client: { email: 'kit@arden.example' },
      title: 'A',
      description: '',
      currency: 'USD',
      milestones: [],
    };
    assert.equal(validate(good), true);
    fc.assert(
      fc.property(draft, (value) => {
        assert.equal(validate(value), fits(ContractDraft, value), JSON.stringify(validate.errors));
      }),
      { numRuns: trials(5000) },
    );
    assert.equal(named('Email')('a@b-.co'), fits(Email, 'a@b-.co'));
  });
});
