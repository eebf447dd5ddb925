import { expect, oneEvent } from '@open-wc/testing';
import { focused } from '../foundation/testing/acts.ts';
import { heard } from '../foundation/testing/heard.ts';
import { key, tabTo, write } from '../foundation/testing/keyboard.ts';
import { says } from '../foundation/testing/suite.ts';
import { side, table } from './testing/acts.ts';

describe('The contract review, without a mouse', () => {
  it('is signed and paid, and says aloud what has happened', async () => {
    const { review, contract } = await table('sent');
    const made = await review();
    const spoken = heard(made);
    await write('signature', 'Kim Arden');
    expect(await tabTo('Sign and accept')).to.have.length(1);
    await key('Enter');
    await says(made, 'You pay today');
    expect(focused()).to.equal('Put $500.00 in escrow');
    expect(spoken()).to.include('You signed. Robin has been told.');
    await says(made, 'Pay $500.00 into escrow');
    const funded = oneEvent(made, 'handsel-contract-funded');
    // The cards are one stop, however many there are.
    expect(await tabTo('Pay $500.00 into escrow')).to.have.length(2);
    await key('Enter');
    await funded;
    await made.updateComplete;
    expect(focused()).to.equal('$500.00 is in escrow');
    expect(spoken()).to.include('$500.00 is in escrow. Robin has been told and can start.');
    expect((await contract()).status).to.equal('active');
  });

  it('asks for changes, hears what is missing, and goes back', async () => {
    const { review } = await table('payment-requested');
    const made = await review();
    await says(made, 'Approve and release $500.00');
    const spoken = heard(made);
    const stops = await tabTo('Ask for changes');
    expect(stops).to.deep.equal(['Release less, or add a word', 'Approve and release $500.00', 'Ask for changes']);
    await key('Enter');
    await says(made, 'What should be different?');
    expect(focused()).to.equal('Ask Robin for changes');
    await tabTo('Send to Robin');
    await key('Space');
    await says(made, 'Say what should be different');
    expect(focused()).to.equal('note');
    expect(spoken()).to.include('Say what should be different, so that it can be done.');
    await tabTo('Back');
    await key('Enter');
    await says(made, 'Robin asks for $500.00');
    expect(focused()).to.equal('Robin asks for $500.00');
  });

  it('declines, and hears it', async () => {
    const { review } = await table('sent');
    const made = await review();
    const spoken = heard(made);
    await tabTo('Decline');
    await key('Enter');
    await says(made, 'Decline this offer');
    await tabTo('Decline the offer');
    await key('Enter');
    await says(made, 'You declined this offer on');
    expect(spoken()).to.include('You declined the offer.');
    expect(side(made)).to.contain('Nothing was charged.');
  });

  it('says aloud why nothing was charged', async () => {
    const { review } = await table('signed');
    const made = await review();
    await says(made, 'Pay $500.00 into escrow');
    const spoken = heard(made);
    await key('Tab');
    await key('ArrowDown');
    await tabTo('Pay $500.00 into escrow');
    await key('Enter');
    await says(made, 'Your card was declined');
    // Spoken, or read because the focus went to it.
    expect([...spoken(), focused()].join(' ')).to.contain('Your card was declined');
  });
});
