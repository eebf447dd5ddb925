import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineBackend, type Handlers, OPERATION_NAMES, OPERATIONS } from './backend.ts';
import { backendOf } from './testing/asked.ts';
import { contractOf, sessionOf } from './testing/samples.ts';

const retrieve = { 'contracts.retrieve': () => contractOf() };

describe('an address', () => {
  it('that is none is not found, whoever asks', async () => {
    const { ask } = backendOf(retrieve, { authenticate: () => Promise.reject(new Error('not even asked')) });
    for (const path of [
      '/',
      '/v1',
      '/v2/contracts',
      '/v1/contracts/ctr_1/nothing',
      '/v1//contracts',
      '/V1/contracts',
    ]) {
      const { status, problem } = await ask('GET', path);
      assert.deepEqual([status, problem.code], [404, 'NOT_FOUND'], path);
    }
  });

  it('with an id that is none is not found', async () => {
    const { ask } = backendOf(retrieve);
    for (const id of ['ms_1', 'ctr_', '..%2f..', 'ctr_1%00', '%E0%A4%A', 'ctr_1%2Fsend', `ctr_${'a'.repeat(65)}`, '']) {
      const { status, problem } = await ask('GET', `/v1/contracts/${id}`);
      assert.deepEqual([status, problem.code], [404, 'NOT_FOUND'], id);
    }
    assert.equal((await ask('GET', '/v1/contracts/%63tr_1')).status, 200);
  });

  it('says which methods it knows', async () => {
    const { ask } = backendOf(retrieve);
    const wrong = await ask('PUT', '/v1/contracts/ctr_1', { body: {} });
    assert.deepEqual([wrong.status, wrong.problem.code], [405, 'METHOD_NOT_ALLOWED']);
    assert.equal(wrong.headers.get('allow'), 'DELETE, GET, HEAD, PATCH');
    assert.equal((await ask('GET', '/v1/contracts/ctr_1/send')).headers.get('allow'), 'POST');
    assert.equal((await ask('OPTIONS', '/v1/contracts')).status, 405);
  });

  it('answers HEAD as GET, but without the body', async () => {
    const { ask } = backendOf(retrieve);
    const [head, get] = [await ask('HEAD', '/v1/contracts/ctr_1'), await ask('GET', '/v1/contracts/ctr_1')];
    assert.deepEqual([head.status, head.text], [200, '']);
    for (const name of ['etag', 'content-type', 'cache-control']) {
      assert.equal(head.headers.get(name), get.headers.get(name), name);
    }
    assert.notEqual(head.headers.get('etag'), null);
    assert.deepEqual(
      [(await ask('HEAD', '/v1/contracts/ms_1')).status, (await ask('HEAD', '/v1/sessions')).status],
      [404, 405],
    );
  });
});

describe('every answer', () => {
  it('names its request, and is kept by nobody on the way', async () => {
    const { ask } = backendOf(retrieve);
    const answers = [
      await ask('GET', '/v1/contracts/ctr_1'),
      await ask('GET', '/no'),
      await ask('PUT', '/v1/contracts'),
    ];
    assert.deepEqual(
      answers.map(({ headers }) => headers.get('request-id')),
      ['req_1', 'req_2', 'req_3'],
    );
    assert.equal(answers[1]?.problem.instance, 'req_2');
    for (const { headers } of answers) {
      assert.deepEqual([headers.get('cache-control'), headers.get('x-content-type-options')], ['no-store', 'nosniff']);
    }
  });

  it('has the status of its operation', async () => {
    const { ask } = backendOf({
      'contracts.create': () => contractOf(),
      'contracts.discard': () => undefined,
      'sessions.requestCode': () => ({ expiresAt: '2026-11-23T14:20:00.000Z' }),
      'sessions.retrieve': () => sessionOf(),
      'contracts.list': () => ({ data: [], next: 'more' }),
    });
    const draft = {
      client: { email: 'kit@arden.example' },
      title: 'A',
      description: '',
      currency: 'USD',
      milestones: [],
    };
    assert.equal((await ask('POST', '/v1/contracts', { body: draft })).status, 201);
    assert.equal((await ask('POST', '/v1/sessions/code', { body: { email: 'kit@arden.example' } })).status, 202);
    assert.equal((await ask('GET', '/v1/session')).status, 200);
    const gone = await ask('DELETE', '/v1/contracts/ctr_1');
    assert.deepEqual([gone.status, gone.text, gone.headers.get('content-type')], [204, '', null]);
    const page = await ask('GET', '/v1/contracts');
    assert.deepEqual([page.status, page.text, page.headers.get('etag')], [200, '{"data":[],"next":"more"}', null]);
  });
});

describe('a backend', () => {
  it('is not made with a handler missing', () => {
    const all = Object.fromEntries(OPERATION_NAMES.map((name) => [name, () => undefined])) as unknown as Handlers;
    const { 'contracts.send': left, ...rest } = all;
    assert.equal(typeof left, 'function');
    const options = { authenticate: () => Promise.resolve({ kind: 'none' } as const), newRequestId: () => 'req_1' };
    // @ts-expect-error -- every operation needs its handler
    assert.throws(() => defineBackend(rest, options), /no handler for "contracts\.send"/);
    assert.doesNotThrow(() => defineBackend(all, options));
  });

  it('has a handler for every operation, and lets it know which one it is', async () => {
    const named: string[] = [];
    const all = Object.fromEntries(
      OPERATION_NAMES.map((name) => [
        name,
        (_: unknown, context: { operation: string }) => void named.push(context.operation),
      ]),
    ) as unknown as Handlers;
    const { ask } = backendOf(all, { caller: { kind: 'hosted', role: 'freelancer' } });
    for (const name of ['contracts.retrieve', 'contracts.withdraw', 'sessions.delete'] as const) {
      const { method, path } = OPERATIONS[name];
      await ask(method, path.replace(':contractId', 'ctr_1'));
    }
    assert.deepEqual(named, ['contracts.retrieve', 'contracts.withdraw', 'sessions.delete']);
  });
});
