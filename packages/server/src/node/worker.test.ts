import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OutgoingMail } from '../mail/transport.ts';
import { Simulator } from '../payments/simulator.ts';
import { type TestApp, testApp } from '../testing/app.ts';
import { asking, must } from '../testing/ask.ts';
import { activate, both, DRAFT, firstMilestone } from '../testing/offer.ts';
import { startWorker } from './worker.ts';

describe('A worker', () => {
  it('mails a code to sign in with while the payment provider does not answer', async (t) => {
    const provider = { asked: Promise.withResolvers<void>(), answers: Promise.withResolvers<void>() };
    const code = Promise.withResolvers<void>();
    const mail = (sent: OutgoingMail) => {
      if (/code is/.test(sent.subject)) code.resolve();
      return Promise.resolve();
    };
    class Silent extends Simulator {
      override async transfer(order: Parameters<Simulator['transfer']>[0]) {
        provider.asked.resolve();
        await provider.answers.promise;
        return super.transfer(order);
      }
    }
    const app = await testApp({ mail, payments: (store) => new Silent({ store, publicUrl: 'http://backend.test' }) });
    await payOut(app);
    const worker = startWorker(app.app, () => undefined, mail);
    t.after(async () => {
      provider.answers.resolve();
      await worker.stop();
      await app.close();
    });
    await provider.asked.promise;
    must(await asking(app)('sessions.requestCode', { email: 'robin@vale.example' }));
    assert.equal(await soon(code.promise), 'done');
  });

  it('pays out while the mail server does not answer', async (t) => {
    const server = { asked: Promise.withResolvers<void>(), answers: Promise.withResolvers<void>() };
    const mail = () => {
      server.asked.resolve();
      return server.answers.promise;
    };
    const paid = Promise.withResolvers<void>();
    class Telling extends Simulator {
      override async transfer(order: Parameters<Simulator['transfer']>[0]) {
        paid.resolve();
        return super.transfer(order);
      }
    }
    const app = await testApp({ mail, payments: (store) => new Telling({ store, publicUrl: 'http://backend.test' }) });
    const worker = startWorker(app.app, () => undefined, mail);
    t.after(async () => {
      server.answers.resolve();
      await worker.stop();
      await app.close();
    });
    must(await asking(app)('sessions.requestCode', { email: 'robin@vale.example' }));
    await server.asked.promise;
    await payOut(app);
    assert.equal(await soon(paid.promise), 'done');
  });
});

/** Lets a contract come so far that a freelancer's money is to leave. */
async function payOut(app: TestApp): Promise<void> {
  const { robin, kim } = await both(app);
  const contractId = await activate({ robin, kim });
  const milestoneId = await firstMilestone({ robin }, contractId);
  const amount = { amount: 500_00, currency: DRAFT.currency };
  const command = { contractId, milestoneId, amount };
  const { consentToken } = must(await kim('previews.create', { ...command, command: 'milestones.approve' }));
  must(await kim('milestones.approve', { ...command, consentToken }));
}

/** Whether something happens, or is held up. */
function soon(happening: Promise<void>): Promise<unknown> {
  return Promise.race([happening.then(() => 'done'), new Promise((resolve) => setTimeout(resolve, 3_000, 'held up'))]);
}
