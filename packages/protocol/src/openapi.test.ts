import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PROBLEMS, type ProblemCode } from './errors.ts';
import { openApi, refusalsOf } from './openapi.ts';
import type { Operation } from './operation.ts';
import { idsOf } from './path-ids.ts';
import { OPERATION_NAMES, OPERATIONS } from './operations/table.ts';
import { type Document, type OperationObject, parameterOf, resolved, toldOf } from './testing/document.ts';

const document = openApi({ serverUrl: 'https://backend.example' }) as Document;
const told = toldOf(document);
const all = OPERATION_NAMES.map((name): [OperationObject, Operation] => {
  const entry = told.find(({ operationId }) => operationId === name);
  assert.ok(entry, `${name} is in the document`);
  return [entry, OPERATIONS[name]];
});

describe('the OpenAPI document', () => {
  it('tells every operation once, at its address and method, with a summary', () => {
    assert.equal(told.length, OPERATION_NAMES.length);
    for (const [{ place, operationId, summary, description }, { method, path, name }] of all) {
      assert.equal(place, `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
      assert.equal(operationId, name);
      assert.ok(summary.length > 5 && !summary.endsWith('.') && summary !== name, `${name}: "${summary}"`);
      assert.ok(description.startsWith(summary), name);
    }
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, reference]) => reference ?? '',
    );
    assert.ok(references.length > 500);
    for (const reference of new Set(references)) assert.notEqual(resolved(document, reference), undefined, reference);
  });

  it('names nothing that is not used', () => {
    const text = JSON.stringify(document);
    for (const [kind, parts] of Object.entries(document.components)) {
      if (kind === 'securitySchemes') continue;
      for (const name of Object.keys(parts)) {
        assert.ok(text.includes(`"#/components/${kind}/${name}"`), `${kind}/${name}`);
      }
    }
  });

  it('demands an Idempotency-Key wherever money moves, and offers it for every other write', () => {
    for (const [entry, { method, money, name }] of all) {
      const key = parameterOf(document, entry, 'Idempotency-Key');
      assert.equal(key !== undefined, method !== 'GET', name);
      assert.equal(key?.required ?? false, money ?? false, name);
    }
  });

  it('demands If-Match where a version must be named, and offers Last-Event-ID on streams', () => {
    for (const [entry, { ifMatch, kind, name }] of all) {
      assert.equal(parameterOf(document, entry, 'If-Match')?.required ?? false, ifMatch ?? false, name);
      assert.equal(parameterOf(document, entry, 'Last-Event-ID') !== undefined, kind === 'events', name);
    }
  });

  it('asks for every id of an address, and for what a read may be asked', () => {
    for (const [entry, { path, name }] of all) {
      const ids = entry.parameters.filter((parameter) => parameter.in === 'path');
      assert.deepEqual(
        ids.map((id) => [id.name, id.required]),
        idsOf(path).map((id) => [id, true]),
        name,
      );
    }
    const [list] = all.find(([, { name }]) => name === 'contracts.list') ?? [];
    const query = list?.parameters.filter((parameter) => parameter.in === 'query') ?? [];
    assert.deepEqual(
      query.map(({ name }) => name),
      ['status', 'turn', 'search', 'limit', 'cursor'],
    );
    assert.ok(query.every(({ required }) => required !== true));
  });

  it('takes a body where one is asked for, and none on reads', () => {
    for (const [{ requestBody }, { method, input, name }] of all) {
      assert.equal(requestBody !== undefined, method !== 'GET' && input !== undefined, name);
    }
    const required = (name: string) => all.find(([entry]) => entry.operationId === name)?.[0].requestBody?.required;
    assert.deepEqual(['contracts.create', 'contracts.decline', 'previews.create'].map(required), [true, false, true]);
  });

  it('answers objects, pages, streams and nothing as they come', () => {
    const answer = (name: string, status: number) =>
      all.find(([entry]) => entry.operationId === name)?.[0].responses[status];
    assert.deepEqual(answer('contracts.create', 201)?.content, {
      'application/json': { schema: { $ref: '#/components/schemas/Contract' } },
    });
    assert.deepEqual(Object.keys(answer('contracts.create', 201)?.headers ?? {}), [
      'Request-Id',
      'ETag',
      'Idempotent-Replayed',
    ]);
    assert.deepEqual(
      Object.keys(answer('contracts.list', 200)?.content?.['application/json']?.schema['properties'] ?? {}),
      ['data', 'next'],
    );
    assert.deepEqual(Object.keys(answer('events.stream', 200)?.content ?? {}), ['text/event-stream']);
    assert.equal(answer('contracts.discard', 204)?.content, undefined);
    assert.ok(answer('contracts.retrieve', 304));
    assert.equal(answer('contracts.list', 304), undefined);
  });

  it('tells each refusal a call may meet, under its status, with an example', () => {
    for (const [{ responses }, operation] of all) {
      const named = Object.entries(responses).flatMap(([status, { content }]) =>
        Object.keys(content?.['application/problem+json']?.examples ?? {}).map((code) => [code, Number(status)]),
      );
      const expected = refusalsOf(operation).map((code) => [code, PROBLEMS[code][0]]);
      assert.deepEqual(named.sort(), expected.sort(), operation.name);
      for (const code of operation.errors) assert.ok(expected.some(([other]) => other === code));
    }
  });

  it('lets each caller in by its own credential', () => {
    const security = (name: string) =>
      all.find(([entry]) => entry.operationId === name)?.[0].security.map((each) => Object.keys(each)[0]);
    assert.deepEqual(security('sessions.create'), []);
    assert.deepEqual(security('contractRequests.create'), ['publishableKey']);
    assert.deepEqual(security('contracts.fund'), ['session', 'sessionCookie']);
    assert.deepEqual(security('contracts.create'), ['session', 'sessionCookie', 'secretKey']);
    for (const [{ security: schemes }, { callers, name }] of all) {
      assert.equal(schemes.length === 0, callers.includes('none'), name);
      for (const scheme of schemes.flatMap(Object.keys)) assert.ok(scheme in document.components.securitySchemes);
    }
  });

  it('says where the backend is, and which it is', () => {
    assert.deepEqual([document.openapi, document.servers], ['3.1.1', [{ url: 'https://backend.example' }]]);
    const local = openApi({ serverUrl: 'http://127.0.0.1:8080', version: '1.2.3' }) as Document;
    assert.equal(local.info.version, '1.2.3');
    const cookie = (from: Document) => from.components.securitySchemes['sessionCookie']?.['name'];
    assert.deepEqual([cookie(document), cookie(local)], ['__Host-handsel', 'handsel']);
  });

  it('groups operations, and tells what each group is for', () => {
    const names = document.tags.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(told.flatMap(({ tags }) => tags))].sort());
    for (const { description } of document.tags) assert.ok(description);
  });

  it('is made in one way: twice is the same', () => {
    assert.deepEqual(openApi({ serverUrl: 'https://backend.example' }), document);
  });
});

describe('refusals', () => {
  it('that come with the shape of a call need not be listed by it', () => {
    const codes = (name: (typeof OPERATION_NAMES)[number]) => refusalsOf(OPERATIONS[name]);
    const has = (name: (typeof OPERATION_NAMES)[number], code: ProblemCode) => codes(name).includes(code);
    assert.ok(has('contracts.fund', 'IDEMPOTENCY_KEY_REQUIRED') && has('contracts.fund', 'IDEMPOTENCY_MISMATCH'));
    assert.ok(has('contracts.update', 'PRECONDITION_REQUIRED') && !has('contracts.send', 'PRECONDITION_REQUIRED'));
    assert.ok(has('contracts.send', 'WRONG_ROLE') && !has('contracts.retrieve', 'WRONG_ROLE'));
    assert.ok(has('contracts.retrieve', 'UNAUTHENTICATED') && !has('sessions.create', 'UNAUTHENTICATED'));
    assert.ok(!has('contracts.retrieve', 'UNSUPPORTED_MEDIA_TYPE'));
  });
});
