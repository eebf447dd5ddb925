import { expect } from '@open-wc/testing';
import '../define/details.ts';
import { about, offline, press, show } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import { writing } from '../foundation/writing.ts';
import type { DetailsElement } from './details.ts';

const write = writing('en');
const plain = (text: string) => text.replace(/\s/g, ' ');
/** When everything happens before the clock is turned, where the reader is. */
const NOW = '2026-11-23T14:20:00.000Z';

describe('<handsel-details>', () => {
  let sandbox: World;
  let standing: string;
  const details = (contractId: string, as: 'freelancer' | 'client' = 'freelancer') =>
    show(sandbox, 'details', { contractId, as });

  beforeEach(async () => {
    sandbox = await world();
    standing = await sandbox.create('active');
  });
  afterEach(() => sandbox.close());

  itBehavesLikeAWidget<DetailsElement>(
    'handsel-details',
    (element) => about(element, sandbox, standing),
    'The two sides',
  );
  itSaysWhatIsMissing('handsel-details');

  it('says what the contract is about and what both sides agreed', async () => {
    const element = await details(await sandbox.create('active'));
    await says(element, 'The two sides');
    expect(section(element, 'What it is about')).to.contain('Photos come from the studio.');
    const agreed = section(element, 'What both sides agreed');
    expect(agreed).to.contain('Kim pays each milestone into escrow before work on it begins.');
    expect(agreed).to.contain('Kim has 14 days to approve it or ask for changes.');
    expect(agreed).to.contain('No fees. Nobody stands between the two sides.');
    await isAccessible(element);
  });

  it('says the fees of this contract, where there are any', async () => {
    const dear = await world({ policy: { fees: { freelancerBps: 500, clientBps: 300 }, reviewDays: 7 } });
    const contractId = await dear.create('active');
    const element = await show(dear, 'details', { contractId });
    await says(element, 'Robin pays a fee of 5 % on what is released.');
    await says(element, 'Kim pays a fee of 3 % on what goes into escrow.');
    await says(element, 'Kim has 7 days to approve it');
    await dear.close();
  });

  it('shows both signatures with their time, and what was signed', async () => {
    const element = await details(await sandbox.create('signed'));
    await says(element, 'Signatures');
    const signed = plain(`Signed ${write.moment(NOW)}`);
    expect(halves(element)).to.deep.equal([`Robin Vale Freelancer ${signed}`, `Kim Arden Client ${signed}`]);
    expect(section(element, 'Signatures')).to.match(/Version 1 of the terms.*[0-9a-f]{64}/);
  });

  it('leaves the client’s line open until they sign, and hears when they do', async () => {
    const contractId = await sandbox.create('sent');
    const element = await details(contractId);
    await says(element, 'What both sides will agree');
    expect(halves(element)[1]).to.equal('Client Not signed yet');
    expect(section(element, 'Dates')).to.contain('Sent');
    await isAccessible(element);
    await sandbox.client.contracts.withdraw(contractId);
    await says(element, 'Ended');
  });

  it('gives the version of the terms that both have signed', async () => {
    const { client } = sandbox;
    const id = await sandbox.create('sent');
    const { title, description, currency, milestones, version } = await client.contracts.retrieve(id);
    const parts = milestones.map(({ title: name, amount }) => ({ title: name, amount }));
    const people = { client: { name: 'Kim Arden', email: 'kim@arden.example' } };
    const draft = { title, description, currency, milestones: parts, terms: 'Two rounds of changes.', ...people };
    await client.contracts.revise(id, { draft, signature: 'Robin Vale' }, { ifMatch: version });
    const element = await details(id, 'client');
    await says(element, 'Version 2 of the terms');
    expect(section(element, 'Robin’s terms')).to.contain('Two rounds of changes.');
  });

  it('calls the reader you, on either side', async () => {
    const contractId = await sandbox.create('active');
    const mine = await details(contractId);
    await says(mine, 'Robin Vale (you)');
    expect(section(mine, 'Your terms')).to.contain('No terms besides these clauses.');
    await says(await details(contractId, 'client'), 'Kim Arden (you)');
  });

  it('writes words of the page, and runs nothing they hold', async () => {
    const { client } = sandbox;
    const description = '<img src=x onerror="document.title=1">\nSecond line';
    const milestones = [{ title: 'Work', amount: { amount: 50_000, currency: 'USD' } }];
    const people = { client: { name: 'Kim Arden', email: 'kim@arden.example' } };
    const { id } = await client.contracts.create({
      title: 'Work',
      description,
      currency: 'USD',
      milestones,
      ...people,
    });
    const element = await details(id);
    await says(element, '<img src=x');
    expect(element.renderRoot.querySelectorAll('img')).to.have.length(0);
    const prose = element.renderRoot.querySelector('.prose');
    expect(prose && getComputedStyle(prose).whiteSpaceCollapse).to.equal('preserve-breaks');
  });

  it('keeps within its width, whatever words it is given', async () => {
    const { client } = sandbox;
    const word = 'x'.repeat(60);
    const description = `${word} `.repeat(80).trim();
    const milestones = [{ title: word, amount: { amount: 50_000, currency: 'USD' } }];
    const people = { client: { name: word, email: 'kim@arden.example' } };
    const draft = { title: word, description, currency: 'USD', milestones, terms: description, ...people };
    const { id } = await client.contracts.create(draft);
    const element = await details(id);
    element.style.inlineSize = '320px';
    await says(element, word);
    const root = element.renderRoot.querySelector('.root');
    expect(root?.scrollWidth).to.equal(320);
  });

  it('keeps what was read when the page is cut off', async () => {
    const element = await details(await sandbox.create('active'));
    await says(element, 'The two sides');
    await offline(sandbox, async () => {
      await says(element, 'You are offline.');
      expect(textOf(element)).to.contain('Robin Vale (you)');
    });
  });

  it('says that it did not load, and tries again when asked', async () => {
    const contractId = await sandbox.create('active');
    sandbox.failNext({ operation: 'contracts.retrieve', times: 3 });
    const element = await details(contractId);
    await says(element, 'The contract did not load.');
    press(element, 'Try again');
    await says(element, 'The two sides');
  });
});

function section(element: DetailsElement, title: string): string {
  const all = [...element.renderRoot.querySelectorAll('section')];
  const found = all.find((each) => each.querySelector('h3')?.textContent === title);
  if (!found) throw new Error(`There is no "${title}"; it says: ${textOf(element)}`);
  return textOf(found);
}

function halves(element: DetailsElement): string[] {
  return [...element.renderRoot.querySelectorAll('.half')].map(textOf);
}
