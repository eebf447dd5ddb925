import type { ContractId } from '@handsel/protocol';
import { expect, oneEvent } from '@open-wc/testing';
import { approve, control, focused, offline, press, side, type } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { has, says } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import { choose, dialog, enter } from './testing/acts.ts';
import type { WorkroomElement } from './workroom.ts';

describe('What is done in the workroom', () => {
  let sandbox: World;
  const read = (contractId: string) => sandbox.client.contracts.retrieve(contractId as ContractId);

  beforeEach(async () => {
    localStorage.clear();
    sandbox = await world();
  });
  afterEach(() => sandbox.close());

  it('shows what goes back before a contract is ended, asks why, and ends it', async () => {
    const element = await enter(sandbox, await sandbox.create('active'));
    await choose(element, 'End contract');
    await says(element, 'Goes back to Kim');
    expect(await dialog(element)).to.match(/\$500\.00 in escrow goes back to Kim at once.*Goes back to Kim \$500\.00/);
    await isAccessible(element);
    press(element, 'End the contract and return $500.00 to Kim');
    await says(element, 'Say in a sentence why.');
    expect(focused()).to.equal('reason');
    await isAccessible(element);
    expect((await read(element.contractId)).status).to.equal('active');
    await type(element, 'reason', 'I am moving to another city.');
    const done = oneEvent(element, 'handsel-contract-changed');
    press(element, 'End the contract and return $500.00 to Kim');
    const { detail } = await done;
    expect([detail.action, detail.contract.status]).to.deep.equal(['contracts.endByFreelancer', 'cancelled']);
    await says(element, 'This contract was cancelled on 23 Nov 2026. Nothing is held.');
    expect(focused()).to.equal('More actions');
  });

  it('moves no money by figures that are no longer true: it shows the new ones first', async () => {
    const element = await enter(sandbox, await sandbox.create('change-proposed'));
    await choose(element, 'End contract');
    await says(element, 'Goes back to Kim $800.00');
    await agreeAsClient(sandbox, element.contractId);
    await type(element, 'reason', 'I am moving to another city.');
    // The button may already have heard of the new sum; the figures above it were not shown again.
    element.renderRoot.querySelector<HTMLElement>('[data-confirm]')?.click();
    await says(element, 'Nothing was moved. The amount changed from $800.00 to $950.00; check it and confirm again.');
    expect((await read(element.contractId)).status).to.equal('active');
    await says(element, 'Goes back to Kim $950.00');
    press(element, 'End the contract and return $950.00 to Kim');
    await says(element, 'This contract was cancelled');
  });

  it('says that the contract has moved on when the other side was faster', async () => {
    const contractId = await sandbox.create('payment-requested');
    const element = await enter(sandbox, contractId);
    await choose(element, 'Take the request back');
    await approve(sandbox, contractId);
    press(element, 'Take it back');
    await says(element, 'This contract has moved on meanwhile. Nothing was sent.');
    await says(element, '$500.00 (Paid)');
    await isAccessible(element);
  });

  it('does it once when it is pressed twice', async () => {
    const element = await enter(sandbox, await sandbox.create('sent'));
    await choose(element, 'Send the e-mail again');
    const mails = () => sandbox.mails.filter(({ to }) => to === 'kim@arden.example').length;
    const before = mails();
    const facts: Event[] = [];
    element.addEventListener('handsel-contract-changed', (event) => facts.push(event));
    press(element, 'Send it again');
    press(element, 'Send it again');
    await says(element, 'Sent again. Kim has a new link.');
    expect([facts.length, mails() - before]).to.deep.equal([1, 1]);
  });

  it('does it once when the answer is lost and the person presses again', async () => {
    const element = await enter(sandbox, await sandbox.create('sent'));
    await choose(element, 'Send the e-mail again');
    const mails = () => sandbox.mails.filter(({ to }) => to === 'kim@arden.example').length;
    const before = mails();
    sandbox.loseNextAnswer({ operation: 'contracts.resend', times: 3 });
    press(element, 'Send it again');
    await says(element, 'No answer came.');
    press(element, 'Send it again');
    await says(element, 'Sent again. Kim has a new link.');
    expect(mails() - before).to.equal(1);
  });

  it('sends nothing while there is no network, and keeps what was written', async () => {
    const element = await enter(sandbox, await sandbox.create('active'));
    await choose(element, 'End contract');
    await says(element, 'Goes back to Kim');
    await type(element, 'reason', 'I am moving.');
    await offline(sandbox, async () => {
      press(element, 'End the contract and return $500.00 to Kim');
      await says(element, 'You are offline. Nothing was sent.');
      const field = element.renderRoot.querySelector<HTMLTextAreaElement>('#reason');
      expect(field?.value).to.equal('I am moving.');
    });
    expect((await read(element.contractId)).status).to.equal('active');
  });

  it('leaves everything as it is with Not now, with Escape and with the cross', async () => {
    const element = await enter(sandbox, await sandbox.create('active'));
    const ways = [
      () => press(element, 'Not now'),
      () => press(element, 'Close'),
      () => element.renderRoot.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true })),
    ];
    for (const leave of ways) {
      await choose(element, 'End contract');
      await dialog(element);
      leave();
      await element.updateComplete;
      expect(element.renderRoot.querySelector('dialog')?.open).to.equal(false);
      expect(focused()).to.equal('More actions');
    }
    expect((await read(element.contractId)).status).to.equal('active');
  });

  it('returns the money when that is agreed, and goes on with what is next', async () => {
    const element = await enter(sandbox, await sandbox.create('ending'));
    press(element, 'Agree to return $500.00');
    await says(element, 'Agree that $500.00 goes back to Kim');
    await says(element, 'Goes back to Kim $500.00');
    press(element, 'Return $500.00');
    await says(element, 'This contract was cancelled');
    expect((await read(element.contractId)).figures.escrow.amount).to.equal(0);
    expect(focused()).to.equal('Cancelled');
  });

  it('objects to the return with a reason, and the money stays', async () => {
    const element = await enter(sandbox, await sandbox.create('ending'));
    press(element, 'Object');
    expect(await dialog(element)).to.contain('$500.00 stays in escrow until the two of you have settled it.');
    const objects = () => element.renderRoot.querySelector<HTMLElement>('[data-confirm]')?.click();
    objects();
    await says(element, 'Say in a sentence why.');
    await type(element, 'reason', 'It was delivered on Friday.');
    objects();
    await says(element, 'In dispute');
    expect((await read(element.contractId)).figures.escrow.amount).to.equal(50_000);
  });

  const SIMPLE = [
    ['sent', 'Withdraw the offer', 'Withdraw the offer', 'You withdrew this offer'],
    ['signed', 'Cancel contract', 'Cancel the contract', 'This contract was cancelled'],
    ['payment-requested', 'Take the request back', 'Take it back', 'Finished with “Website redesign”?'],
    ['change-proposed', 'Take the change back', 'Take it back', 'You took the proposed change back'],
  ] as const;
  for (const [state, name, now, after] of SIMPLE) {
    it(`asks before "${name}" and then does it`, async () => {
      const element = await enter(sandbox, await sandbox.create(state));
      await choose(element, name);
      await isAccessible(element);
      const confirm = element.renderRoot.querySelector<HTMLElement>('[data-confirm]');
      expect(confirm?.textContent?.trim()).to.equal(now);
      confirm?.click();
      await says(element, after);
      await has(element, 'dialog:not([open])');
    });
  }

  it('discards a draft, and tells the page that there is nothing left', async () => {
    const element = await enter(sandbox, await sandbox.create('draft'));
    await choose(element, 'Discard the draft');
    const gone = oneEvent(element, 'handsel-contract-discarded');
    element.renderRoot.querySelector<HTMLElement>('[data-confirm]')?.click();
    expect((await gone).detail.contractId).to.equal(element.contractId);
    const { data } = await sandbox.client.contracts.list();
    expect(data).to.have.length(0);
  });

  it('proposes a change of the milestones in place, and comes back', async () => {
    const element = await enter(sandbox, await sandbox.create('two-milestones'));
    press(element, 'Add or edit milestones');
    const editor = await has(element, 'handsel-milestone-editor');
    expect(
      (editor as HTMLElementTagNameMap['handsel-milestone-editor']).milestones.map(({ title }) => title),
    ).to.deep.equal(['Logo and colours', 'Website']);
    await isAccessible(element);
    press(element, 'Send to Kim');
    await says(element, 'Nothing is changed yet.');
    (editor as HTMLElementTagNameMap['handsel-milestone-editor']).milestones = [
      ...(editor as HTMLElementTagNameMap['handsel-milestone-editor']).milestones,
      { title: 'Signs', amount: { amount: 30_000, currency: 'USD' } },
    ];
    await element.updateComplete;
    press(element, 'Back to the contract');
    await says(element, 'Overview');
    expect(focused()).to.equal('Add or edit milestones');
  });

  it('asks the page first who shows the form, the editor or the review', async () => {
    const element = await enter(sandbox, await sandbox.create('payment-requested'), { as: 'client' });
    const asked: string[] = [];
    element.addEventListener('handsel-step-requested', (event) => {
      event.preventDefault();
      if (event instanceof CustomEvent) asked.push(event.detail.action);
    });
    press(element, 'Review and pay');
    await choose(element, 'Ask for changes');
    expect(asked).to.deep.equal(['milestones.approve', 'paymentRequests.requestChanges']);
    expect(control(element, 'Overview').getAttribute('aria-selected')).to.equal('true');
  });
});

async function agreeAsClient(sandbox: World, contractId: WorkroomElement['contractId']): Promise<void> {
  const client = await side(sandbox, 'client');
  const { id, milestoneChange } = await client.contracts.retrieve(contractId as ContractId);
  if (!milestoneChange) throw new Error('Nothing is proposed.');
  const { consentToken } = await client.previews.create(id, { command: 'milestoneChanges.accept' });
  await client.milestoneChanges.accept(id, milestoneChange.id, { consentToken, paymentMethod: 'pm_sim_success_visa' });
}
