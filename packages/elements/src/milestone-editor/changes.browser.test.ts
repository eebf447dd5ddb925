import type { Contract, Milestone } from '@handsel/protocol';
import { expect, fixture, html } from '@open-wc/testing';
import { isAccessible } from '../foundation/testing/axe.ts';
import { says, textOf } from '../foundation/testing/suite.ts';
import type { MilestoneEditorElement } from './milestone-editor.ts';
import { press, type, usd } from './testing/acts.ts';

describe('The milestone editor on a signed contract', () => {
  it('locks what is paid, and proposes edits, removals, additions and a new order', async () => {
    const editor = await change();
    expect(textOf(editor)).to.contain('Paid, cannot change');
    expect(editor.renderRoot.querySelector('[aria-label="Edit: Wireframes"]')).to.equal(null);
    await press(editor, 'Move up: Launch');
    await press(editor, 'Remove: Build');
    await press(editor, 'Edit: Visual design');
    await type(editor, 'amount', '2100');
    await press(editor, 'Save milestone');
    await press(editor, 'Add a milestone');
    await type(editor, 'title', 'Newsletter');
    await type(editor, 'amount', '400');
    await press(editor, 'Save milestone');
    expect(editor.changes).to.deep.equal([
      { op: 'remove', milestoneId: 'ms_3' },
      { op: 'edit', milestoneId: 'ms_2', amount: usd(210_000) },
      { op: 'add', title: 'Newsletter', amount: usd(40_000) },
      { op: 'reorder', milestoneIds: ['ms_5', 'ms_4'] },
    ]);
  });

  it('shows each change, and what the contract would come to', async () => {
    const editor = await change();
    await press(editor, 'Edit: Visual design');
    await type(editor, 'amount', '2100');
    await press(editor, 'Save milestone');
    await press(editor, 'Show changes (1)');
    expect(textOf(editor)).to.contain('Amount changed');
    expect(textOf(editor)).to.contain('If Kim agrees $9,300.00');
    await isAccessible(editor);
  });

  it('does not let a funded milestone become less than what is held for it', async () => {
    const editor = await change();
    await press(editor, 'Edit: Visual design');
    await type(editor, 'amount', '1000');
    await press(editor, 'Save milestone');
    await says(editor, '$1,800.00 is held for this milestone. It cannot become less.');
  });

  it('tells a client that only the freelancer can ask for more on what is funded', async () => {
    const editor = await change('client');
    expect(textOf(editor)).to.contain('Funded: its amount stays');
    await press(editor, 'Edit: Visual design');
    await type(editor, 'amount', '2100');
    await press(editor, 'Save milestone');
    await says(editor, '$1,800.00 is held for this milestone. Only the freelancer can ask for more.');
    await type(editor, 'amount', '1800');
    await press(editor, 'Save milestone');
    await press(editor, 'Edit: Build');
    await type(editor, 'amount', '2100');
    await press(editor, 'Save milestone');
    expect(editor.changes).to.deep.equal([{ op: 'edit', milestoneId: 'ms_3', amount: usd(210_000) }]);
  });
});

function milestone(id: number, title: string, state: Milestone['state'], escrow = 0): Milestone {
  const amount = usd(180_000);
  const none = { fundedAt: null, submittedAt: null, autoReleaseAt: null, paidAt: null, dueOn: null };
  const money = { amount, escrow: usd(escrow), released: usd(0), refunded: usd(0) };
  return { id: `ms_${id}`, title, description: '', state, ...money, ...none };
}

async function change(viewer: 'freelancer' | 'client' = 'freelancer'): Promise<MilestoneEditorElement> {
  const contract = {
    id: 'ctr_1',
    viewer,
    currency: 'USD',
    freelancer: { id: 'pty_1', name: 'Robin Vale', email: 'robin@vale.example', company: null },
    client: { id: 'pty_2', name: 'Kim Arden', email: 'kim@arden.example', company: null },
    figures: { total: usd(960_000) },
    milestones: [
      milestone(1, 'Wireframes', 'paid'),
      milestone(2, 'Visual design', 'active', 180_000),
      milestone(3, 'Build', 'planned'),
      milestone(4, 'Content', 'planned'),
      milestone(5, 'Launch', 'planned'),
    ],
  } as unknown as Contract;
  return fixture(html`<handsel-milestone-editor mode="change" .contract=${contract}></handsel-milestone-editor>`);
}
