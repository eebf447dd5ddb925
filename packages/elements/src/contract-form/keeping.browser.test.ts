import { Draft } from '@handsel/core/draft';
import { expect, oneEvent } from '@open-wc/testing';
import { has, says, textOf } from '../foundation/testing/suite.ts';
import { choose, desk, field, press, toAmount, toSignature, type } from './testing/acts.ts';

const kept = () => Object.values({ ...localStorage }).join();
/** The page is left, in whatever way. */
const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

describe('What is typed', () => {
  it('is there again after a reload, and says when it was typed', async () => {
    const { form } = await desk();
    const made = await form();
    await type(made, 'email', 'kim@arden.example');
    await type(made, 'title', 'Half a contract');
    leave();
    made.remove();
    const again = await form();
    await says(again, 'Restored from');
    expect(field(again, 'title').value).to.equal('Half a contract');
    expect(field(again, 'email').value).to.equal('kim@arden.example');
  });

  it('comes back on the step where it was left, with the row that was half typed', async () => {
    const { form } = await desk();
    const made = await form();
    await toAmount(made);
    await choose(made, 'milestones');
    const editor = (await has(made, 'handsel-milestone-editor')) as HTMLElementTagNameMap['handsel-milestone-editor'];
    await says(editor, 'Milestone 1');
    const title = editor.renderRoot.querySelector<HTMLInputElement>('#title');
    if (!title) throw new Error('There is no field for the name.');
    title.value = 'Half a row';
    title.dispatchEvent(new InputEvent('input', { bubbles: true }));
    leave();
    made.remove();
    const again = await form();
    await says(again, 'What does it cost?');
    const second = (await has(again, 'handsel-milestone-editor')) as typeof editor;
    await says(second, 'Milestone 1');
    expect(second.renderRoot.querySelector<HTMLInputElement>('#title')?.value).to.equal('Half a row');
  });

  it('is all there again after a reload, a thousand milestones and the one half typed', async () => {
    const { form } = await desk();
    const made = await form();
    await toAmount(made);
    await choose(made, 'milestones');
    const editor = (await has(made, 'handsel-milestone-editor')) as HTMLElementTagNameMap['handsel-milestone-editor'];
    await says(editor, 'Milestone 1');
    const amount = { amount: 10_000, currency: 'USD' };
    editor.milestones = Array.from({ length: 999 }, (_, at) => ({ title: `Step ${at + 1}`, amount }));
    for (const [title, saved] of [
      ['Step 1000', true],
      ['Half a row', false],
    ] as const) {
      editor.add();
      await editor.updateComplete;
      for (const [id, value] of Object.entries({ title, amount: '100' })) {
        const input = editor.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
        if (!input) throw new Error(`There is no ${id}.`);
        input.value = value;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      if (saved) expect(editor.save()).to.equal(true);
    }
    leave();
    made.remove();
    const again = await form();
    const second = (await has(again, 'handsel-milestone-editor')) as typeof editor;
    await says(second, 'Step 1000');
    expect(second.milestones.map(({ title }) => title)).to.deep.equal(editor.milestones.map(({ title }) => title));
    expect(second.milestones).to.have.length(1000);
    expect(second.unsaved?.title).to.equal('Half a row');
  });

  it('is kept while sending fails, and forgotten once the backend has it', async () => {
    const { form, sandbox } = await desk();
    const made = await form();
    await toSignature(made);
    sandbox.failNext({ operation: 'contracts.create', code: 'VALIDATION' });
    const failed = oneEvent(made, 'handsel-error');
    press(made, 'Sign and send');
    await failed;
    leave();
    expect(kept()).to.contain('Website redesign');
    const sent = oneEvent(made, 'handsel-contract-sent');
    press(made, 'Sign and send');
    await sent;
    expect(kept()).not.to.contain('Website redesign');
  });

  it('is forgotten when the person starts over', async () => {
    const { form } = await desk();
    const made = await form();
    await type(made, 'title', 'Half a contract');
    leave();
    made.remove();
    const again = await form();
    await says(again, 'Start over');
    press(again, 'Start over');
    await again.updateComplete;
    expect(field(again, 'title').value).to.equal('');
    expect(kept()).not.to.contain('Half a contract');
  });

  it('is not kept where the page says so', async () => {
    const { form } = await desk();
    const made = await form((each) => {
      each.noDrafts = true;
    });
    await type(made, 'title', 'Secret');
    leave();
    expect(kept()).not.to.contain('Secret');
  });

  it('is kept apart for two forms on one page', async () => {
    const { form } = await desk();
    const one = await form((each) => {
      each.draftKey = 'one';
    });
    await type(one, 'title', 'The first');
    leave();
    const two = await form((each) => {
      each.draftKey = 'two';
    });
    await two.updateComplete;
    expect(field(two, 'title').value).to.equal('');
  });

  it('says so where a browser keeps nothing, and works all the same', async () => {
    const { form } = await desk();
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    try {
      const made = await form();
      await type(made, 'title', 'Half a contract');
      leave();
      await says(made, 'This browser keeps no drafts.');
      expect(textOf(made)).not.to.contain('Draft saved');
      await toSignature(made);
      const sent = oneEvent(made, 'handsel-contract-sent');
      press(made, 'Sign and send');
      await sent;
    } finally {
      Storage.prototype.setItem = set;
    }
  });

  it('survives whatever somebody has written into the storage', async () => {
    const { form } = await desk();
    const made = await form();
    await type(made, 'title', 'x');
    leave();
    const [name = ''] = Object.keys({ ...localStorage });
    const draft = new Draft(name.replace('handsel:draft:', ''), localStorage);
    for (const value of [null, {}, { values: { title: 5, milestones: 'no' }, at: 'x' }, 'text']) {
      expect(draft.save(value)).to.equal(true);
      expect(Object.keys({ ...localStorage })).to.deep.equal([name]);
      const again = await form();
      expect(field(again, 'title').value).to.equal('');
      again.remove();
    }
  });
});
