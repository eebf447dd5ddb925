import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { Contract, fits } from '@handsel/protocol';
import { ORIGIN, testApp, type TestAppOptions } from '../../testing/app.ts';
import { Visitor } from './visitor.ts';

/** A backend with its freelancer and a client, both without scripts. */
export type Stage = Awaited<ReturnType<typeof stage>>;

/** What a sent contract is about. */
export interface Offer {
  readonly title?: string;
  readonly description?: string;
  readonly amount?: string;
  readonly offerEndsOn?: string;
}

/** Sets the stage; it is cleared when the test is over. */
export async function stage(t: TestContext, options: TestAppOptions = {}) {
  const home = await testApp(options);
  t.after(() => home.close());
  const { backend } = home;
  const robin = new Visitor(backend, await home.sessionFor('freelancer'));
  const kim = new Visitor(backend, await home.sessionFor('client'));
  return {
    ...home,
    robin,
    kim,
    stranger: (session?: string) => new Visitor(backend, session),
    /** The newest mail with such a subject. */
    mail: async (subject: RegExp) => {
      const found = (await home.mails()).findLast((mail) => subject.test(mail.subject));
      assert.ok(found, `No mail says ${String(subject)}.`);
      return found;
    },
    /** Writes and sends a contract by plain forms. Answers its id. */
    offer: (offer: Offer = {}) => sendOffer(robin, offer),
    /** Sends a contract of several milestones, which plain forms do not write. */
    offerInSteps: (steps: readonly (readonly [title: string, amount: number])[]) => sendSteps(robin, backend, steps),
  };
}

async function sendOffer(robin: Visitor, offer: Offer): Promise<string> {
  const usual = { email: 'kim@arden.example', title: 'Website redesign', description: 'Five pages.', amount: '500' };
  await robin.open('/contracts/new');
  await robin.press('Save and review', { ...usual, ...offer });
  await robin.press('Sign and send', { signature: 'Robin Vale' });
  return robin.page.url.pathname.slice('/contracts/'.length);
}

async function sendSteps(
  robin: Visitor,
  { fetch }: { readonly fetch: (request: Request) => Promise<Response> },
  steps: readonly (readonly [title: string, amount: number])[],
): Promise<string> {
  const draft = {
    client: { email: 'kim@arden.example' },
    title: 'Website redesign',
    description: 'Five pages.',
    currency: 'USD',
    milestones: steps.map(([title, amount]) => ({ title, amount: { amount, currency: 'USD' } })),
  };
  const headers = { authorization: `Bearer ${robin.cookie('handsel') ?? ''}`, 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(draft) };
  const answer: unknown = await (await fetch(new Request(`${ORIGIN}/v1/contracts`, request))).json();
  assert.ok(fits(Contract, answer));
  await robin.open(`/contracts/${answer.id}`);
  await robin.press('Sign and send', { signature: 'Robin Vale' });
  return answer.id;
}

/** Signs and funds, as the client who has the contract open. */
export async function fundAsClient(kim: Visitor, id: string, card = 'pm_sim_success_visa'): Promise<void> {
  await kim.open(`/review/${id}`);
  await kim.press('Sign and accept', { signature: 'Kim Arden' });
  await kim.press('Pay $500.00 into escrow', { card });
}
