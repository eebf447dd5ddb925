import { expect, fixture, html } from '@open-wc/testing';
import type { MilestoneEditorElement } from './milestone-editor.ts';
import { make, part, press, THREE, titles, type, usd } from './testing/acts.ts';

describe('The milestone editor in a form', () => {
  async function form(attributes = html``): Promise<{ form: HTMLFormElement; editor: MilestoneEditorElement }> {
    const made = await fixture<HTMLFormElement>(
      html`<form>
        ${attributes}
        <fieldset>
          <handsel-milestone-editor name="milestones" required></handsel-milestone-editor>
        </fieldset>
      </form>`,
    );
    const editor = made.querySelector('handsel-milestone-editor') as MilestoneEditorElement;
    await editor.updateComplete;
    return { form: made, editor };
  }

  it('sends its milestones as JSON under its name', async () => {
    const { form: host, editor } = await form();
    editor.milestones = THREE;
    await editor.updateComplete;
    expect(JSON.parse(String(new FormData(host).get('milestones')))).to.deep.equal(THREE);
  });

  it('keeps the form from being sent while it is empty, faulty or half typed', async () => {
    const { form: host, editor } = await form();
    expect(host.checkValidity()).to.equal(false);
    expect(editor.validity.valueMissing).to.equal(true);
    editor.milestones = [{ title: 'Cheap', amount: usd(499) }];
    await editor.updateComplete;
    expect(editor.validationMessage).to.contain('Add $0.01 or more.');
    editor.milestones = THREE;
    await editor.updateComplete;
    expect(host.checkValidity()).to.equal(true);
    await press(editor, 'Add a milestone');
    await type(editor, 'title', 'Half');
    expect(host.checkValidity()).to.equal(false);
  });

  it('saves a half typed row when it is asked whether all is right, or says what is missing', async () => {
    const { editor } = await form();
    await press(editor, 'Add a milestone');
    await type(editor, 'title', 'Half');
    expect(editor.reportValidity()).to.equal(false);
    await type(editor, 'amount', '10');
    expect(editor.reportValidity()).to.equal(true);
    expect(titles(editor)).to.equal('Half');
  });

  it('goes back to its first value with the form, and rests in a disabled fieldset', async () => {
    const made = await fixture<HTMLFormElement>(
      html`<form>
        <fieldset><handsel-milestone-editor value=${JSON.stringify(THREE)}></handsel-milestone-editor></fieldset>
      </form>`,
    );
    const editor = made.querySelector('handsel-milestone-editor') as MilestoneEditorElement;
    await editor.updateComplete;
    await press(editor, 'Remove: Build');
    made.reset();
    await editor.updateComplete;
    expect(titles(editor)).to.equal('Wireframes, Visual design, Build');
    made.querySelector('fieldset')?.setAttribute('disabled', '');
    await editor.updateComplete;
    expect(editor.renderRoot.querySelectorAll('button').length).to.equal(0);
  });

  it('comes back with what was typed after a reload', async () => {
    const editor = await make([]);
    const open = { title: 'Half', amount: '12', dueOn: '', description: '' };
    editor.formStateRestoreCallback(JSON.stringify({ milestones: THREE, open }));
    await editor.updateComplete;
    expect(titles(editor)).to.equal('Wireframes, Visual design, Build');
    expect((part(editor, '#title') as HTMLInputElement).value).to.equal('Half');
  });
});
