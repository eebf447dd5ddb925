import { expect, oneEvent } from '@open-wc/testing';
import { focused, press, type } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import type { ContractReviewElement } from './contract-review.ts';
import { deafen, ledger, primary, side, table, until } from './testing/acts.ts';

const ACCEPT = 'POST /v1/contracts/:id/accept';

describe('The contract review, with an offer', () => {
  itBehavesLikeAWidget<ContractReviewElement>(
    'handsel-contract-review',
    async (review) => {
      const { network, sandbox, contractId } = await table('sent');
      Object.assign(review, { backend: network, session: await sandbox.sessionFor('client'), contractId });
    },
    'To start, you pay',
  );
  itSaysWhatIsMissing<ContractReviewElement>('handsel-contract-review', (review) => {
    review.contractId = 'ctr_1';
  });

  it('shows who offers what, every clause, and what starting costs', async () => {
    const { review } = await table('sent');
    const made = await review();
    const text = textOf(made);
    for (const words of [
      'Robin Vale offers this contract to Kim Arden',
      'Website redesign',
      'Photos come from the studio.',
      'What you pay, and when',
      'Contract amount$500.00',
      'You have 14 days to approve or ask for changes.',
      'If it does not work out',
      'None. Nobody stands between the two of you.',
      'To start, you pay $500.00',
      'Signing charges nothing. You pay on the next page.',
    ]) {
      expect(text.replace(/\s*\$/g, '$')).to.contain(words.replace(/\s*\$/g, '$'));
    }
    expect(primary(made)).to.equal('Sign and accept');
    await isAccessible(made);
  });

  it('names the fees that come on top before anything is signed', async () => {
    const { review } = await table('sent', { policy: { fees: { clientBps: 300, initiationMinor: 250 } } });
    const made = await review();
    expect(ledger(made)).to.deep.equal([
      ['Milestone 1', '$500.00'],
      ['Service fee, 3 %', '$15.00'],
      ['Start fee', '$2.50'],
      ['To start', '$517.50'],
    ]);
    expect(side(made)).to.contain('To start, you pay $517.50');
    expect(textOf(made)).to.contain('You pay 3 % on top of what goes into escrow.');
  });

  it('signs exactly the terms that were shown, and tells the page', async () => {
    const { review, network, contract } = await table('sent');
    const made = await review();
    const { hash } = (await contract()).terms;
    await type(made, 'signature', ' Kim Arden ');
    const accepted = await until(made, 'Sign and accept', 'handsel-contract-accepted');
    expect(accepted.detail.contract.status).to.equal('pending_funding');
    expect(network.writes.map(({ line, body }) => [line, body])).to.deep.equal([
      [ACCEPT, { termsHash: hash, signature: 'Kim Arden' }],
    ]);
    await says(made, 'You signed. Robin has been told.');
    await says(made, 'Pay $500.00 into escrow');
    expect(focused()).to.equal('Put $500.00 in escrow');
    const signed = (await contract()).signatures.find(({ role }) => role === 'client');
    expect([signed?.name, signed?.termsHash]).to.deep.equal(['Kim Arden', hash]);
    await isAccessible(made);
  });

  it('asks for the signature beside its line, goes there, and takes the fault back as soon as it is mended', async () => {
    const { review, network } = await table('sent');
    const made = await review();
    press(made, 'Sign and accept');
    await says(made, 'Type your name to sign. Nothing is charged yet.');
    expect(focused()).to.equal('signature');
    expect(network.lines).to.deep.equal([]);
    await isAccessible(made);
    await type(made, 'signature', 'K');
    expect(textOf(made)).not.to.contain('Type your name to sign');
    await type(made, 'signature', 'K'.repeat(121));
    press(made, 'Sign and accept');
    await says(made, 'Type your name in 120 characters or fewer.');
  });

  it('signs with Enter in the line', async () => {
    const { review, contract } = await table('sent');
    const made = await review();
    await type(made, 'signature', 'Kim Arden');
    const accepted = oneEvent(made, 'handsel-contract-accepted');
    const line = made.renderRoot.querySelector('#signature');
    line?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await accepted;
    expect((await contract()).status).to.equal('pending_funding');
  });

  it('signs nothing that was changed meanwhile, keeps the name, and shows what is offered now', async () => {
    const { review, sandbox, contractId, contract, network } = await table('sent');
    const made = await review();
    await type(made, 'signature', 'Kim Arden');
    const { hash: shown } = (await contract()).terms;
    deafen(sandbox);
    const { title, description, currency, client, version } = await sandbox.client.contracts.retrieve(contractId);
    const milestones = [{ title, amount: { amount: 60_000, currency } }];
    const draft = {
      title,
      description,
      currency,
      client: { name: 'Kim Arden', email: client.email ?? '' },
      milestones,
    };
    await sandbox.client.contracts.revise(contractId, { draft, signature: 'Robin Vale' }, { ifMatch: version });
    press(made, 'Sign and accept');
    await says(made, 'This contract changed meanwhile. Nothing was sent or moved. This is how it stands now.');
    await says(made, 'To start, you pay $600.00');
    const bodies = network.writes.map(({ body }) => (body as { termsHash: string }).termsHash);
    expect(bodies.every((hash) => hash === shown)).to.equal(true);
    expect((await contract()).status).to.equal('pending_acceptance');
    expect(made.renderRoot.querySelector<HTMLInputElement>('#signature')?.value).to.equal('Kim Arden');
  });

  it('declines only after asking, with a reason', async () => {
    const { review, network, contract } = await table('sent');
    const made = await review();
    press(made, 'Decline');
    await says(made, 'Nothing is charged and nothing is signed. Robin is told by e-mail. This cannot be undone.');
    expect(focused()).to.equal('Decline this offer');
    expect(network.lines).to.deep.equal([]);
    // No line to sign on meanwhile: Enter in it would press what stands here.
    expect(made.renderRoot.querySelectorAll('#signature')).to.have.length(0);
    await isAccessible(made);
    await type(made, 'reason', 'We found somebody in town.');
    await until(made, 'Decline the offer', 'handsel-contract-declined');
    await says(made, 'You declined this offer on');
    const { status, endReason } = await contract();
    expect([status, endReason]).to.deep.equal(['declined', 'We found somebody in town.']);
    await isAccessible(made);
  });

  it('goes back from declining without having said anything', async () => {
    const { review, network } = await table('sent');
    const made = await review();
    press(made, 'Decline');
    await says(made, 'Decline this offer');
    press(made, 'Back');
    await says(made, 'Sign and accept');
    expect(network.lines).to.deep.equal([]);
  });

  it('opens all clauses of a narrow page on demand', async () => {
    const { review } = await table('sent');
    const made = await review();
    const home = made.parentElement;
    if (home) home.style.inlineSize = '340px';
    const visible = () =>
      [...made.renderRoot.querySelectorAll<HTMLElement>('.clause')].filter((one) => one.offsetHeight);
    expect(visible()).to.have.length(1);
    press(made, 'Read all 4 clauses');
    await made.updateComplete;
    expect(visible()).to.have.length(4);
  });
});
