import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import type { ContractDraft } from '../resources/contract.ts';
import { backendOf } from '../testing/asked.ts';
import { contractOf } from '../testing/samples.ts';
import { type Call, routeOf, run } from './route.ts';

const DRAFT: ContractDraft = {
  client: { email: 'kit@arden.example' },
  title: 'A logo',
  description: '',
  currency: 'USD',
  milestones: [{ title: 'All of it', amount: { amount: 50_000, currency: 'USD' } }],
};

/** What is wrong with a draft, by pointer; the first fault of each field. */
async function faults(changes: object): Promise<Record<string, unknown>> {
  const { ask } = backendOf({ 'contracts.create': () => contractOf() });
  const { status, problem } = await ask('POST', '/v1/contracts', { body: { ...DRAFT, ...changes } });
  assert.deepEqual([status, problem.code], [422, 'VALIDATION']);
  return Object.fromEntries((problem.errors ?? []).toReversed().map(({ pointer, ...rest }) => [pointer, rest]));
}

describe('what is wrong in a body', () => {
  it('is named field by field, with what would be right', async () => {
    assert.deepEqual(await faults({ title: '' }), { '/title': { code: 'too_small', minimum: 1 } });
    assert.deepEqual(await faults({ title: 'a'.repeat(101), currency: 'usd' }), {
      '/title': { code: 'too_big', maximum: 100 },
      '/currency': { code: 'invalid_format' },
    });
    const milestones = [
      ...DRAFT.milestones,
      { title: 'More', amount: { amount: 12.5, currency: 'USD' } },
      { title: 'x' },
    ];
    assert.deepEqual(Object.keys(await faults({ milestones })).sort(), [
      '/milestones/1/amount/amount',
      '/milestones/2/amount',
    ]);
    assert.deepEqual(Object.keys(await faults({ client: { email: 'kit' }, description: 5 })).sort(), [
      '/client/email',
      '/description',
    ]);
  });

  it('is also a field that nobody asked for, at its own place', async () => {
    assert.deepEqual(await faults({ paid: true, 'a/b~c': 1 }), {
      '/paid': { code: 'unrecognized_keys' },
      '/a~1b~0c': { code: 'unrecognized_keys' },
    });
    const [milestone] = DRAFT.milestones;
    assert.deepEqual(Object.keys(await faults({ milestones: [{ ...milestone, state: 'paid' }] })).sort(), [
      '/milestones/0/state',
    ]);
  });

  it('is told without repeating what was sent', async () => {
    assert.doesNotMatch(JSON.stringify(await faults({ title: 'secret\u0000' })), /secret/);
  });

  it('is named a hundred times at most', async () => {
    assert.equal(Object.keys(await faults({ milestones: Array.from({ length: 900 }, () => ({})) })).length, 100);
    const keys = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 1]));
    assert.equal(Object.keys(await faults(keys)).length, 100);
  });

  it('cannot be hidden in the prototype', async () => {
    const { ask } = backendOf({ 'contracts.create': () => contractOf() });
    const body = JSON.stringify(DRAFT).replace('{', '{"__proto__":{"paid":true},');
    assert.deepEqual((await ask('POST', '/v1/contracts', { body })).problem.errors, [
      { pointer: '/__proto__', code: 'unrecognized_keys' },
    ]);
  });
});

describe('a query', () => {
  const asked = () => {
    const queries: unknown[] = [];
    const { ask } = backendOf({
      'contracts.list': (query) => {
        queries.push(query);
        return { data: [], next: null };
      },
      'contracts.retrieve': () => contractOf(),
    });
    return { ask, queries };
  };

  it('is read as what its fields are: lists, numbers, texts', async () => {
    const { ask, queries } = asked();
    const { status } = await ask('GET', '/v1/contracts?status=active&status=draft&limit=5&search=007&turn=mine');
    assert.equal(status, 200);
    await ask('GET', '/v1/contracts?status=active');
    await ask('GET', '/v1/contracts');
    assert.deepEqual(queries, [
      { status: ['active', 'draft'], limit: 5, search: '007', turn: 'mine' },
      { status: ['active'] },
      {},
    ]);
  });

  it('is refused when it is not what was asked for', async () => {
    const { ask, queries } = asked();
    const wrong = ['limit=0', 'limit=101', 'limit=5.5', 'limit=1e1', 'limit=', 'limit=0x5', 'status=gone', 'turn=ours'];
    for (const query of [...wrong, 'limit=1&limit=2', 'search=a&search=b', 'pages=2', '__proto__=1', 'constructor=1']) {
      const { status, problem } = await ask('GET', `/v1/contracts?${query}`);
      assert.deepEqual([status, problem.code], [422, 'VALIDATION'], query);
      assert.equal(problem.errors?.[0]?.pointer.split('/')[1], query.split('=')[0], query);
    }
    assert.equal((await ask('GET', '/v1/contracts/ctr_1?expand=all')).status, 422);
    assert.deepEqual(queries, []);
  });
});

describe('the ids of an address', () => {
  it('reach the handler beside the body', async () => {
    const inputs: unknown[] = [];
    const { ask } = backendOf({
      'paymentRequests.create': (input) => {
        inputs.push(input);
        throw new Error('enough');
      },
    });
    await ask('POST', '/v1/contracts/ctr_1/milestones/ms_2/payment-requests', { body: { note: 'Done.' } });
    assert.deepEqual(inputs, [{ note: 'Done.', contractId: 'ctr_1', milestoneId: 'ms_2' }]);
  });

  it('are not to be said again in a body', async () => {
    const { ask } = backendOf({ 'contracts.cancel': () => contractOf() });
    const { status, problem } = await ask('POST', '/v1/contracts/ctr_1/cancel', { body: { contractId: 'ctr_2' } });
    assert.deepEqual([status, problem.errors], [422, [{ pointer: '/contractId', code: 'unrecognized_keys' }]]);
  });

  it('win over a body that says otherwise, where a schema would let it', async () => {
    const open = operation({
      name: 'test.open',
      method: 'POST',
      path: '/v1/contracts/:contractId/open',
      callers: ['hosted'],
      input: z.object({ contractId: z.optional(z.string()) }),
      errors: [],
    });
    const request = new Request('https://backend.example/v1/contracts/ctr_1/open', {
      method: 'POST',
      body: '{"contractId":"ctr_2"}',
      headers: { 'Content-Type': 'application/json' },
    });
    const { headers, signal } = request;
    const call: Call = { request, requestId: 'req_1', url: new URL(request.url), words: ['ctr_1'], headers, signal };
    const echo = (input: { contractId: string }) => input.contractId;
    // The name of a declared operation stands in: the route only passes it on.
    const route = routeOf('contracts.send', open, echo as (input: never) => unknown);
    assert.equal(await run(route, call, () => Promise.resolve({ kind: 'hosted' })), 'ctr_1');
  });
});
