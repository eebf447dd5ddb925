import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { Contract, fits } from '@handsel/protocol';
import { ORIGIN, testApp, type TestAppOptions } from '../../testing/app.ts';
import { Visitor } from './visitor.ts';

/** What a sent contract is about. */
export interface Offer {
  readonly title?: string;
  readonly description?: string;
  readonly amount?: string;
  readonly offerEndsOn?: string;
}

/** A backend with its freelancer and a client, both without scripts; it is closed when the test is over. */
export async function stage(t: TestContext, options: TestAppOptions = {}) {
  const home = await testApp(options);
  t.after(() => home.close());
  const { backend } = home;
  const robin = new Visitor(backend, await home.sessionFor('freelancer'));
  const kim = new Visitor(backend, await home.sessionFor('client'));
  const mail = async (subject: RegExp) => {
    const found = (await home.mails()).findLast((one) => subject.test(one.subject));
    assert.ok(found, `No mail says ${String(subject)}.`);
    return found;
  };
  return {
    ...home,
    robin,
    kim,
    stranger: (session?: string) => new Visitor(backend, session),
    /** The newest mail with such a subject. */
    mail,
    /** The six digits of the newest mail that has some. */
    code: async () => /\d{3} \d{3}/.exec((await mail(/Your code is/)).subject)?.[0] ?? '',
    /** Where the newest invitation leads. */
    invitation: async () => /http\S+\/invitation\S+/.exec((await mail(/offers you a contract/)).text)?.[0] ?? '',
    /** Writes and sends a contract by plain forms. Answers its id. */
    offer: (offer: Offer = {}) => sendOffer(robin, offer),
    /** Sends a contract of several milestones, which plain forms do not write. */
    offerInSteps: (steps: readonly (readonly [title: string, amount: number])[]) => sendSteps(robin, backend, steps),
    /** A contract that is signed and paid for, and open before both. Answers its id. */
    active: () => startWork(robin, kim),
    /** One whose freelancer has asked for the money, open before both. Answers its id. */
    asked: () => askForPayment(robin, kim),
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

async function startWork(robin: Visitor, kim: Visitor): Promise<string> {
  const id = await sendOffer(robin, {});
  await fundAsClient(kim, id);
  await robin.open(`/contracts/${id}`);
  return id;
}

async function askForPayment(robin: Visitor, kim: Visitor): Promise<string> {
  const id = await startWork(robin, kim);
  await robin.press('Send request for $500.00');
  await kim.open(`/review/${id}`);
  return id;
}

/** Signs and funds, as the client who has the contract open. */
export async function fundAsClient(kim: Visitor, id: string, card = 'pm_sim_success_visa'): Promise<void> {
  await kim.open(`/review/${id}`);
  await kim.press('Sign and accept', { signature: 'Kim Arden' });
  await kim.press('Pay $500.00 into escrow', { card });
}
