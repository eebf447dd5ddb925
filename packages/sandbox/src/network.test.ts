import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Client, type ContractId, createClient } from '@handsel/core';
import { createSandbox, type Sandbox } from './index.ts';
import { codeOf, people } from './testing/people.ts';

describe('the network of a sandbox', () => {
  let sandbox: Sandbox;
  let freelancer: Client;
  let id: ContractId;

  beforeEach(async () => {
    sandbox = await createSandbox();
    ({ freelancer } = await people(sandbox));
    id = await sandbox.create('active');
  });
  afterEach(() => sandbox.close());

  const ask = async () => {
    const { milestones } = await freelancer.contracts.retrieve(id);
    return freelancer.paymentRequests.create(id, milestones[0]?.id ?? 'ms_none', { note: 'Done.' });
  };
  const asked = async () => {
    const events = await freelancer.events.list(id);
    return events.data.filter(({ type }) => type === 'milestone.submitted').length;
  };

  it('refuses the next request, and then no more', async () => {
    sandbox.failNext();
    assert.equal(await codeOf(freelancer.contracts.retrieve(id)), 'INTERNAL');
    assert.equal((await freelancer.contracts.retrieve(id)).id, id);
  });

  it('refuses with the status or the code that is wanted, and says so as a backend does', async () => {
    const answers = [];
    for (const wanted of [{ status: 403 }, { code: 'SESSION_EXPIRED' }, { status: 418 }] as const) {
      sandbox.failNext(wanted);
      const answer = await sandbox.fetch(new Request('https://backend.invalid/v1/contracts'));
      const { status, code } = (await answer.json()) as { status: number; code: string };
      answers.push([answer.status, status, code, answer.headers.get('content-type')]);
    }
    assert.deepEqual(answers, [
      [403, 403, 'CALLER_NOT_ALLOWED', 'application/problem+json'],
      [401, 401, 'SESSION_EXPIRED', 'application/problem+json'],
      [418, 418, 'INTERNAL', 'application/problem+json'],
    ]);
  });

  it('refuses only what is meant, as often as is meant', async () => {
    sandbox.failNext({ operation: 'paymentRequests.create', code: 'NOT_ACTIVE', times: 2 });
    sandbox.failNext({ path: '/v1/contracts', status: 500 });
    assert.equal((await freelancer.contracts.retrieve(id)).id, id);
    assert.deepEqual(
      [await codeOf(ask()), await codeOf(ask()), await codeOf(ask())],
      ['NOT_ACTIVE', 'NOT_ACTIVE', 'not refused'],
    );
    assert.deepEqual(
      [await codeOf(freelancer.contracts.list()), await codeOf(freelancer.contracts.list())],
      ['INTERNAL', 'not refused'],
    );
  });

  it('loses an answer: the client asks again by itself, and it has happened once', async () => {
    sandbox.loseNextAnswer({ operation: 'paymentRequests.create' });
    const request = await ask();
    assert.equal(request.state, 'sent');
    assert.equal(await asked(), 1);
    assert.equal(
      sandbox.mails.filter(({ to, text }) => to === 'kim@arden.example' && text.includes('Done.')).length,
      1,
    );
  });

  it('loses every answer: the client gives up, though it has happened', async () => {
    sandbox.loseNextAnswer({ operation: 'paymentRequests.create', times: 3 });
    assert.equal(await codeOf(ask()), 'NO_ANSWER');
    assert.equal(await asked(), 1);
  });

  it('drops a request before it arrives: nothing has happened until the client asks again', async () => {
    sandbox.dropNextRequest({ operation: 'paymentRequests.create', times: 3 });
    assert.equal(await codeOf(ask()), 'NO_ANSWER');
    assert.equal(await asked(), 0);
    await ask();
    assert.equal(await asked(), 1);
  });

  it('is down until it is up again', async () => {
    sandbox.goOffline();
    assert.equal(await codeOf(freelancer.contracts.list()), 'NO_ANSWER');
    sandbox.goOnline();
    assert.equal(await codeOf(freelancer.contracts.list()), 'not refused');
  });

  it('takes its time in earnest, and gives up when it is told to', async () => {
    sandbox.latency = 30;
    const began = performance.now();
    await freelancer.contracts.list();
    assert.ok(performance.now() - began >= 29);
    sandbox.latency = 60_000;
    const impatient = freelancer.contracts.list({}, { signal: AbortSignal.timeout(20) });
    assert.equal(await codeOf(impatient), 'ABORTED');
  });
});

describe('live events of a sandbox', () => {
  it('arrive as they happen, and go on without a gap after the line was cut', async () => {
    const sandbox = await createSandbox();
    const { client } = await people(sandbox);
    let lines = 0;
    const counted = (request: Request) => {
      if (request.url.includes('/events/stream')) lines += 1;
      return sandbox.fetch(request);
    };
    const freelancer = createClient({
      backend: { fetch: counted },
      session: await sandbox.sessionFor('freelancer'),
    });
    const id = await sandbox.create('sent');
    const { terms, seq } = await client.contracts.retrieve(id);
    const stop = new AbortController();
    const events = freelancer.events.stream(id, { after: seq }, { signal: stop.signal });
    const next = events.next();
    await client.contracts.accept(id, { termsHash: terms.hash, signature: 'Kim Arden' });
    assert.equal((await next).value?.type, 'contract.accepted');
    const afterwards = events.next();
    sandbox.goOffline();
    sandbox.goOnline();
    await client.contracts.cancel(id);
    const heard = (await afterwards).value;
    assert.deepEqual([heard?.type, heard?.seq], ['contract.cancelled', seq + 2]);
    assert.equal(lines, 2);
    stop.abort();
    await events.return();
    await sandbox.close();
  });
});
