import { expect, oneEvent } from '@open-wc/testing';
import { offline, press, type } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { has, says } from '../foundation/testing/suite.ts';
import type { World } from '../foundation/testing/world.ts';
import type { ContractReviewElement } from './contract-review.ts';
import { deafen, primary, side, table, until } from './testing/acts.ts';

const FUND = 'POST /v1/contracts/:id/fund';
const APPROVE = 'POST /v1/contracts/:id/milestones/:id/approve';
const usd = (amount: number) => ({ amount, currency: 'USD' });

async function failed(review: ContractReviewElement, button: string): Promise<void> {
  const error = oneEvent(review, 'handsel-error');
  press(review, button);
  await error;
  await review.updateComplete;
}

/** The page neither hears of anything nor can read: all it may ever learn is in the answers to what it sends. */
function seesNothing(sandbox: World): void {
  sandbox.failNext({ operation: 'contracts.retrieve', code: 'UNAVAILABLE', times: 1_000 });
  deafen(sandbox);
}

const valueOf = (review: ContractReviewElement, id: string) =>
  review.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value;

describe('The contract review, when something goes wrong', () => {
  it('pays once when it is pressed twice', async () => {
    const { review, network, contract } = await table('signed');
    const made = await review();
    await says(made, 'Pay $500.00 into escrow');
    const funded = oneEvent(made, 'handsel-contract-funded');
    press(made, 'Pay $500.00 into escrow');
    press(made, 'Pay $500.00 into escrow');
    await funded;
    await says(made, '$500.00 is in escrow');
    expect(network.lines.filter((line) => line === FUND)).to.have.length(1);
    expect((await contract()).figures.escrow).to.deep.equal(usd(50_000));
  });

  it('pays once when the answer is lost and the person presses again', async () => {
    const { review, network, sandbox } = await table('signed');
    const made = await review();
    await says(made, 'Pay $500.00 into escrow');
    seesNothing(sandbox);
    sandbox.loseNextAnswer({ operation: 'contracts.fund', times: 3 });
    await failed(made, 'Pay $500.00 into escrow');
    await says(made, 'No answer came. Your text is kept. Try again: nothing is sent twice.');
    await says(made, 'Pay $500.00 into escrow');
    await until(made, 'Pay $500.00 into escrow', 'handsel-contract-funded');
    await says(made, 'Robin works on it.');
    expect(made.contract?.figures.escrow).to.deep.equal(usd(50_000));
    expect(network.lines.filter((line) => line === FUND)).to.have.length(4);
    expect(network.keysOf(FUND)).to.have.length(1);
    expect(network.keysOf(FUND)).not.to.include(null);
    expect(sandbox.mails.filter(({ subject }) => subject.includes('is in escrow'))).to.have.length(1);
  });

  it('releases once when the answer is lost and the person presses again', async () => {
    const { review, network, sandbox } = await table('payment-requested');
    const made = await review();
    await says(made, 'Approve and release $500.00');
    seesNothing(sandbox);
    sandbox.loseNextAnswer({ operation: 'milestones.approve', times: 3 });
    await failed(made, 'Approve and release $500.00');
    await says(made, 'No answer came.');
    await says(made, 'Approve and release $500.00');
    await until(made, 'Approve and release $500.00', 'handsel-milestone-approved');
    await says(made, '$500.00 (Paid)');
    expect(made.contract?.figures.paid).to.deep.equal(usd(50_000));
    expect(network.lines.filter((line) => line === APPROVE)).to.have.length(4);
    expect(network.keysOf(APPROVE)).to.have.length(1);
    expect(network.keysOf(APPROVE)).not.to.include(null);
  });

  it('shows that the money has moved although its answer was lost', async () => {
    const { review, network, sandbox, contract } = await table('signed');
    const made = await review();
    await says(made, 'Pay $500.00 into escrow');
    sandbox.loseNextAnswer({ operation: 'contracts.fund', times: 3 });
    await failed(made, 'Pay $500.00 into escrow');
    await says(made, 'Robin works on it.');
    expect(side(made)).not.to.contain('No answer came');
    expect(network.keysOf(FUND)).to.have.length(1);
    expect((await contract()).figures.escrow).to.deep.equal(usd(50_000));
  });

  it('keeps what was typed while offline, sends nothing, and goes on when it is back', async () => {
    const { review, contract, sandbox } = await table('payment-requested');
    const made = await review();
    await says(made, 'Ask for changes');
    press(made, 'Ask for changes');
    await says(made, 'What should be different?');
    await type(made, 'note', 'The phone number is missing.');
    await offline(sandbox, async () => {
      await has(made, '[data-primary][aria-disabled="true"]');
      press(made, 'Send to Robin');
      await says(made, 'You are offline. Nothing was sent. Your text is kept.');
      expect(valueOf(made, 'note')).to.equal('The phone number is missing.');
      await isAccessible(made);
    });
    expect((await contract()).paymentRequest?.answer).to.equal(null);
    await has(made, '[data-primary][aria-disabled="false"]');
    await until(made, 'Send to Robin', 'handsel-changes-requested');
  });

  it('keeps what was typed when the session runs out, and goes on with the next press', async () => {
    const { review, sandbox } = await table('sent');
    const made = await review();
    await type(made, 'signature', 'Kim Arden');
    sandbox.failNext({ operation: 'contracts.accept', code: 'SESSION_EXPIRED' });
    await failed(made, 'Sign and accept');
    await says(made, 'You were signed out. Your text is kept. Sign in and try again.');
    expect(valueOf(made, 'signature')).to.equal('Kim Arden');
    await until(made, 'Sign and accept', 'handsel-contract-accepted');
  });

  it('keeps what was typed over a reload, and forgets it once it is sent', async () => {
    const { review, sandbox } = await table('sent');
    const made = await review();
    await type(made, 'signature', 'Kim Ard');
    made.remove();
    const again = await review();
    expect(valueOf(again, 'signature')).to.equal('Kim Ard');
    await type(again, 'signature', 'Kim Arden');
    await until(again, 'Sign and accept', 'handsel-contract-accepted');
    expect(Object.values({ ...localStorage }).join()).not.to.contain('Kim Arden');
    await sandbox.close();
  });

  it('says what failed on the other side, with a reference, and what did not happen to the money', async () => {
    const { review, sandbox, contract } = await table('payment-requested');
    const made = await review();
    await says(made, 'Approve and release $500.00');
    sandbox.failNext({ operation: 'milestones.approve', code: 'INTERNAL' });
    await failed(made, 'Approve and release $500.00');
    await says(made, 'Something failed on our side. Nothing was sent or charged.');
    expect((await contract()).figures.paid).to.deep.equal(usd(0));
    await isAccessible(made);
    await says(made, 'Approve and release $500.00');
    await until(made, 'Approve and release $500.00', 'handsel-milestone-approved');
    expect(side(made)).not.to.contain('Something failed');
  });

  it('releases nothing that was ended meanwhile', async () => {
    const { review, contract, kim, contractId } = await table('payment-requested');
    const made = await review();
    await says(made, 'Approve and release $500.00');
    const request = (await contract()).paymentRequest;
    if (!request) throw new Error('Nobody asks for payment.');
    await kim.paymentRequests.requestChanges(contractId, request.id, { note: 'In the other tab.' });
    await says(made, 'Robin works on what you asked for.');
    expect(primary(made)).to.equal('');
  });
});
