import type { Contract } from '@handsel/protocol';
import { expect, oneEvent } from '@open-wc/testing';
import { isAccessible } from '../foundation/testing/axe.ts';
import { has, itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import type { ContractFormElement } from './contract-form.ts';
import { choose, desk, field, focused, press, toAmount, toSignature, type } from './testing/acts.ts';

const signed = async (form: ContractFormElement): Promise<Contract> => {
  const sent = oneEvent(form, 'handsel-contract-sent');
  press(form, 'Sign and send');
  return (await sent).detail.contract;
};

describe('The contract form', () => {
  itBehavesLikeAWidget<ContractFormElement>(
    'handsel-contract-form',
    async (form) => {
      const { network } = await desk();
      form.backend = network;
    },
    'New contract',
  );
  itSaysWhatIsMissing<ContractFormElement>('handsel-contract-form');

  it('says everything that is missing at once, lists it above, and goes to the first', async () => {
    const { form } = await desk();
    const made = await form();
    press(made, 'Continue to amount');
    await says(made, '3 fields need you');
    for (const text of ['Enter your client’s e-mail address.', 'Give the contract a name.', 'what you will deliver.']) {
      expect(textOf(made)).to.contain(text);
    }
    expect(focused(made)).to.equal('email');
    expect(field(made, 'email').getAttribute('aria-description')).to.equal('Enter your client’s e-mail address.');
    await isAccessible(made);
  });

  it('takes a fault back as soon as it is mended, and the list with the third', async () => {
    const { form } = await desk();
    const made = await form();
    press(made, 'Continue to amount');
    await says(made, '3 fields need you');
    await type(made, 'email', 'kim@arden');
    expect(textOf(made)).to.contain('Enter an e-mail address like name@company.com.');
    await type(made, 'email', 'kim@arden.example');
    expect(textOf(made)).not.to.contain('e-mail address like');
    expect(textOf(made)).not.to.contain('fields need you');
    expect(field(made, 'email').getAttribute('aria-invalid')).to.equal('false');
  });

  it('keeps everything through back and next', async () => {
    const { form } = await desk();
    const made = await form();
    await toAmount(made);
    await type(made, 'amount', '1200');
    press(made, 'Back');
    await says(made, 'New contract');
    expect(focused(made)).to.equal('heading');
    expect(field(made, 'title').value).to.equal('Website redesign');
    expect(field(made, 'email').value).to.equal('kim@arden.example');
    press(made, 'Continue to amount');
    await says(made, 'What does it cost?');
    expect(field(made, 'amount').value).to.equal('1200');
  });

  it('refuses less than the policy allows, and says how much is missing', async () => {
    const { form } = await desk();
    const made = await form();
    await toAmount(made);
    await type(made, 'amount', '4.99');
    press(made, 'Continue to terms');
    await says(made, 'A milestone is at least $5.00. Add $0.01 or more.');
    expect(focused(made)).to.equal('amount');
  });

  it('signs and sends a contract, tells the page, and says to wait', async () => {
    const { form, client } = await desk();
    const made = await form();
    await toSignature(made);
    const created = oneEvent(made, 'handsel-contract-created');
    const contract = await signed(made);
    expect((await created).detail.contract.status).to.equal('draft');
    expect(contract.status).to.equal('pending_acceptance');
    await says(made, 'Contract sent to kim@arden.example');
    expect(textOf(made)).to.contain('Wait for your client to accept and fund it before you start.');
    expect(focused(made)).to.equal('heading');
    const stored = await client.contracts.retrieve(contract.id);
    expect(stored.figures.total).to.deep.equal({ amount: 120_000, currency: 'USD' });
    expect(stored.signatures.map(({ name }) => name)).to.deep.equal(['Robin Vale']);
    await isAccessible(made);
  });

  it('sends milestones in their order, with the half typed row saved on the way', async () => {
    const { form } = await desk();
    const made = await form();
    await toAmount(made);
    await choose(made, 'milestones');
    const editor = (await has(made, 'handsel-milestone-editor')) as HTMLElementTagNameMap['handsel-milestone-editor'];
    await says(editor, 'Name');
    editor.milestones = [{ title: 'Wireframes', amount: { amount: 120_000, currency: 'USD' } }];
    editor.add();
    await says(editor, 'Milestone 2');
    for (const [id, value] of Object.entries({ title: 'Design', amount: '1.800,00' })) {
      const input = editor.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
      if (!input) throw new Error(`There is no ${id}.`);
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    press(made, 'Continue to terms');
    await says(made, 'Your own terms');
    press(made, 'Continue to review');
    await says(made, 'Two milestones');
    await type(made, 'signature', 'Robin Vale');
    const { milestones } = await signed(made);
    expect(milestones.map(({ title, amount }) => [title, amount.amount])).to.deep.equal([
      ['Wireframes', 120_000],
      ['Design', 180_000],
    ]);
  });

  it('asks the page before anything is sent, and takes no for an answer', async () => {
    const { form, network } = await desk();
    const made = await form();
    await toSignature(made);
    const asked: string[] = [];
    made.addEventListener('handsel-before-create', (event) => {
      event.preventDefault();
      asked.push((event as CustomEvent).detail.draft.title);
    });
    press(made, 'Sign and send');
    await made.updateComplete;
    expect(asked).to.deep.equal(['Website redesign']);
    expect(made.renderRoot.querySelector('[type="submit"]')?.getAttribute('aria-busy')).to.equal('false');
    expect(network.writes).to.deep.equal([]);
  });

  it('takes an offer back from the wrong address', async () => {
    const { form, client } = await desk();
    const made = await form();
    await toSignature(made);
    const { id } = await signed(made);
    await says(made, 'Withdraw it');
    press(made, 'Withdraw it');
    await says(made, 'Contract withdrawn');
    expect((await client.contracts.retrieve(id)).status).to.equal('withdrawn');
    press(made, 'Create another');
    await says(made, 'New contract');
    expect(field(made, 'title').value).to.equal('');
  });

  it('looks the same on a page with rules of its own for inputs', async () => {
    const { form } = await desk();
    const rules = new CSSStyleSheet();
    rules.replaceSync(
      'input { margin: 9px; border: 3px dotted red; border-radius: 20px; font: 9px monospace; inline-size: 40px }',
    );
    document.adoptedStyleSheets.push(rules);
    try {
      const made = await form((each) => {
        each.as = 'client';
      });
      const look = (input: Element) => {
        const { marginInlineStart, borderRadius, borderTopStyle, fontSize } = getComputedStyle(input);
        return [marginInlineStart, borderRadius, borderTopStyle, fontSize];
      };
      expect(look(field(made, 'email'))).to.deep.equal(look(field(made, 'title')));
      expect(field(made, 'email').offsetWidth).to.be.above(100);
      expect(field(made, 'trap').offsetWidth).to.be.below(5);
    } finally {
      document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(rules), 1);
    }
  });

  it('is accessible on each step', async () => {
    const { form } = await desk();
    const made = await form();
    await isAccessible(made);
    await toAmount(made);
    await isAccessible(made);
    await type(made, 'amount', '1200');
    press(made, 'Continue to terms');
    await says(made, 'Your own terms');
    await isAccessible(made);
    press(made, 'Continue to review');
    await says(made, 'Check it once more');
    await isAccessible(made);
  });
});
