import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { stripeBench } from '../payments/testing/benches.ts';
import { asking, bearer, must } from '../testing/ask.ts';
import { stage } from './testing/stage.ts';

const PAY = 'Pay $500.00 into escrow';
const PAGE = 'https://checkout.stripe.example/c/pay/cs_1';

/** A client who has signed, on a backend whose payments go through Stripe. */
async function signed(t: TestContext) {
  const { provider, stripe, time } = stripeBench();
  const home = await stage(t, { payments: () => provider });
  const advance = async (hours: number) => {
    time.now = new Date(Date.parse(time.now) + hours * 3_600_000).toISOString();
    await home.advance(hours);
  };
  const id = await home.offer();
  await home.kim.open(`/review/${id}`);
  await home.kim.press('Sign and accept', { signature: 'Kim Arden' });
  const back = () => home.kim.open(stripe.sessions.all.at(-1)?.success_url.replace('http://backend.test', '') ?? '');
  return { ...home, stripe, advance, id, back };
}

describe('Paying on Stripe’s page, without any script', () => {
  it('a client sees no test cards, pays there, comes back, and the contract is funded', async (t) => {
    const { kim, stripe, back, id, robin, audit } = await signed(t);
    assert.match(kim.text, /You pay on Stripe’s secure page and come back here\./);
    assert.doesNotMatch(kim.text, /Test cards|Card that works|Allow scripts/);
    await kim.press(PAY);
    assert.match(kim.text, /Pay \$500\.00 on Stripe’s page/);
    assert.ok(kim.page.html.includes(`href="${PAGE}"`), kim.page.html);
    stripe.sessions.pay('cs_1');
    await back();
    assert.equal(kim.page.url.pathname, `/review/${id}`);
    assert.match(kim.text, /\$500\.00 is in escrow/);
    await robin.open(`/contracts/${id}`);
    assert.match(robin.text, /Send request for \$500\.00/);
    assert.deepEqual(await audit(), []);
  });

  it('a client who presses twice is led to one page', async (t) => {
    const { kim, stripe } = await signed(t);
    await kim.pressTwice(PAY);
    assert.ok(kim.page.html.includes(`href="${PAGE}"`));
    assert.equal(stripe.sessions.all.length, 1);
  });

  it('a client who comes back without paying can go on at once, on the same page', async (t) => {
    const { kim, stripe, back } = await signed(t);
    await kim.press(PAY);
    stripe.sessions.pay('cs_1', 'pm_card_chargeDeclined');
    await back();
    assert.ok(kim.page.html.includes(`href="${PAGE}"`));
    assert.match(kim.text, /it ends by itself after 30 minutes, and you can start again/);
    stripe.sessions.pay('cs_1');
    await back();
    assert.match(kim.text, /\$500\.00 is in escrow/);
  });

  it('a client who went away finds it ended, starts again, and pays once', async (t) => {
    const { kim, stripe, id, advance, mails, audit } = await signed(t);
    await kim.press(PAY);
    await advance(1);
    const letter = (await mails()).find(({ template }) => template === 'charge_failed');
    assert.match(letter?.text ?? '', /was not finished in time, so nothing was charged/);
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Nothing was charged\. The payment was not finished in time\. You can start again\./);
    await kim.press(PAY);
    stripe.sessions.pay('cs_2');
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /\$500\.00 is in escrow/);
    assert.equal(stripe.books.intents.length, 1);
    assert.deepEqual(await audit(), []);
  });

  it('a client who paid and closed the browser is charged, and the contract goes on by itself', async (t) => {
    const { kim, stripe, id, advance, robin } = await signed(t);
    await kim.press(PAY);
    stripe.sessions.pay('cs_1');
    await advance(1);
    await robin.open(`/contracts/${id}`);
    assert.match(robin.text, /Send request for \$500\.00/);
    assert.equal(stripe.books.intent('pi_1').status, 'succeeded');
  });

  it('a page whose answer was lost is found by looking again', async (t) => {
    const { kim, stripe } = await signed(t);
    stripe.loseNextAnswer();
    await kim.press(PAY);
    await kim.open(kim.page.url.href);
    assert.ok(kim.page.html.includes(`href="${PAGE}"`));
    assert.equal(stripe.sessions.all.length, 1);
  });

  it('a client agrees to a higher price, pays the difference there, and only then it changes', async (t) => {
    const { kim, stripe, id, back, robin, audit, advance, ...home } = await signed(t);
    await kim.press(PAY);
    stripe.sessions.pay('cs_1');
    await back();
    const ask = asking(home, bearer(robin.cookie('handsel') ?? ''));
    const contractId = `ctr_${id.slice(4)}` as const;
    const { milestones } = must(await ask('contracts.retrieve', { contractId }));
    const amount = { amount: 70_000, currency: 'USD' };
    const items = milestones.map((milestone) => ({ op: 'edit' as const, milestoneId: milestone.id, amount }));
    must(await ask('milestoneChanges.create', { contractId, items, note: 'Two more pages.' }));

    await kim.open(`/review/${id}`);
    assert.match(kim.text, /You pay on Stripe’s secure page and come back here\./);
    await kim.press('Agree and pay $200.00');
    assert.match(kim.text, /Pay \$200\.00 on Stripe’s page/);
    await advance(1);
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Robin proposes a change/);
    await kim.press('Agree and pay $200.00');
    stripe.sessions.pay('cs_3');
    await back();
    assert.match(kim.text, /\$700\.00 is in escrow/);
    assert.deepEqual(
      stripe.books.intents.map((intent) => [intent.amount, intent.status]),
      [
        [50_000, 'succeeded'],
        [20_000, 'succeeded'],
      ],
    );
    assert.deepEqual(await audit(), []);
  });
});
