import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/contract-list.ts';
import { control, focused, offline, press, settings, show, type } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { has, itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import { writing } from '../foundation/writing.ts';
import type { ContractListElement } from './contract-list.ts';

const day = (at: string) => writing('en').near(at).replace(/\s/g, ' ');
/** Fourteen days after the day all tests begin, where the reader is. */
const DEADLINE = day('2026-12-07T14:20:00.000Z');

describe('<handsel-contract-list>', () => {
  let sandbox: World;
  const list = (more: Partial<ContractListElement> & { as?: 'client' } = {}) => show(sandbox, 'contract-list', more);

  beforeEach(async () => {
    sandbox = await world();
  });
  afterEach(() => sandbox.close());

  itBehavesLikeAWidget<ContractListElement>(
    'handsel-contract-list',
    async (element) => {
      Object.assign(element, await settings(sandbox));
    },
    'No contracts yet',
  );
  itSaysWhatIsMissing('handsel-contract-list');

  const NEXT = [
    ['draft', 'Your turn: check it and send it $500.00 Draft'],
    ['request', 'Your turn: Kim asks for this contract No price yet Draft'],
    ['sent', `Offer ends ${day('2026-12-23T14:19:59.999Z')} $500.00 Pending acceptance`],
    ['signed', 'Kim signed; wait until it is funded $500.00 Pending funding'],
    ['active', 'Your turn: do the work, then request payment $500.00 Active'],
    ['payment-requested', `Kim has until ${DEADLINE} $500.00 Awaiting approval`],
    ['changes-requested', 'Your turn: read what Kim wants to be different $500.00 Changes requested'],
    ['partly-paid', 'Wait until Kim has funded the next milestone Milestone 2 of 2 $2,000.00 Active'],
    ['completed', 'Since 23 Nov 2026 $500.00 (Paid) Completed'],
    ['withdrawn', 'Since 23 Nov 2026 $500.00 Withdrawn'],
    ['disputed', '$500.00 in escrow $500.00 In dispute'],
  ] as const;
  for (const [state, said] of NEXT) {
    it(`says what is next and whose turn it is in a contract that is ${state}`, async () => {
      await sandbox.create(state);
      const element = await list();
      await says(element, '1 contract');
      expect(rows(element)).to.have.length(1);
      expect(rows(element)[0]).to.contain(said);
    });
  }

  it('says to the client what is theirs to do', async () => {
    await sandbox.create('payment-requested');
    const element = await list({ as: 'client' });
    await says(element, `Your turn: approve or ask for changes by ${DEADLINE}`);
    expect(textOf(element)).to.contain('Robin Vale');
    expect(textOf(element)).not.to.contain('Create a Contract');
  });

  it('counts each tab, shows what belongs there, and asks for nothing more', async () => {
    for (const state of ['active', 'payment-requested', 'sent', 'signed', 'completed'] as const) {
      await sandbox.create(state);
    }
    const element = await list();
    await says(element, '5 contracts');
    expect(tabs(element)).to.deep.equal(['All 5', 'Your turn 1', 'Active 2', 'Waiting 2', 'Ended 1']);
    sandbox.goOffline();
    press(element, 'Waiting 2');
    await says(element, '2 contracts');
    expect(rows(element).map((row) => /Pending \w+/.exec(row)?.[0])).to.have.members([
      'Pending acceptance',
      'Pending funding',
    ]);
    press(element, 'Your turn 1');
    await says(element, 'Your turn: do the work');
    await isAccessible(element);
  });

  it('is walked through by keys: tabs by arrows, Home and End, then the search, then each contract', async () => {
    await sandbox.create('active');
    const element = await list();
    await says(element, '1 contract');
    press(element, 'All 1');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal('Your turn 1');
    await sendKeys({ press: 'End' });
    expect(focused()).to.equal('Ended 0');
    await says(element, 'No contract has ended yet.');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal('All 1');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Search contracts');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Website redesign');
  });

  it('finds by name or client, says when nothing is found, and goes back', async () => {
    await sandbox.create('active');
    await sandbox.create('two-milestones');
    const element = await list();
    await says(element, '2 contracts');
    await type(element, 'search', 'brand');
    await says(element, /1 contract(?!s)/);
    expect(rows(element)[0]).to.contain('Brand and website');
    await type(element, 'search', 'nobody');
    await says(element, 'Nothing is found for “nobody”.');
    await isAccessible(element);
    press(element, 'Clear the search');
    await says(element, '2 contracts');
    expect(focused()).to.equal('Search contracts');
  });

  it('shows fifty, more when asked, and leads on to the first of those', async () => {
    const milestones = [{ title: 'Work', amount: { amount: 50_000, currency: 'USD' } }];
    const people = { client: { name: 'Kim Arden', email: 'kim@arden.example' } };
    for (let number = 1; number <= 53; number += 1) {
      const title = `Contract ${number}`;
      await sandbox.client.contracts.create({ title, description: '', currency: 'USD', milestones, ...people });
    }
    const element = await list();
    await says(element, 'Show more');
    expect(rows(element)).to.have.length(50);
    expect(tabs(element)[0]).to.equal('All');
    press(element, 'Show more');
    await says(element, '53 contracts');
    expect(rows(element)).to.have.length(53);
    await says(element, '53 contracts shown');
    expect(focused()).to.equal('Contract 3');
    press(element, 'Waiting 0');
    await says(element, 'Nothing waits to be signed or funded.');
  });

  it('says what it will hold when there is nothing, and how to begin', async () => {
    const element = await list();
    await says(element, 'Write the first one.');
    await isAccessible(element);
    press(element, 'Create a Contract');
    await has(element, 'handsel-contract-form');
    expect(focused()).to.equal('All contracts');
  });

  it('opens a contract in its place, and comes back to where the reader was', async () => {
    await sandbox.create('active');
    await sandbox.create('two-milestones');
    const element = await list();
    await says(element, '2 contracts');
    const chosen = oneEvent(element, 'handsel-contract-selected');
    press(element, 'Website redesign');
    const { detail } = await chosen;
    expect(detail.contract.title).to.equal('Website redesign');
    await has(element, 'handsel-workroom');
    press(element, 'All contracts');
    await says(element, '2 contracts');
    expect(focused()).to.equal('Website redesign');
  });

  it('links to the page’s own rooms, and leaves them to the page that says so', async () => {
    const contractId = await sandbox.create('active');
    const element = await list({ contractHref: '#/contracts/{id}', createHref: '#/new' });
    await says(element, '1 contract');
    expect(control(element, 'Website redesign').getAttribute('href')).to.equal(`#/contracts/${contractId}`);
    expect(control(element, 'Create a Contract').getAttribute('href')).to.equal('#/new');
    element.addEventListener('handsel-contract-selected', (event) => event.preventDefault());
    press(element, 'Website redesign');
    expect(location.hash).to.equal('');
  });

  it('leaves Create a Contract out where the page asks for that', async () => {
    await sandbox.create('active');
    const element = await list({ noCreate: true });
    await says(element, '1 contract');
    expect(textOf(element)).not.to.contain('Create a Contract');
  });

  it('keeps the list when the page is cut off, and says how old it is', async () => {
    await sandbox.create('active');
    const element = await list();
    await says(element, '1 contract');
    await offline(sandbox, async () => {
      await says(element, /You are offline. This is how things stood at \d\d:\d\d/);
      expect(rows(element)).to.have.length(1);
      await isAccessible(element);
    });
    await says(element, /^(?!.*offline)/);
  });

  it('says that it did not load, what that means, and tries again', async () => {
    await sandbox.create('active');
    sandbox.failNext({ operation: 'contracts.list' });
    const element = await list();
    await says(element, 'The list did not load. Nothing about your contracts has changed.');
    await isAccessible(element);
    press(element, 'Try again');
    await says(element, '1 contract');
  });

  it('keeps the place of its rows free while it loads, and says so to those who cannot see it', async () => {
    await sandbox.create('active');
    sandbox.latency = 300;
    const element = await list();
    const bones = await has(element, '.bones');
    expect(bones.getAttribute('aria-busy')).to.equal('true');
    expect(bones.getAttribute('aria-label')).to.equal('Loading');
    await isAccessible(element);
  });

  it('keeps within 320 pixels, whatever words it is given', async () => {
    const word = 'x'.repeat(60);
    const milestones = [{ title: word, amount: { amount: 99_999_999, currency: 'USD' } }];
    const people = { client: { name: word, email: 'kim@arden.example' } };
    await sandbox.client.contracts.create({ title: word, description: '', currency: 'USD', milestones, ...people });
    const element = await list();
    await says(element, '1 contract');
    element.style.inlineSize = '320px';
    expect(element.renderRoot.querySelector('.root')?.scrollWidth).to.equal(320);
    expect(element.renderRoot.querySelector('.money')?.getClientRects()).to.have.length(1);
    await isAccessible(element);
  });
});

function rows(element: ContractListElement): string[] {
  return [...element.renderRoot.querySelectorAll('li')].map(textOf);
}

function tabs(element: ContractListElement): string[] {
  return [...element.renderRoot.querySelectorAll('[role="tab"]')].map(textOf);
}
