import { expect } from '@open-wc/testing';
import { focused, press, type } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { says, textOf } from '../foundation/testing/suite.ts';
import { choose, ledger, side, table, until } from './testing/acts.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

async function atTheEnd() {
  const { review, ...rest } = await table('active');
  const made = await review();
  press(made, 'End contract');
  await says(made, 'End this contract');
  return { made, ...rest };
}

describe('Ending a contract', () => {
  it('asks what is paid and why, all at once, before anything happens', async () => {
    const { made, network } = await atTheEnd();
    expect(focused()).to.equal('End this contract');
    press(made, 'End the contract');
    await says(made, 'Choose what you pay of the money in escrow.');
    expect(textOf(made)).to.contain('Say in a sentence why you end it.');
    expect(network.lines).to.deep.equal([]);
    expect(made.renderRoot.querySelectorAll('[role="alert"]:not(:empty) span')).to.have.length(2);
    await isAccessible(made);
  });

  it('pays all of it and is complete', async () => {
    const { made, contract } = await atTheEnd();
    await choose(made, 'pay', 'all');
    await type(made, 'endReason', 'All is done.');
    await says(made, 'End the contract and pay $500.00');
    await until(made, 'End the contract and pay $500.00', 'handsel-contract-ended');
    await says(made, '$500.00 (Paid)');
    const { status, figures } = await contract();
    expect([status, figures.paid]).to.deep.equal(['completed', usd(50_000)]);
  });

  it('pays a part, shows both sides of it, and the rest waits for the other', async () => {
    const { made, contract } = await atTheEnd();
    await choose(made, 'pay', 'part');
    await type(made, 'part', '120.50');
    await type(made, 'endReason', 'We merge with another studio.');
    made.renderRoot.querySelector<HTMLElement>('#part')?.dispatchEvent(new FocusEvent('blur'));
    await says(made, 'End the contract and pay $120.50');
    expect(ledger(made)).to.deep.equal([
      ['In escrow', '$500.00'],
      ['Robin gets', '$120.50'],
      ['Comes back to you, unless Robin objects within 7 days', '$379.50'],
    ]);
    await until(made, 'End the contract and pay $120.50', 'handsel-contract-ended');
    await says(made, '$379.50 comes back to you');
    const { status, figures } = await contract();
    expect([status, figures.paid]).to.deep.equal(['ending', usd(12_050)]);
    await isAccessible(made);
  });

  it('pays nothing, and says until when the other may object', async () => {
    const { made, contract } = await atTheEnd();
    await choose(made, 'pay', 'none');
    await type(made, 'endReason', 'We merge with another studio.');
    await says(made, /within 7 days\s*\$500\.00/);
    await until(made, 'End the contract', 'handsel-contract-ended');
    await says(made, '$500.00 comes back to you');
    expect(side(made)).to.contain('Robin has until Mon 30 Nov');
    expect((await contract()).figures.paid).to.deep.equal(usd(0));
  });
});

describe('Answering a proposed change', () => {
  it('shows what would change and what it costs, and pays exactly that', async () => {
    const { review, contract } = await table('change-proposed');
    const made = await review();
    await says(made, 'Agree and pay $150.00');
    expect(side(made)).to.contain('Robin proposes a change Nothing changes until you agree.');
    expect(side(made)).to.contain('$950.00');
    expect(side(made)).to.contain('was $800.00');
    expect(side(made)).to.contain('With the vehicle lettering.');
    await isAccessible(made);
    await until(made, 'Agree and pay $150.00', 'handsel-milestone-change-decided');
    await says(made, 'You agreed to the change.');
    expect((await contract()).figures.escrow).to.deep.equal(usd(95_000));
  });

  it('rejects it after asking, with a reason, and everything stays', async () => {
    const { review, contract } = await table('change-proposed');
    const made = await review();
    await says(made, 'Reject it');
    press(made, 'Reject it');
    await says(made, 'The milestones stay as they are.');
    await isAccessible(made);
    await type(made, 'reason', 'The van is sold.');
    await until(made, 'Reject the change', 'handsel-milestone-change-decided');
    await says(made, 'You rejected the change.');
    const { milestoneChange, figures } = await contract();
    expect([milestoneChange, figures.escrow]).to.deep.equal([null, usd(80_000)]);
    expect(textOf(made)).not.to.contain('proposes a change');
  });
});
