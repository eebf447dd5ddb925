import type { MilestoneChangeItem, MilestoneId } from '@handsel/protocol';
import { expect, fixture, html } from '@open-wc/testing';
import { proposalWords } from '../locales/en/proposal.ts';
import { proposal } from './proposal.ts';
import { sampleContract } from './testing/contract.ts';
import { textOf } from './testing/suite.ts';
import { writing } from './writing.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const [ONE, TWO] = ['ms_1', 'ms_2'] as [MilestoneId, MilestoneId];

describe('A proposed change of the milestones', () => {
  async function lines(...items: readonly MilestoneChangeItem[]): Promise<string[]> {
    const home = await fixture(html`<div>${drawn(items, '')}</div>`);
    return [...home.querySelectorAll('ul > li')].map(textOf);
  }

  it('names a new milestone with its price, its day and what it holds', async () => {
    const item = { op: 'add' as const, title: 'Signs', amount: usd(30_000), dueOn: '2026-12-18', description: 'Two.' };
    expect(await lines(item)).to.deep.equal(['New: Signs $300.00 Due 18 Dec 2026 Two.']);
  });

  it('takes the price of one that goes away off', async () => {
    expect((await lines({ op: 'remove', milestoneId: TWO }))[0]).to.match(/^Removed: Step 2 −.\$1,800\.00$/);
  });

  it('says of one that is edited what it was, and nothing that stays', async () => {
    const renamed = { op: 'edit' as const, milestoneId: ONE, title: 'Wireframes' };
    const dearer = { op: 'edit' as const, milestoneId: TWO, amount: usd(200_000), dueOn: null };
    expect(await lines(renamed, dearer)).to.deep.equal([
      'Wireframes $1,200.00 was Step 1',
      'Step 2 $2,000.00 was $1,800.00 No due date',
    ]);
  });

  it('shows a new description in full: it is agreed to like everything else', async () => {
    const text = `${'A long line of what will be delivered. '.repeat(100)}The end.`;
    expect((await lines({ op: 'edit', milestoneId: ONE, description: text }))[0]).to.contain('The end.');
  });

  it('lists the new order by name', async () => {
    expect(await lines({ op: 'reorder', milestoneIds: [TWO, ONE] })).to.deep.equal(['New order Step 2Step 1']);
  });

  it('quotes what was written with it', async () => {
    const home = await fixture(html`<div>${drawn([], 'With a favicon.')}</div>`);
    expect(home.querySelector('blockquote')?.textContent).to.equal('With a favicon.');
  });
});

function drawn(items: readonly MilestoneChangeItem[], note: string) {
  const [createdAt, decidedAt] = ['2026-11-23T14:20:00.000Z', null];
  const milestoneChange = { id: 'mcr_1' as const, by: 'client' as const, state: 'open' as const };
  const contract = sampleContract({
    milestoneChange: { ...milestoneChange, items: [...items], note, createdAt, decidedAt },
  });
  return proposal({ contract, words: proposalWords, write: writing('en') });
}
