import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { type Contract, type ContractDraft, type ContractEvent, Refusal } from '@handsel/protocol';
import { defineBackend, type Handlers, OPERATION_NAMES } from '@handsel/protocol/backend';
import { createClient } from './client.ts';
import { caught } from './testing/caught.ts';
import { type Fault, FaultyWay } from './testing/faults.ts';
import { contractOf, eventOf, summaryOf } from './testing/samples.ts';
import { ApiError } from './errors.ts';

// Pauses between attempts are as short as they can be.
mock.method(Math, 'random', () => 0);

const DRAFT: ContractDraft = {
  client: { email: 'kit@arden.example' },
  title: 'A logo',
  description: 'In three colours.',
  currency: 'USD',
  milestones: [{ title: 'All of it', amount: { amount: 50_000, currency: 'USD' } }],
};

/** A backend as somebody else would write it: a few handlers, and everything else is not there. */
function backendOf(handlers: Partial<Handlers>) {
  const nothing = () => {
    throw new Refusal('NOT_FOUND');
  };
  const rest = Object.fromEntries(OPERATION_NAMES.map((name) => [name, nothing])) as unknown as Handlers;
  let requests = 0;
  return defineBackend(
    { ...rest, ...handlers },
    {
      authenticate: () => Promise.resolve({ kind: 'hosted', role: 'freelancer' }),
      newRequestId: () => `req_${(requests += 1)}`,
      parseAnswers: true,
    },
  );
}

function arrange(handlers: Partial<Handlers>, faults: readonly Fault[] = []) {
  const way = new FaultyWay(backendOf(handlers), faults);
  return { way, client: createClient({ backend: way, session: 'st_1' }) };
}

describe('a client and a backend that were made from the same operations', () => {
  it('agree on what is written', async () => {
    const drafts: unknown[] = [];
    const { client } = arrange({
      'contracts.create': (draft) => {
        drafts.push(draft);
        return contractOf({ title: draft.title, status: 'draft', version: 1 });
      },
    });
    const contract = await client.contracts.create(DRAFT);
    assert.equal(contract.status, 'draft');
    assert.deepEqual(drafts, [DRAFT]);
  });

  it('agree on which fields are wrong', async () => {
    const { client, way } = arrange({});
    const milestones = [{ title: 'All of it', amount: { amount: 12.5, currency: 'USD' } }];
    const error = await caught(client.contracts.create({ ...DRAFT, title: '', milestones }));
    assert.ok(error instanceof ApiError);
    assert.deepEqual([error.code, error.status, error.requestId], ['VALIDATION', 422, 'req_1']);
    assert.deepEqual(
      new Set(error.errors.map(({ pointer }) => pointer)),
      new Set(['/title', '/milestones/0/amount/amount']),
    );
    assert.equal(way.sent.length, 1);
  });

  it('agree on queries and pages', async () => {
    const queries: unknown[] = [];
    const { client } = arrange({
      'contracts.list': (query) => {
        queries.push(query);
        return query.cursor ? { data: [summaryOf('ctr_2')], next: null } : { data: [summaryOf('ctr_1')], next: 'more' };
      },
    });
    const ids: string[] = [];
    const query = { status: ['active' as const], turn: 'mine' as const, search: 'a & b', limit: 1 };
    for await (const { id } of client.contracts.list(query)) ids.push(id);
    assert.deepEqual(ids, ['ctr_1', 'ctr_2']);
    assert.deepEqual(queries, [query, { ...query, cursor: 'more' }]);
  });

  it('agree on versions', async () => {
    let contract: Contract = contractOf({ status: 'draft', version: 5 });
    const { client } = arrange({
      'contracts.update': ({ title }, { ifMatch }) => {
        if (ifMatch !== contract.version) throw new Refusal('VERSION_CONFLICT');
        contract = { ...contract, title, version: contract.version + 1 };
        return contract;
      },
    });
    assert.equal((await client.contracts.update('ctr_1', DRAFT, { ifMatch: 5 })).version, 6);
    const error = await caught(client.contracts.update('ctr_1', DRAFT, { ifMatch: 5 }));
    assert.equal(error instanceof ApiError && error.code, 'VERSION_CONFLICT');
  });

  it('agree on what happened already', async () => {
    const done = new Map<string, Contract>();
    const { client, way } = arrange(
      {
        'contracts.withdraw': (_, { idempotencyKey = '', replayed }) => {
          const known = done.get(idempotencyKey);
          if (known) replayed();
          const contract = known ?? contractOf({ status: 'withdrawn', version: 6 + done.size });
          done.set(idempotencyKey, contract);
          return contract;
        },
      },
      ['lost answer', 'half an answer'],
    );
    assert.equal((await client.contracts.withdraw('ctr_1')).version, 6);
    assert.equal(way.sent.length, 3);
    assert.deepEqual([...done.keys()], [way.keys[0]]);
  });

  it('agree on nothing to say', async () => {
    const { client } = arrange({ 'contracts.discard': () => undefined });
    assert.equal(await client.contracts.discard('ctr_1'), undefined);
  });

  it('agree on a stream, and on where it goes on', async () => {
    const asked: (number | undefined)[] = [];
    async function* two(after: number): AsyncGenerator<ContractEvent> {
      yield eventOf(after + 1);
      yield eventOf(after + 2);
    }
    const { client } = arrange({
      'events.stream': (_, { lastEventId }) => {
        asked.push(lastEventId);
        return two(lastEventId ?? 0);
      },
    });
    const seqs: number[] = [];
    for await (const { seq } of client.events.stream('ctr_1', { after: 3 })) {
      seqs.push(seq);
      if (seqs.length === 5) break;
    }
    assert.deepEqual(seqs, [4, 5, 6, 7, 8]);
    assert.deepEqual(asked, [3, 5, 7]);
  });
});
