import { expect, oneEvent } from '@open-wc/testing';
import { isAccessible } from '../foundation/testing/axe.ts';
import { says, textOf } from '../foundation/testing/suite.ts';
import type { ContractFormElement } from './contract-form.ts';
import { desk, field, focused, place, press, toRequest, type } from './testing/acts.ts';

const ASK = 'POST /v1/contract-requests';

async function page() {
  const { network, sandbox, client } = await desk();
  const form = async (more: Partial<ContractFormElement> = {}) => {
    const made = document.createElement('handsel-contract-form');
    Object.assign(made, { as: 'client', backend: network, publishableKey: sandbox.publishableKey }, more);
    return place(made);
  };
  return { network, sandbox, client, form };
}

async function asked(form: ContractFormElement): Promise<void> {
  const requested = oneEvent(form, 'handsel-contract-requested');
  press(form, 'Send request');
  await requested;
}

describe('Asking for a contract from a public page', () => {
  it('says who will answer, and that asking costs nothing', async () => {
    const { form } = await page();
    const made = await form();
    await says(made, /Asking costs nothing\. \w+ writes the contract\./);
    expect(textOf(made)).to.contain('Budget');
    expect(textOf(made)).not.to.contain('Terms');
    await isAccessible(made);
  });

  it('gives the freelancer a draft, and says what happens next', async () => {
    const { form, client, network } = await page();
    const made = await form();
    await toRequest(made);
    await isAccessible(made);
    await asked(made);
    await says(made, 'Request sent to');
    expect(textOf(made)).to.contain('We e-mail it to ines@harbour.example.');
    await isAccessible(made);
    expect(network.lines).to.deep.equal([ASK]);
    const [draft] = (await client.contracts.list()).data;
    expect([draft?.status, draft?.origin, draft?.title]).to.deep.equal([
      'draft',
      'request',
      'A website for our sailing school',
    ]);
  });

  it('asks once when the answer is lost and the person presses again', async () => {
    const { form, client, sandbox } = await page();
    const made = await form();
    await toRequest(made);
    sandbox.loseNextAnswer({ operation: 'contractRequests.create', times: 3 });
    const failed = oneEvent(made, 'handsel-error');
    press(made, 'Send request');
    await failed;
    await says(made, 'Try again: nothing is sent twice.');
    await asked(made);
    expect((await client.contracts.list()).data).to.have.length(1);
  });

  it('takes nobody for a robot who presses again, and nothing from a field that nobody sees', async () => {
    const { form, network } = await page();
    const made = await form();
    await toRequest(made);
    await type(made, 'trap', 'https://spam.example');
    press(made, 'Send request');
    await says(made, 'a hidden field that people cannot see was filled in');
    expect(network.writes).to.deep.equal([]);
    await asked(made);
  });

  it('sends nothing within the time that nobody can fill it in', async () => {
    const { form, network } = await page();
    const began = performance.now();
    const made = await form();
    await toRequest(made);
    await asked(made);
    expect(network.writes).to.have.length(1);
    expect(performance.now() - began).to.be.at.least(2_000);
  });

  it('fills in what the page knows, and ignores what cannot be right', async () => {
    const { form } = await page();
    const made = await form({
      clientEmail: 'ines@harbour.example',
      clientName: 'Ines\u202eOkoro',
      contractTitle: 'x'.repeat(101),
    });
    expect(field(made, 'email').value).to.equal('ines@harbour.example');
    expect(field(made, 'name').value).to.equal('');
    expect(field(made, 'title').value).to.equal('');
  });

  it('takes inputs of the page, and lets browsers fill in all of them', async () => {
    const { form } = await page();
    const own = Object.assign(document.createElement('input'), { slot: 'email', type: 'email', value: 'me@x.example' });
    const made = document.createElement('handsel-contract-form');
    made.as = 'client';
    made.append(own);
    await place(made);
    expect(made.querySelectorAll('[slot="email"]')).to.have.length(1);
    const hints = [...(await form()).querySelectorAll('input')].map((input) => input.autocomplete);
    expect(hints).to.deep.equal(['name', 'email', 'organization', 'off']);
    press(made, 'Continue to budget');
    await says(made, 'Enter your name.');
    expect(textOf(made)).not.to.contain('Enter your e-mail address.');
  });

  it('sends what a browser has filled in without a word', async () => {
    const { form } = await page();
    const made = await form();
    for (const [name, value] of [
      ['name', 'Ines Okoro'],
      ['email', 'ines@harbour.example'],
    ] as const) {
      field(made, name).value = value;
    }
    press(made, 'Continue to budget');
    await says(made, 'Say in a few words what you are making.');
    expect(textOf(made)).not.to.contain('Enter your name.');
  });

  it('goes on with Enter, and leaves the form around it alone', async () => {
    const { form } = await page();
    const made = await form();
    const around = document.createElement('form');
    made.replaceWith(around);
    around.append(made);
    await made.updateComplete;
    expect([...new FormData(around).keys()]).to.deep.equal([]);
    const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    field(made, 'name').dispatchEvent(key);
    await says(made, 'Enter your name.');
    expect(key.defaultPrevented).to.equal(true);
    expect(focused(made)).to.equal('name');
  });
});
