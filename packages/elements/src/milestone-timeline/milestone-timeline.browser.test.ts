import { expect } from '@open-wc/testing';
import '../define/milestone-timeline.ts';
import { about, approve, focused, offline, press, show } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import { writing } from '../foundation/writing.ts';
import type { MilestoneTimelineElement } from './milestone-timeline.ts';

/** Fourteen days after the day all tests begin, where the reader is. */
const DEADLINE = writing('en').moment('2026-12-07T14:20:00.000Z').replace(/\s/g, ' ');

describe('<handsel-milestone-timeline>', () => {
  let sandbox: World;
  let standing: string;
  const timeline = (contractId: string, as: 'freelancer' | 'client' = 'freelancer') =>
    show(sandbox, 'milestone-timeline', { contractId, as });

  beforeEach(async () => {
    sandbox = await world();
    standing = await sandbox.create('two-milestones');
  });
  afterEach(() => sandbox.close());

  itBehavesLikeAWidget<MilestoneTimelineElement>(
    'handsel-milestone-timeline',
    (element) => about(element, sandbox, standing),
    /Not funded/,
  );
  itSaysWhatIsMissing('handsel-milestone-timeline');

  it('says of each milestone what it costs, how it stands and what it waits for', async () => {
    const element = await timeline(await sandbox.create('two-milestones'));
    await says(element, 'Not funded');
    expect(rows(element)).to.deep.equal([
      'Logo and colours $800.00 What will be delivered Mark, palette, typefaces. Active & funded',
      'Website $1,200.00 Wait until Kim has funded it. What will be delivered Five pages, ready to be filled. Not funded',
    ]);
  });

  const OF_ONE = [
    ['signed', 'Website redesign $500.00 Wait until Kim has funded it. Not funded'],
    ['active', 'Website redesign $500.00 Active & funded'],
    ['payment-requested', `Website redesign $500.00 Kim has until ${DEADLINE} to approve it Awaiting approval`],
    ['changes-requested', 'Website redesign $500.00 Kim asked for changes Changes requested'],
    ['completed', 'Website redesign $500.00 Approved by Kim on 23 Nov 2026, paid at once Paid'],
    ['disputed', 'Website redesign $500.00 In dispute'],
  ] as const;
  for (const [state, said] of OF_ONE) {
    it(`tells a milestone that is ${state}, and passes axe`, async () => {
      const element = await timeline(await sandbox.create(state));
      // Who did it comes with the events, a moment after the contract.
      await says(element, said.split(' ').slice(3).join(' '));
      expect(rows(element)).to.deep.equal([said]);
      await isAccessible(element);
    });
  }

  it('tells the client when an answer is due, and that nothing is charged before it is funded', async () => {
    const asked = await timeline(await sandbox.create('payment-requested'), 'client');
    await says(asked, `You have until ${DEADLINE} to approve it or ask for changes`);
    const funded = await timeline(await sandbox.create('two-milestones'), 'client');
    await says(funded, 'Not charged until you fund it.');
  });

  it('says that a milestone waits for its turn when its money is there already', async () => {
    const element = await timeline(await sandbox.create('all-funded'));
    await says(element, 'Starts when the one before is done.');
    expect(rows(element)[1]).to.contain('Funded');
  });

  it('draws a line through what is past, and dots before what is to come', async () => {
    const element = await timeline(await sandbox.create('partly-paid'));
    await says(element, 'Paid');
    const [past, next] = element.renderRoot.querySelectorAll('li');
    const line = (row: Element | undefined) => row && getComputedStyle(row, '::before').borderInlineStartStyle;
    expect(line(past)).to.equal('solid');
    expect(next && getComputedStyle(next, '::before').content).to.equal('none');
    const running = await timeline(await sandbox.create('two-milestones'));
    await says(running, 'Not funded');
    expect(line(running.renderRoot.querySelector('li') ?? undefined)).to.equal('dotted');
  });

  it('hears without a reload that the client has paid', async () => {
    const contractId = await sandbox.create('payment-requested');
    const element = await timeline(contractId);
    await says(element, 'Awaiting approval');
    await approve(sandbox, contractId);
    await says(element, 'Approved by Kim');
  });

  it('says when the clock has paid it, and not Kim', async () => {
    const element = await timeline(await sandbox.create('payment-requested'));
    await says(element, 'Awaiting approval');
    await sandbox.advance({ days: 15 });
    await says(element, /Paid on .*: there was no answer in time/);
  });

  it('says that there are none yet', async () => {
    const element = await timeline(await sandbox.create('request'));
    await says(element, 'No milestones yet.');
  });

  it('draws a hundred of very many, those in work first, and more when asked', async () => {
    const milestones = Array.from({ length: 150 }, (_, index) => ({
      title: `Part ${index + 1}`,
      amount: { amount: 1_000, currency: 'USD' },
    }));
    const draft = { title: 'Many parts', description: '', currency: 'USD', milestones };
    const { client } = sandbox;
    const { id } = await client.contracts.create({
      ...draft,
      client: { name: 'Kim Arden', email: 'kim@arden.example' },
    });
    const element = await timeline(id);
    await says(element, 'Part 100');
    expect(rows(element)).to.have.length(100);
    press(element, 'Show 50 more milestones');
    await says(element, 'Part 150');
    expect(focused()).to.contain('Part 101');
  });

  it('keeps what was read when the page is cut off, and says how old it is', async () => {
    const element = await timeline(await sandbox.create('active'));
    await says(element, 'Active & funded');
    await offline(sandbox, async () => {
      await says(element, /You are offline. This is how things stood at \d\d:\d\d/);
      expect(rows(element)).to.have.length(1);
      await isAccessible(element);
    });
  });

  it('says that it did not load, and tries again when asked', async () => {
    const contractId = await sandbox.create('active');
    sandbox.failNext({ operation: 'contracts.retrieve', times: 3 });
    const element = await timeline(contractId);
    await says(element, 'The contract did not load.');
    await isAccessible(element);
    press(element, 'Try again');
    await says(element, 'Active & funded');
  });

  it('shows nothing of a contract of others', async () => {
    const stranger = await world({ seed: 'another' });
    const element = await timeline(await stranger.create('active'));
    await says(element, 'This contract is not here, or you may not see it.');
    await stranger.close();
  });
});

function rows(element: MilestoneTimelineElement): string[] {
  return [...element.renderRoot.querySelectorAll('li')].map(textOf);
}
