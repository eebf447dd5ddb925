import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { approve, control, focused, offline, press, side } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { has, says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import { choose, enter, menu, part } from './testing/acts.ts';

describe('The workroom', () => {
  let sandbox: World;

  beforeEach(async () => {
    localStorage.clear();
    sandbox = await world();
  });
  afterEach(() => sandbox.close());

  it('hears without a reload when the client pays: the state, the sum, what is next and the menu', async () => {
    const contractId = await sandbox.create('payment-requested');
    const element = await enter(sandbox, contractId);
    await says(element, 'Waiting for Kim to approve');
    await approve(sandbox, contractId);
    await says(element, '$500.00 (Paid)');
    expect(part(element, '.room-sum .state')).to.equal('Completed');
    expect(menu(element)).to.deep.equal(['View terms']);
    expect(textOf(element)).to.contain('Kim approved $500.00');
  });

  it('hears on the client’s side when the freelancer asks for payment', async () => {
    const contractId = await sandbox.create('active');
    const element = await enter(sandbox, contractId, { as: 'client' });
    const { milestones } = await sandbox.client.contracts.retrieve(contractId);
    const milestoneId = milestones[0]?.id;
    if (!milestoneId) throw new Error('There is no milestone.');
    await sandbox.client.paymentRequests.create(contractId, milestoneId, { note: 'It is online.' });
    await says(element, 'Robin asks for $500.00');
    expect(part(element, '.next blockquote')).to.equal('It is online.');
  });

  it('keeps the place of the one who reads while something changes', async () => {
    const contractId = await sandbox.create('payment-requested');
    const element = await enter(sandbox, contractId);
    press(element, 'Details');
    await says(element, 'Signatures');
    await approve(sandbox, contractId);
    await says(element, '$500.00 (Paid)');
    expect(focused()).to.equal('Details');
    expect(textOf(element)).to.contain('Signatures');
  });

  it('is walked through by keys: the menu, the tabs, what is next', async () => {
    const element = await enter(sandbox, await sandbox.create('two-milestones'), { backHref: '#/contracts' });
    const asks = await has(element, 'handsel-request-payment');
    await has(asks as HTMLElementTagNameMap['handsel-request-payment'], '.ask');
    control(element, 'All contracts').focus();
    const walk: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      await sendKeys({ press: 'Tab' });
      walk.push(focused());
    }
    expect(walk).to.deep.equal([
      'More actions',
      'Overview',
      'Request Payment',
      'Add or edit milestones',
      'What will be delivered',
      'What will be delivered',
    ]);
  });

  it('opens its menu by keys, goes through it, finds by letters, and gives the focus back', async () => {
    const element = await enter(sandbox, await sandbox.create('sent'));
    const button = control(element, 'More actions');
    expect(button.getAttribute('aria-haspopup')).to.equal('menu');
    const keys = async (...names: readonly string[]) => {
      for (const press of names) await sendKeys({ press });
      await element.updateComplete;
      return focused().replace(/ Possible.*/, '');
    };
    button.focus();
    expect(await keys('ArrowDown')).to.equal('Request Payment');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(await keys('ArrowDown')).to.equal('Change the offer');
    expect(await keys('End')).to.equal('Withdraw the offer');
    expect(await keys('ArrowDown')).to.equal('Request Payment');
    expect(await keys('ArrowUp')).to.equal('Withdraw the offer');
    expect(await keys('Home')).to.equal('Request Payment');
    expect(await keys('v')).to.equal('View terms');
    await isAccessible(element);
    expect(await keys('Escape')).to.equal('More actions');
    expect(await keys('ArrowUp')).to.equal('Withdraw the offer');
    await keys('Enter');
    await has(element, 'dialog[open]');
    expect(await keys('Escape')).to.equal('More actions');
    expect(element.renderRoot.querySelector('dialog')?.open).to.equal(false);
    await keys('Enter');
    expect(await keys('Enter')).to.equal('Request Payment');
    expect(await keys('Escape')).to.equal('More actions');
    expect(element.renderRoot.querySelector('dialog')?.open).to.equal(false);
  });

  it('has a menu button as large as a finger, whatever the density', async () => {
    const element = await enter(sandbox, await sandbox.create('active'));
    for (const density of ['', 'compact', 'dense']) {
      element.setAttribute('density', density);
      const { width, height } = control(element, 'More actions').getBoundingClientRect();
      expect([width, height], density).to.deep.equal([44, 44]);
    }
  });

  it('moves between its tabs by arrows, Home and End', async () => {
    const element = await enter(sandbox, await sandbox.create('active'));
    press(element, 'Overview');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal('Details');
    await says(element, 'Signatures');
    await sendKeys({ press: 'Home' });
    expect(focused()).to.equal('Overview');
    await isAccessible(element);
  });

  it('shows the terms from its menu', async () => {
    const element = await enter(sandbox, await sandbox.create('active'));
    await choose(element, 'View terms');
    await says(element, 'What both sides agreed');
    expect(focused()).to.equal('Details');
    await isAccessible(element);
  });

  it('keeps what it shows when the page is cut off, and says how old it is', async () => {
    const element = await enter(sandbox, await sandbox.create('active'));
    await offline(sandbox, async () => {
      await says(element, /You are offline. This is how things stood at \d\d:\d\d/);
      expect(part(element, '.sum')).to.equal('$500.00');
      expect(textOf(element)).to.contain('Finished with “Website redesign”?');
      await isAccessible(element);
    });
    await says(element, /^(?!.*You are offline)/);
  });

  it('says that it did not load, keeps the way back, and tries again', async () => {
    const contractId = await sandbox.create('active');
    sandbox.failNext({ operation: 'contracts.retrieve', times: 3 });
    const { show } = await import('../foundation/testing/acts.ts');
    const element = await show(sandbox, 'workroom', { contractId, backHref: '#/contracts' });
    await says(element, 'The contract did not load. Nothing about your contracts has changed.');
    expect(control(element, 'All contracts').getAttribute('href')).to.equal('#/contracts');
    await isAccessible(element);
    press(element, 'Try again');
    await says(element, 'Overview');
  });

  it('shows another contract when the page says so, and nothing of the one before', async () => {
    const element = await enter(sandbox, await sandbox.create('active'));
    element.contractId = await sandbox.create('two-milestones');
    await says(element, 'Brand and website');
    expect(textOf(element)).not.to.contain('Website redesign');
  });

  it('tells the page of an error once', async () => {
    const { show } = await import('../foundation/testing/acts.ts');
    const told: string[] = [];
    const hear = (event: Event) => {
      if (event instanceof CustomEvent) told.push(event.detail.error.code);
    };
    document.addEventListener('handsel-error', hear);
    const element = await show(sandbox, 'workroom', { contractId: 'ctr_nowhere' });
    await says(element, 'This contract is not here, or you may not see it.');
    document.removeEventListener('handsel-error', hear);
    expect(told).to.deep.equal(['NOT_FOUND']);
  });

  it('speaks of both sides to each of them, with their names', async () => {
    const contractId = await sandbox.create('active');
    const client = await side(sandbox, 'client');
    expect((await client.contracts.retrieve(contractId)).viewer).to.equal('client');
    expect(part(await enter(sandbox, contractId), '.who')).to.equal('KA Kim Arden');
    expect(part(await enter(sandbox, contractId, { as: 'client' }), '.who')).to.equal('RV Robin Vale');
  });
});
