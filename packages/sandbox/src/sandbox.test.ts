import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient } from '@handsel/core';
import { createSandbox, type Sandbox } from './index.ts';
import { codeOf, people } from './testing/people.ts';

const titles = async (sandbox: Sandbox) => {
  const { freelancer } = await people(sandbox);
  return (await freelancer.contracts.list()).data.map(({ title }) => title);
};

describe('a sandbox', () => {
  it('knows nothing of another one', async () => {
    const [one, other] = await Promise.all([createSandbox({ seed: 1 }), createSandbox({ seed: 2 })]);
    const id = await one.create('sent');
    await other.advance({ days: 1 });
    assert.deepEqual(await titles(one), ['Website redesign']);
    assert.deepEqual(await titles(other), []);
    assert.equal(one.now, '2026-11-23T14:20:00.000Z');
    assert.equal(other.mails.length, 0);
    const stranger = createClient({ backend: other.backend, session: await one.sessionFor('freelancer') });
    assert.equal(await codeOf(stranger.contracts.retrieve(id)), 'UNAUTHENTICATED');
    await Promise.all([one.close(), other.close()]);
  });

  it('repeats itself from the same seed, and only from the same', async () => {
    const made = async (seed: string) => {
      const sandbox = await createSandbox({ seed });
      const facts = [await sandbox.create('partly-paid'), sandbox.publishableKey, sandbox.secretKey];
      const { freelancer } = await people(sandbox);
      const contract = await freelancer.contracts.retrieve(facts[0] as `ctr_${string}`);
      const mails = sandbox.mails;
      await sandbox.close();
      return JSON.stringify([facts, contract, mails]);
    };
    const first = await made('one');
    assert.equal(await made('one'), first);
    assert.notEqual(await made('two'), first);
  });

  it('keeps every mail, newest last, as the other side reads it', async () => {
    const sandbox = await createSandbox();
    await sandbox.create('payment-requested');
    const [offer, ...later] = sandbox.mails;
    assert.deepEqual([offer?.to, offer?.at], ['kim@arden.example', sandbox.now]);
    assert.match(offer?.text ?? '', /Website redesign/);
    assert.match(offer?.html ?? '', /^<!doctype html>/i);
    assert.ok(later.some(({ to }) => to === 'robin@vale.example'));
    await sandbox.close();
  });

  it('lets a hosted session move money, and an embedded one not', async () => {
    const sandbox = await createSandbox();
    const contractId = await sandbox.create('signed');
    const preview = async (kind: 'hosted' | 'trusted' | 'embedded') => {
      const session = await sandbox.sessionFor('client', { kind, contractId });
      const client = createClient({ backend: sandbox.backend, session });
      return codeOf(client.previews.create(contractId, { command: 'contracts.fund', scope: 'next' }));
    };
    assert.deepEqual(
      [await preview('hosted'), await preview('trusted'), await preview('embedded')],
      ['not refused', 'not refused', 'CALLER_NOT_ALLOWED'],
    );
    await sandbox.close();
  });

  it('mints sessions for the integrator’s server with the secret key', async () => {
    const sandbox = await createSandbox();
    const contractId = await sandbox.create('sent');
    const server = createClient({ backend: sandbox.backend, key: sandbox.secretKey });
    const session = await server.sessions.mint({ role: 'client', contractId });
    assert.equal(session.party.email, 'kim@arden.example');
    await sandbox.close();
  });

  it('shows a visitor of a public page whose it is', async () => {
    const sandbox = await createSandbox({ freelancer: { name: 'Ines Okoro', currency: 'EUR' } });
    const visitor = createClient({ backend: sandbox.backend, key: sandbox.publishableKey });
    const { name, currency, simulated } = await visitor.profile.retrieve();
    assert.deepEqual({ name, currency, simulated }, { name: 'Ines Okoro', currency: 'EUR', simulated: true });
    await sandbox.close();
  });

  it('holds every answer against its schema: half a day of review does not get out', async () => {
    const logged: string[] = [];
    const sandbox = await createSandbox({ policy: { reviewDays: 1.5 }, log: (_, message) => logged.push(message) });
    const visitor = createClient({ backend: sandbox.backend, key: sandbox.publishableKey });
    assert.equal(await codeOf(visitor.profile.retrieve()), 'INTERNAL');
    assert.deepEqual(logged, ['a handler failed']);
    await sandbox.close();
  });

  it('answers nothing once it is closed', async () => {
    const sandbox = await createSandbox();
    const { freelancer } = await people(sandbox);
    await sandbox.close();
    assert.equal(await codeOf(freelancer.contracts.list()), 'NO_ANSWER');
  });
});
