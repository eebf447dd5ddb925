import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Context, Handlers } from '../backend.ts';
import { Refusal } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { OPERATION_NAMES, OPERATIONS } from '../operations/table.ts';
import { addressOf, type Asking, backendOf, KEY } from '../testing/asked.ts';
import { contractOf } from '../testing/samples.ts';

const client = { kind: 'hosted', role: 'client' } as const;
const ACCEPT = { termsHash: 'a'.repeat(64), signature: 'Kit Arden' };
const DRAFT = { client: { email: 'kit@arden.example' }, title: 'A', description: '', currency: 'USD', milestones: [] };

/** Asks one operation, and tells what its handler knew. */
function watched<N extends keyof Handlers>(name: N, caller?: typeof client) {
  const contexts: Context[] = [];
  const handler = (_: unknown, context: Context) => {
    contexts.push(context);
    return contractOf();
  };
  const { ask } = backendOf({ [name]: handler }, caller ? { caller } : {});
  return { ask, contexts };
}

describe('an idempotency key', () => {
  it('is demanded of every command that moves money, before anything is done', async () => {
    const moving = OPERATION_NAMES.filter((name) => (OPERATIONS[name] as Operation).money);
    assert.ok(moving.length >= 6);
    for (const name of moving) {
      const operation: Operation = OPERATIONS[name];
      const { method, roles } = operation;
      const { ask } = backendOf({}, { caller: { kind: 'hosted', role: roles?.[0] ?? 'client' } });
      const address = addressOf(operation);
      const { status, problem } = await ask(method, address, { body: {} });
      assert.deepEqual([status, problem.code], [400, 'IDEMPOTENCY_KEY_REQUIRED'], name);
      assert.equal((await ask(method, address, { body: {}, headers: KEY })).status, 422, name);
    }
  });

  it('has 16 to 255 characters of ASCII, also where it may be left out', async () => {
    const { ask } = watched('contracts.accept', client);
    const accept = async (key: string) =>
      (await ask('POST', '/v1/contracts/ctr_1/accept', { body: ACCEPT, headers: { 'Idempotency-Key': key } })).status;
    for (const key of ['a'.repeat(16), 'a'.repeat(255), '0190c5a0-7e1b-7cde-8f00-000000000001'])
      assert.equal(await accept(key), 200);
    for (const key of ['a'.repeat(15), 'a'.repeat(256), `${'a'.repeat(20)}é`, ''])
      assert.equal(await accept(key), 400, key);
    const { ask: askOther } = watched('contracts.withdraw');
    assert.equal(
      (await askOther('POST', '/v1/contracts/ctr_1/withdraw', { headers: { 'Idempotency-Key': 'short' } })).status,
      400,
    );
    assert.equal((await askOther('POST', '/v1/contracts/ctr_1/withdraw')).status, 200);
  });

  it('reaches the handler of a write, and means nothing to a read', async () => {
    const write = watched('contracts.accept', client);
    await write.ask('POST', '/v1/contracts/ctr_1/accept', { body: ACCEPT, headers: KEY });
    assert.equal(write.contexts[0]?.idempotencyKey, KEY['Idempotency-Key']);
    const read = watched('contracts.retrieve');
    await read.ask('GET', '/v1/contracts/ctr_1', { headers: { 'Idempotency-Key': 'x' } });
    assert.equal(read.contexts[0]?.idempotencyKey, undefined);
  });

  it('comes with a print of the command that tells it from any other', async () => {
    const { ask, contexts } = watched('contracts.decline', client);
    const [text, reordered] = ['{"reason":"a"}', ' { "reason" : "a" } '];
    await ask('POST', '/v1/contracts/ctr_1/decline', { body: text });
    await ask('POST', '/v1/contracts/ctr_1/decline', { body: reordered });
    await ask('POST', '/v1/contracts/ctr_1/decline', { body: { reason: 'b' } });
    await ask('POST', '/v1/contracts/ctr_2/decline', { body: text });
    const prints = await Promise.all(contexts.map(({ fingerprint }) => fingerprint()));
    assert.equal(prints[0], prints[1]);
    assert.equal(new Set(prints).size, 3);
    assert.match(String(prints[0]), /^[0-9a-f]{64}$/);
  });

  it('that was answered before is said to be so', async () => {
    const { ask } = backendOf({
      'contracts.withdraw': (_, context) => {
        context.replayed();
        return contractOf();
      },
    });
    const { headers } = await ask('POST', '/v1/contracts/ctr_1/withdraw', { headers: KEY });
    assert.equal(headers.get('idempotent-replayed'), 'true');
  });
});

describe('the version that was read', () => {
  const update = (headers: Asking['headers']) => {
    const { ask, contexts } = watched('contracts.update');
    return ask('PATCH', '/v1/contracts/ctr_1', { body: DRAFT, ...(headers && { headers }) }).then((answer) => ({
      ...answer,
      version: contexts[0]?.ifMatch,
    }));
  };

  it('is demanded where somebody else may have changed the draft', async () => {
    for (const headers of [{}, { 'If-Match': '*' }]) {
      const { status, problem } = await update(headers);
      assert.deepEqual([status, problem.code], [428, 'PRECONDITION_REQUIRED']);
    }
  });

  it('is taken as an ETag, weak or strong, and as a bare number', async () => {
    for (const tag of ['"7"', 'W/"7"', '7']) {
      const { status, version } = await update({ 'If-Match': tag });
      assert.deepEqual([status, version], [200, 7], tag);
    }
    for (const tag of ['"a"', '"1", "2"', '-1', '"1.5"', '9'.repeat(16)]) {
      const { status, problem } = await update({ 'If-Match': tag });
      assert.deepEqual([status, problem.code], [400, 'MALFORMED'], tag);
    }
  });

  it('is in the way when it is not the newest', async () => {
    const { ask } = backendOf({
      'contracts.update': (_, { ifMatch }) => {
        if (ifMatch !== 8) throw new Refusal('VERSION_CONFLICT');
        return contractOf({ version: 9 });
      },
    });
    const stale = await ask('PATCH', '/v1/contracts/ctr_1', { body: DRAFT, headers: { 'If-Match': '"7"' } });
    assert.deepEqual([stale.status, stale.problem.code], [412, 'VERSION_CONFLICT']);
    const fresh = await ask('PATCH', '/v1/contracts/ctr_1', { body: DRAFT, headers: { 'If-Match': '"8"' } });
    assert.deepEqual([fresh.status, fresh.headers.get('etag')], [200, '"9"']);
  });
});

describe('an ETag', () => {
  const { ask } = backendOf({
    'contracts.retrieve': () => contractOf({ version: 5 }),
    'contracts.withdraw': () => contractOf({ version: 5 }),
  });
  const get = (known: string) => ask('GET', '/v1/contracts/ctr_1', { headers: { 'If-None-Match': known } });

  it('spares the body of what the caller has already', async () => {
    assert.equal((await ask('GET', '/v1/contracts/ctr_1')).headers.get('etag'), '"5"');
    for (const known of ['"5"', 'W/"5"', '"3", "5"', '*']) {
      const { status, text, headers } = await get(known);
      assert.deepEqual([status, text, headers.get('etag')], [304, '', '"5"'], known);
    }
    for (const known of ['"4"', '5', '"55"', '']) assert.equal((await get(known)).status, 200, known);
  });

  it('spares nothing where something was done', async () => {
    const { status } = await ask('POST', '/v1/contracts/ctr_1/withdraw', { headers: { 'If-None-Match': '"5"' } });
    assert.equal(status, 200);
  });
});
