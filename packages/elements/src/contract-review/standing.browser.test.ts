import type { StateName } from '@handsel/sandbox';
import { expect } from '@open-wc/testing';
import { isAccessible } from '../foundation/testing/axe.ts';
import { says, textOf } from '../foundation/testing/suite.ts';
import { primary, side, table } from './testing/acts.ts';

/** What the client reads at first where there is nothing to decide, besides the state's own word. */
const STANDS: readonly (readonly [StateName, readonly string[]])[] = [
  ['active', ['Active', '$500.00 is in escrow', 'Robin works on it. You hear by e-mail when Robin asks for payment.']],
  ['two-milestones', ['$800.00 is in escrow', 'Robin works on milestone 1.', 'Not paid in yet $1,200.00']],
  [
    'changes-requested',
    ['Changes requested', 'Robin works on what you asked for. $500.00 stays in escrow until then.'],
  ],
  ['paused', ['Paused', 'This contract is paused', 'New work and payments wait until it goes on.']],
  [
    'ending',
    ['Ending', '$500.00 comes back to you', 'Robin has until Mon 30 Nov', 'We have merged with another studio.'],
  ],
  ['disputed', ['In dispute', '$500.00 stays in escrow', 'Robin objects to the return of this money.']],
  ['completed', ['Completed', '$500.00 (Paid)', 'Website redesign is complete since 23 Nov 2026.']],
  ['cancelled', ['Cancelled', 'Cancelled on 23 Nov 2026. Nothing is held.']],
  ['declined', ['Declined', 'You declined this offer on 23 Nov 2026. Nothing was charged.']],
  ['withdrawn', ['Withdrawn', 'Robin withdrew this offer on 23 Nov 2026. Nothing was charged.']],
  ['expired', ['Expired', 'This offer ended on', 'Ask Robin for a new one.']],
];

/** What a page that may not move money leads away from, and what it still shows. */
const AWAY: readonly (readonly [StateName, string])[] = [
  ['sent', 'To start, you pay $500.00'],
  ['signed', 'Put $500.00 in escrow'],
  ['payment-requested', 'Robin asks for $500.00'],
  ['change-proposed', 'Robin proposes a change'],
];

describe('The contract review, when nothing is to be decided', () => {
  for (const [state, words] of STANDS) {
    it(`says how a contract stands that is ${state}`, async () => {
      const { review } = await table(state);
      const made = await review();
      await says(made, words[0] ?? '');
      for (const each of words) expect(side(made)).to.contain(each);
      expect(primary(made)).to.equal('');
      await isAccessible(made);
    });
  }

  for (const [state, words] of AWAY) {
    it(`leads to the secure page where this page may not move money: ${state}`, async () => {
      const { review, contractId } = await table(state);
      const made = await review({ kind: 'embedded', contractId });
      await says(made, 'Continue on the secure page');
      expect(side(made)).to.contain(words);
      expect(primary(made)).to.equal('Continue on the secure page');
      const link = made.renderRoot.querySelector<HTMLAnchorElement>('a[data-primary]');
      expect([link?.target, new URL(link?.href ?? '').host]).to.deep.equal(['_top', 'contracts.vale.example']);
      expect(made.renderRoot.querySelectorAll('#signature, [name="card"]')).to.have.length(0);
      await isAccessible(made);
    });
  }

  for (const state of ['sent', 'signed', 'payment-requested'] as const) {
    it(`shows a freelancer what the client sees, and nothing to press: ${state}`, async () => {
      const { review } = await table(state);
      const made = await review({ as: 'freelancer' });
      await says(made, 'This is what Kim sees. Only Kim can sign and pay.');
      expect(primary(made)).to.equal('');
      expect(textOf(made)).not.to.contain('Continue on the secure page');
      await isAccessible(made);
    });
  }

  it('follows the other side live', async () => {
    const { review, sandbox, contractId } = await table('sent');
    const made = await review();
    await says(made, 'Sign and accept');
    await sandbox.client.contracts.withdraw(contractId);
    await says(made, 'Robin withdrew this offer on 23 Nov 2026.');
    expect(primary(made)).to.equal('');
  });
});
