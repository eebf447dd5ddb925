import { createClient } from '@handsel/core';
import { expect } from '@open-wc/testing';
import { createSandbox } from './index.ts';

describe('a sandbox in a tab', () => {
  it('holds a whole backend, and pays after fourteen days of silence', async () => {
    const sandbox = await createSandbox();
    const id = await sandbox.create('payment-requested');
    const client = createClient({ backend: sandbox.backend, session: await sandbox.sessionFor('freelancer') });
    await sandbox.advance({ days: 14 });
    const { status, figures } = await client.contracts.retrieve(id);
    expect([status, figures.paid.amount]).to.deep.equal(['completed', 50_000]);
    await sandbox.close();
  });

  it('tells an open page live what the other side does', async () => {
    const sandbox = await createSandbox();
    const id = await sandbox.create('sent');
    const { backend } = sandbox;
    const freelancer = createClient({ backend, session: await sandbox.sessionFor('freelancer') });
    const client = createClient({ backend, session: await sandbox.sessionFor('client') });
    const store = freelancer.contract(id);
    const { promise: declined, resolve } = Promise.withResolvers<void>();
    const stop = store.subscribe(() => {
      if (store.snapshot.contract?.status === 'declined') resolve();
    });
    await client.contracts.decline(id, { reason: 'Not this year.' });
    await declined;
    stop();
    await sandbox.close();
  });

  it('opens the second and every further one in an instant', async () => {
    const first = await createSandbox();
    const began = performance.now();
    const twenty = await Promise.all(Array.from({ length: 20 }, (_, seed) => createSandbox({ seed })));
    expect((performance.now() - began) / twenty.length).to.be.lessThan(100);
    await Promise.all([first, ...twenty].map((sandbox) => sandbox.close()));
  });
});
