import { expect, oneEvent } from '@open-wc/testing';
import { focused, press, type } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { says, textOf } from '../foundation/testing/suite.ts';
import { answerBank, choose, deafen, ledger, place, primary, side, table, until } from './testing/acts.ts';

const FUND = 'POST /v1/contracts/:id/fund';
const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('Paying into escrow', () => {
  it('says what the money is for, then the exact figures, then pays exactly those', async () => {
    const { review, contract, network } = await table('signed', { policy: { fees: { clientBps: 300 } } });
    const made = await review();
    await says(made, 'You pay today');
    expect(side(made)).to.contain(
      'Robin can start once this is paid. Robin gets the money only when you approve the work.',
    );
    expect(ledger(made)).to.deep.equal([
      ['Milestone 1', '$500.00'],
      ['Service fee, 3 %', '$15.00'],
      ['You pay today', '$515.00'],
    ]);
    expect(primary(made)).to.equal('Pay $515.00 into escrow');
    await isAccessible(made);
    const funded = await until(made, 'Pay $515.00 into escrow', 'handsel-contract-funded');
    expect(funded.detail.contract.status).to.equal('active');
    await says(made, '$500.00 is in escrow. Robin has been told and can start.');
    expect(focused()).to.equal('$500.00 is in escrow');
    expect((await contract()).figures.escrow).to.deep.equal(usd(50_000));
    expect(network.lines.filter((line) => line === FUND)).to.have.length(1);
    await isAccessible(made);
  });

  it('funds the next milestone alone, and says that the others are not charged', async () => {
    const { review, contract } = await table('partly-paid');
    const made = await review();
    await says(made, 'Pay $1,200.00 into escrow');
    expect(side(made)).to.contain('Website is next. Robin can start on it once this is paid');
    await until(made, 'Pay $1,200.00 into escrow', 'handsel-contract-funded');
    expect((await contract()).figures.escrow).to.deep.equal(usd(120_000));
  });

  it('funds one milestone or all of them, with the figures of the choice', async () => {
    const { review, contract, sandbox, contractId } = await table('draft');
    const { version, terms, client } = await sandbox.client.contracts.retrieve(contractId);
    const draft = {
      title: 'Brand and website',
      description: 'A mark, then pages.',
      currency: 'USD',
      client: { name: 'Kim Arden', email: client.email ?? '' },
      milestones: [1, 2, 3].map((number) => ({ title: `Part ${number}`, amount: usd(number * 10_000) })),
    };
    expect(terms.version).to.equal(1);
    const { terms: written } = await sandbox.client.contracts.update(contractId, draft, { ifMatch: version });
    await sandbox.client.contracts.send(contractId, { termsHash: written.hash, signature: 'Robin Vale' });
    const kim = await review();
    await says(kim, 'Sign and accept');
    await type(kim, 'signature', 'Kim Arden');
    await until(kim, 'Sign and accept', 'handsel-contract-accepted');
    await says(kim, 'Pay $100.00 into escrow');
    expect(side(kim)).to.contain('Milestones 2 and 3 are not charged until you fund them.');
    await choose(kim, 'scope', 'all');
    await says(kim, 'Pay $600.00 into escrow');
    await says(kim, /You pay today\s*\$600/);
    expect(ledger(kim)).to.deep.equal([
      ['3 milestones', '$600.00'],
      ['You pay today', '$600.00'],
    ]);
    expect(side(kim)).not.to.contain('are not charged until');
    await until(kim, 'Pay $600.00 into escrow', 'handsel-contract-funded');
    expect((await contract()).figures).to.deep.include({ escrow: usd(60_000), unfunded: usd(0) });
  });

  it('says that a declined card was not charged, and takes another', async () => {
    const { review, contract } = await table('signed');
    const made = await review();
    await says(made, 'You pay today');
    await choose(made, 'card', 'pm_sim_declined_card');
    press(made, 'Pay $500.00 into escrow');
    await says(made, 'Your card was declined');
    expect(side(made)).to.contain('Try another card or ask your bank.');
    expect(side(made)).not.to.contain('is in escrow. Robin');
    expect((await contract()).status).to.equal('pending_funding');
    await isAccessible(made);
    await says(made, 'Pay $500.00 into escrow');
    await choose(made, 'card', 'pm_sim_success_visa');
    await until(made, 'Pay $500.00 into escrow', 'handsel-contract-funded');
    expect((await contract()).status).to.equal('active');
  });

  it('leads to the bank that wants a confirmation, and knows the end of it when the person comes back', async () => {
    const { review, contract, sandbox, kim, contractId } = await table('signed');
    const made = await review();
    await says(made, 'You pay today');
    await choose(made, 'card', 'pm_sim_needs_confirmation');
    press(made, 'Pay $500.00 into escrow');
    await says(made, 'Confirm $500.00 with your bank');
    expect(side(made)).to.contain('Until you say yes there, nothing is charged.');
    await isAccessible(made);
    const link = made.renderRoot.querySelector<HTMLAnchorElement>('a[data-primary]');
    expect(link?.target).to.equal('_top');
    // Away to the bank: the page is gone.
    made.remove();
    await answerBank(sandbox.backend, link?.href ?? '', 'confirm');
    const again = await review();
    await says(again, '$500.00 is in escrow');
    expect((await contract()).figures.escrow).to.deep.equal(usd(50_000));
    expect((await kim.contracts.retrieve(contractId)).chargePending).to.equal(false);
  });

  it('still asks for the confirmation after a reload, and says it when it was refused', async () => {
    const { review, contract, sandbox } = await table('signed');
    const made = await review();
    await says(made, 'You pay today');
    await choose(made, 'card', 'pm_sim_needs_confirmation');
    press(made, 'Pay $500.00 into escrow');
    await says(made, 'Confirm $500.00 with your bank');
    made.remove();
    sessionStorage.clear();
    const again = await review();
    await says(again, 'Confirm $500.00 with your bank');
    const link = again.renderRoot.querySelector<HTMLAnchorElement>('a[data-primary]');
    await answerBank(sandbox.backend, link?.href ?? '', 'refuse');
    await says(again, 'You did not confirm it with your bank. Try another card or ask your bank.');
    expect(side(again)).to.contain('Nothing was charged');
    press(again, 'Try again');
    await says(again, 'Pay $500.00 into escrow');
    expect((await contract()).status).to.equal('pending_funding');
  });

  it('waits for a card that answers late, charges once, and says it as soon as it is known', async () => {
    const { review, sandbox, contract, network } = await table('signed');
    const made = await review();
    await says(made, 'You pay today');
    await choose(made, 'card', 'pm_sim_times_out_card');
    press(made, 'Pay $500.00 into escrow');
    await says(made, '$500.00 is on its way');
    expect(side(made)).to.contain('Nothing is charged twice: there is nothing you have to do.');
    expect(primary(made)).to.equal('');
    await isAccessible(made);
    const funded = oneEvent(made, 'handsel-contract-funded');
    await sandbox.advance({ minutes: 1 });
    expect((await funded).detail.contract.status).to.equal('active');
    await says(made, '$500.00 is in escrow. Robin has been told and can start.');
    expect(network.lines.filter((line) => line === FUND)).to.have.length(1);
    expect((await contract()).figures.escrow).to.deep.equal(usd(50_000));
  });

  it('takes back what it said once the contract has moved on', async () => {
    const { review, sandbox, contractId } = await table('signed');
    const made = await review();
    await says(made, 'You pay today');
    await until(made, 'Pay $500.00 into escrow', 'handsel-contract-funded');
    await says(made, 'Robin has been told and can start.');
    const { currentMilestoneId } = await sandbox.client.contracts.retrieve(contractId);
    if (!currentMilestoneId) throw new Error('There is no milestone in work.');
    await sandbox.client.paymentRequests.create(contractId, currentMilestoneId, { note: 'Done.' });
    await says(made, 'Robin asks for $500.00');
    expect(textOf(made)).not.to.contain('can start');
  });

  it('charges nothing by figures that no longer hold, and shows the old amount and the new one', async () => {
    const { review, contract, sandbox, contractId, kim, network } = await table('partly-paid');
    const made = await review();
    await says(made, 'Pay $1,200.00 into escrow');
    deafen(sandbox);
    // In another tab, the client agrees to a higher price.
    const [, next] = (await contract()).milestones;
    if (!next) throw new Error('There is no second milestone.');
    const items = [{ op: 'edit' as const, milestoneId: next.id, amount: usd(135_000) }];
    const { milestoneChange: change } = await sandbox.client.milestoneChanges.create(contractId, { items });
    if (!change) throw new Error('No change is proposed.');
    const { consentToken } = await kim.previews.create(contractId, { command: 'milestoneChanges.accept' });
    await kim.milestoneChanges.accept(contractId, change.id, { consentToken });
    press(made, 'Pay $1,200.00 into escrow');
    await says(made, 'Nothing was moved. The amount changed from $1,200.00 to $1,350.00; check it and confirm again.');
    expect((await contract()).figures.escrow).to.deep.equal(usd(0));
    await isAccessible(made);
    await until(made, 'Pay $1,350.00 into escrow', 'handsel-contract-funded');
    expect(textOf(made)).not.to.contain('Nothing was moved.');
    expect((await contract()).figures.escrow).to.deep.equal(usd(135_000));
    expect(network.lines.filter((line) => line === FUND)).to.have.length(2);
  });

  it('cancels what nobody has paid for, after asking', async () => {
    const { review, contract } = await table('signed');
    const made = await review();
    press(made, 'Cancel the contract');
    await says(made, 'Nothing was paid, so nothing comes back. Robin is told by e-mail. This cannot be undone.');
    await isAccessible(made);
    await until(made, 'Cancel the contract', 'handsel-contract-ended');
    await says(made, 'Cancelled on');
    expect((await contract()).status).to.equal('cancelled');
  });

  it('leads to the secure page where this page may not move money', async () => {
    const { sandbox, network, contractId } = await table('signed');
    const session = await sandbox.sessionFor('client', { kind: 'embedded', contractId });
    const made = await place({ backend: network, session, contractId });
    await says(made, 'Continue on the secure page');
    const link = made.renderRoot.querySelector<HTMLAnchorElement>('a[data-primary]');
    expect([link?.target, new URL(link?.href ?? '').host]).to.deep.equal(['_top', 'contracts.vale.example']);
    expect(side(made)).not.to.contain('Pay with');
    expect(primary(made)).to.equal('Continue on the secure page');
    await isAccessible(made);
  });
});
