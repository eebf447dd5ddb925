import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { focused } from '../foundation/testing/acts.ts';
import { heard } from '../foundation/testing/heard.ts';
import { key, tabTo, write } from '../foundation/testing/keyboard.ts';
import { has, says } from '../foundation/testing/suite.ts';
import type { ContractFormElement } from './contract-form.ts';
import { desk } from './testing/acts.ts';

async function onward(form: ContractFormElement, button: string, next: string): Promise<string[]> {
  const stops = await tabTo(button);
  await key('Enter');
  await says(form, next);
  await form.updateComplete;
  return stops;
}

describe('The contract form, without a mouse', () => {
  it('is filled in, signed and sent, in the order it is read', async () => {
    const { form, client } = await desk();
    const made = await form();
    const heardWords = heard(made);
    expect(await write('Client’s e-mail address', 'kim@arden.example')).to.have.length(1);
    expect(await write('title', 'Website redesign')).to.have.length(1);
    expect(await write('description', 'Home, three service pages.')).to.have.length(1);
    expect(await onward(made, 'Continue to amount', 'What does it cost?')).to.have.length(1);
    expect(focused()).to.equal('What does it cost?');
    // The choice is one stop, however many ways it has.
    await write('amount', '1200');
    await onward(made, 'Continue to terms', 'Your own terms');
    expect(focused()).to.equal('Your terms');
    await write('terms', 'Two rounds of changes.');
    await onward(made, 'Continue to review', 'Check it once more');
    expect(focused()).to.equal('Check it once more');
    await write('signature', 'Robin Vale');
    const sent = oneEvent(made, 'handsel-contract-sent');
    await key('Enter');
    await sent;
    await says(made, 'Contract sent to kim@arden.example');
    expect(focused()).to.contain('Contract sent to');
    expect(heardWords()).to.deep.equal([]);
    expect((await client.contracts.list()).data.map(({ title }) => title)).to.deep.equal(['Website redesign']);
  });

  it('says aloud what is wrong, and goes there', async () => {
    const { form } = await desk();
    const made = await form();
    const heardWords = heard(made);
    await tabTo('Continue to amount');
    await key('Enter');
    await says(made, '3 fields need you');
    expect(focused()).to.equal('Client’s e-mail address');
    expect(heardWords().join(' ')).to.contain('Give the contract a name.');
    await sendKeys({ down: 'Shift' });
    await key('Tab');
    await sendKeys({ up: 'Shift' });
    expect(focused()).to.contain('Say in a few sentences');
    await key('Enter');
    expect(focused()).to.equal('description');
  });

  it('goes back with everything still there, and chooses milestones with the arrows', async () => {
    const { form } = await desk();
    const made = await form();
    await write('Client’s e-mail address', 'kim@arden.example');
    await write('title', 'Website redesign');
    await write('description', 'Home.');
    await onward(made, 'Continue to amount', 'What does it cost?');
    await key('Tab');
    await key('ArrowRight');
    const editor = (await has(made, 'handsel-milestone-editor')) as HTMLElementTagNameMap['handsel-milestone-editor'];
    await says(editor, 'Milestone 1');
    await write('title', 'Wireframes');
    await write('amount', '800');
    await key('Enter');
    await says(editor, '$800.00');
    expect(focused()).to.equal('Add a milestone');
    await onward(made, 'Back', 'New contract');
    expect(made.renderRoot.querySelector<HTMLInputElement>('#title')?.value).to.equal('Website redesign');
  });
});
