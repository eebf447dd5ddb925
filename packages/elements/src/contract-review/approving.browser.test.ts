import { expect } from '@open-wc/testing';
import { focused, press, type } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { says, textOf } from '../foundation/testing/suite.ts';
import { choose, ledger, primary, side, table, until } from './testing/acts.ts';

const APPROVE = 'POST /v1/contracts/:id/milestones/:id/approve';
const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('Answering a request for payment', () => {
  it('shows who asks for what, the note, the date, and releases exactly the figures shown', async () => {
    const { review, contract, network } = await table('payment-requested');
    const made = await review();
    await says(made, 'Approve and release $500.00');
    expect(side(made)).to.contain('Waiting for you until Mon 7 Dec');
    expect(side(made)).to.contain('Robin asks for $500.00');
    expect(side(made)).to.contain('The old addresses lead to the new pages.');
    expect(side(made)).to.contain('Approving cannot be undone. This completes the contract.');
    expect(side(made)).to.contain('If you do nothing, Robin is paid on Mon 7 Dec');
    expect(ledger(made)).to.deep.equal([
      ['In escrow', '$500.00'],
      ['Robin gets', '$500.00'],
      ['You pay today', '$0.00'],
    ]);
    await isAccessible(made);
    const approved = await until(made, 'Approve and release $500.00', 'handsel-milestone-approved');
    expect(approved.detail.contract.status).to.equal('completed');
    await says(made, '$500.00 (Paid)');
    expect(side(made)).to.contain('You released $500.00. Robin has been told.');
    expect(focused()).to.equal('$500.00 (Paid)');
    expect(network.lines.filter((line) => line === APPROVE)).to.have.length(1);
    expect((await contract()).figures.paid).to.deep.equal(usd(50_000));
    await isAccessible(made);
  });

  it('releases less, with a reason, and says what comes back', async () => {
    const { review, contract } = await table('payment-requested');
    const made = await review();
    await says(made, 'Approve and release $500.00');
    await choose(made, 'release', 'less');
    press(made, 'Check the figures');
    await says(made, 'Enter an amount.');
    expect(textOf(made)).to.contain('Say in a sentence why.');
    expect(focused()).to.equal('less');
    await isAccessible(made);
    await type(made, 'less', '500');
    await says(made, 'Enter less than $500.00, or choose all of it.');
    await type(made, 'less', '600');
    await says(made, 'At most $500.00 is in escrow.');
    await type(made, 'less', '320');
    await type(made, 'lessReason', 'Three pages instead of five.');
    await type(made, 'comment', 'Thank you.');
    made.renderRoot.querySelector<HTMLElement>('#lessReason')?.dispatchEvent(new FocusEvent('blur'));
    await says(made, 'Approve and release $320.00');
    expect(ledger(made)).to.deep.equal([
      ['In escrow', '$500.00'],
      ['Robin gets', '$320.00'],
      ['Comes back to you, unless Robin objects within 7 days', '$180.00'],
      ['You pay today', '$0.00'],
    ]);
    await until(made, 'Approve and release $320.00', 'handsel-milestone-approved');
    await says(made, 'You released $320.00. Robin has been told.');
    expect((await contract()).figures.paid).to.deep.equal(usd(32_000));
  });

  it('keeps the contract open after the last payment where the client wants it', async () => {
    const { review, contract } = await table('payment-requested');
    const made = await review();
    await says(made, 'Approve and release $500.00');
    await choose(made, 'after', 'open');
    await says(made, 'Approve and release $500.00');
    expect(side(made)).not.to.contain('This completes the contract.');
    await until(made, 'Approve and release $500.00', 'handsel-milestone-approved');
    await says(made, 'Everything so far is paid. Robin or you can add a milestone.');
    expect((await contract()).status).to.equal('active');
  });

  it('ends the contract with this payment although more was agreed', async () => {
    const { review, contract, sandbox, contractId } = await table('two-milestones');
    const { currentMilestoneId } = await contract();
    if (!currentMilestoneId) throw new Error('There is no milestone in work.');
    await sandbox.client.paymentRequests.create(contractId, currentMilestoneId);
    const made = await review();
    await says(made, 'Approve and release $800.00');
    expect(side(made)).to.contain('Milestone 1: Logo and colours');
    await choose(made, 'after', 'end');
    await says(made, 'This completes the contract.');
    await says(made, 'Approve and release $800.00');
    await until(made, 'Approve and release $800.00', 'handsel-milestone-approved');
    const { status, figures } = await contract();
    expect([status, figures.paid]).to.deep.equal(['completed', usd(80_000)]);
  });

  it('asks for changes only with a note, and says what happens to the money and the clock', async () => {
    const { review, contract } = await table('payment-requested');
    const made = await review();
    await says(made, 'Ask for changes');
    press(made, 'Ask for changes');
    await says(made, '$500.00 stays in escrow. The 14 days stop now and start again when Robin asks next.');
    expect(focused()).to.equal('Ask Robin for changes');
    press(made, 'Send to Robin');
    await says(made, 'Say what should be different, so that it can be done.');
    expect(focused()).to.equal('note');
    await isAccessible(made);
    await type(made, 'note', 'The phone number is missing.');
    await until(made, 'Send to Robin', 'handsel-changes-requested');
    await says(made, 'Sent. Robin reads what you want to be different.');
    await says(made, 'Robin works on what you asked for. $500.00 stays in escrow until then.');
    expect((await contract()).paymentRequest?.state).to.equal('changes_requested');
  });

  it('says that the client has seen the request', async () => {
    const { review, contract } = await table('payment-requested');
    const made = await review();
    await says(made, 'Robin asks for');
    let seen = false;
    for (let turn = 0; turn < 50 && !seen; turn += 1) {
      await made.updateComplete;
      seen = typeof (await contract()).paymentRequest?.viewedAt === 'string';
    }
    expect(seen).to.equal(true);
  });

  it('releases money that nobody has asked for yet', async () => {
    const { review, contract } = await table('active');
    const made = await review();
    await says(made, 'Robin works on it. You hear by e-mail when Robin asks for payment.');
    expect(primary(made)).to.equal('');
    press(made, 'Release money now');
    await says(made, 'Approve and release $500.00');
    expect(focused()).to.equal('Release money to Robin');
    await until(made, 'Approve and release $500.00', 'handsel-milestone-approved');
    expect((await contract()).status).to.equal('completed');
  });
});
