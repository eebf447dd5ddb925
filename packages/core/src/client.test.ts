import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPERATION_NAMES } from '@handsel/protocol/backend';
import * as operations from '@handsel/protocol/operations';
import { type Client, createClient } from './client.ts';
import { FaultyWay } from './testing/faults.ts';
import { Keeper } from './testing/keeper.ts';
import { problemOf, summaryOf } from './testing/samples.ts';

const named = Object.values(operations);

function clientOf(fetch: (request: Request) => Promise<Response>): Client {
  return createClient({ backend: { fetch }, key: 'pk_test_1' });
}

/** The method of an operation's name, as a page would call it. */
function methodOf(client: Client, name: string): (...input: unknown[]) => unknown {
  const [resource = '', verb = ''] = name.split('.');
  const owner: unknown = Reflect.get(client, resource);
  const method: unknown = typeof owner === 'object' && owner !== null ? Reflect.get(owner, verb) : undefined;
  assert.equal(typeof method, 'function', `client.${name} is missing.`);
  return (...input) => (method as (...input: unknown[]) => unknown).apply(owner, input);
}

/** Ids as they stand in the path, then an input that says who it is. */
function argumentsOf({ path, input }: (typeof named)[number]): unknown[] {
  const ids = [...path.matchAll(/:(\w+)/g)].map(([, name]) => `id-of-${name}`);
  return input ? [...ids, { limit: 2 }] : ids;
}

describe('the client', () => {
  it('knows every operation of the protocol', () => {
    const client = clientOf(() => assert.fail('Nothing is to be sent.'));
    for (const name of OPERATION_NAMES) methodOf(client, name);
    assert.deepEqual(new Set(named.map(({ name }) => name)), new Set<string>(OPERATION_NAMES));
  });

  for (const operation of named) {
    it(`sends ${operation.name} where the protocol says, with ids first and options last`, async () => {
      const way = new FaultyWay({ fetch: () => Promise.resolve(problemOf(404, 'NOT_FOUND')) }, []);
      const { sent } = way;
      const client = clientOf(way.fetch);
      const options = { headers: { 'X-Option': 'last' }, ifMatch: 3 };
      const answer = methodOf(client, operation.name)(...argumentsOf(operation), options);
      const next = operation.kind === 'events' ? (answer as AsyncGenerator).next() : answer;
      await assert.rejects(Promise.resolve(next as Promise<unknown>), { name: 'ApiError', code: 'NOT_FOUND' });
      assert.equal(sent.length, 1);
      const [request] = sent;
      const path = operation.path.replaceAll(/:(\w+)/g, 'id-of-$1');
      assert.equal(`${request?.method} ${new URL(request?.url ?? '').pathname}`, `${operation.method} ${path}`);
      assert.equal(request?.headers.get('x-option'), 'last');
      const written = operation.method !== 'GET';
      assert.equal(way.keys[0] !== null, written);
      assert.equal(request?.body, written && operation.input ? '{"limit":2}' : '');
    });
  }

  it('gives everybody the same store of a contract', () => {
    const client = clientOf(() => assert.fail('Nothing is to be sent.'));
    assert.equal(client.contract('ctr_1'), client.contract('ctr_1'));
    assert.notEqual(client.contract('ctr_1'), client.contract('ctr_2'));
  });

  it('makes a call by its operation, also when `call` is taken from it', async () => {
    const { call } = clientOf(new Keeper().fetch);
    assert.equal((await call(operations.retrieveContract, { contractId: 'ctr_1' })).id, 'ctr_1');
  });
});

describe('a list', () => {
  const pages = [
    { data: [summaryOf('ctr_1'), summaryOf('ctr_2')], next: 'c2' },
    { data: [], next: 'c3' },
    { data: [summaryOf('ctr_3')], next: null },
  ];
  const arrange = () => {
    const way = new FaultyWay(
      { fetch: () => assert.fail('A page too many.') },
      pages.map((page) => Response.json(page)),
    );
    const asked = () => way.sent.map(({ url }) => new URL(url).search);
    return { asked, list: clientOf(way.fetch).contracts.list({ status: ['active', 'draft'], limit: 2 }) };
  };

  it('is one page when it is awaited', async () => {
    const { list, asked } = arrange();
    const { data, next } = await list;
    assert.deepEqual(
      data.map(({ id }) => id),
      ['ctr_1', 'ctr_2'],
    );
    assert.equal(next, 'c2');
    assert.deepEqual(asked(), ['?status=active&status=draft&limit=2']);
  });

  it('is every item of every page when it is walked', async () => {
    const { list, asked } = arrange();
    const ids: string[] = [];
    for await (const { id } of list) ids.push(id);
    assert.deepEqual(ids, ['ctr_1', 'ctr_2', 'ctr_3']);
    const first = '?status=active&status=draft&limit=2';
    assert.deepEqual(asked(), [first, `${first}&cursor=c2`, `${first}&cursor=c3`]);
  });

  it('asks for nothing before it is used, and for the first page once', async () => {
    const { list, asked } = arrange();
    assert.deepEqual(asked(), []);
    await list;
    await list;
    for await (const { id } of list) if (id === 'ctr_2') break;
    assert.equal(asked().length, 1);
  });

  it('fails where the page fails', async () => {
    const list = clientOf(() => Promise.resolve(problemOf(422, 'VALIDATION'))).contracts.list();
    await assert.rejects(list.finally(), { code: 'VALIDATION' });
    assert.equal(await list.catch(() => 'caught'), 'caught');
    await assert.rejects(
      async () => {
        for await (const { id } of list) assert.fail(id);
      },
      { code: 'VALIDATION' },
    );
  });
});
