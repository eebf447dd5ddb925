import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/launcher.ts';
import { focused, settings, show } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { has, itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import type { LauncherElement } from './launcher.ts';

describe('<handsel-launcher>', () => {
  let sandbox: World;

  beforeEach(async () => {
    sandbox = await world();
  });
  afterEach(() => sandbox.close());

  itBehavesLikeAWidget<LauncherElement>(
    'handsel-launcher',
    async (element) => {
      Object.assign(element, await settings(sandbox));
    },
    /^$/,
  );
  itSaysWhatIsMissing('handsel-launcher');

  it('is one round button with a name, as large as a finger', async () => {
    const element = await show(sandbox, 'launcher');
    const box = face(element).getBoundingClientRect();
    expect([box.width, box.height]).to.deep.equal([44, 44]);
    expect(nameOf(element)).to.equal('Direct contracts');
    await isAccessible(element);
  });

  it('has a dot when something waits for you, and says how much', async () => {
    await sandbox.create('active');
    await sandbox.create('draft');
    await sandbox.create('sent');
    const element = await show(sandbox, 'launcher');
    await has(element, '.new');
    expect(nameOf(element)).to.equal('Direct contracts, 2 need you');
    await isAccessible(element);
  });

  it('has none when it is the other side’s turn', async () => {
    await sandbox.create('payment-requested');
    const element = await show(sandbox, 'launcher');
    await opened(element);
    await says(sheet(element, 'handsel-contract-list'), 'Awaiting approval');
    expect(nameOf(element)).to.equal('Direct contracts');
    expect(element.renderRoot.querySelector('.new')).to.equal(null);
  });

  it('opens the list over the page, and gives the focus back when it is left', async () => {
    await sandbox.create('active');
    const element = await show(sandbox, 'launcher');
    await opened(element);
    await says(sheet(element, 'handsel-contract-list'), '1 contract');
    expect(element.renderRoot.querySelector('dialog')?.matches(':modal')).to.equal(true);
    await isAccessible(element);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.renderRoot.querySelector('dialog')?.open).to.equal(false);
    expect(focused()).to.contain('Direct contracts');
  });

  it('hands the addresses of the page’s own rooms on to the list', async () => {
    const contractId = await sandbox.create('active');
    const element = await show(sandbox, 'launcher', { contractHref: '#/contracts/{id}' });
    await opened(element);
    const link = await has(sheet(element, 'handsel-contract-list'), 'a.name');
    expect(link.getAttribute('href')).to.equal(`#/contracts/${contractId}`);
  });

  it('opens the form that asks for a contract, for a visitor of a public page', async () => {
    const home = await fixture(html`<main><handsel-launcher></handsel-launcher></main>`);
    const element = home.querySelector('handsel-launcher');
    if (!element) throw new Error('There is no launcher.');
    Object.assign(element, { backend: sandbox.backend, publishableKey: sandbox.publishableKey });
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Ask for a contract');
    await opened(element);
    await says(sheet(element, 'handsel-contract-form'), 'Your name');
    await isAccessible(element);
  });

  it('is a link to the page’s own list where there is one, and loads nothing', async () => {
    await sandbox.create('draft');
    const element = await show(sandbox, 'launcher', { href: '#/contracts' });
    await has(element, '.new');
    const link = face(element);
    expect([link.localName, link.getAttribute('href')]).to.deep.equal(['a', '#/contracts']);
    element.addEventListener('handsel-before-open', (event) => event.preventDefault());
    link.click();
    expect(location.hash).to.equal('');
  });

  it('opens nothing where the page shows the contracts itself', async () => {
    const element = await show(sandbox, 'launcher');
    element.addEventListener('handsel-before-open', (event) => event.preventDefault());
    await element.openContracts();
    await element.updateComplete;
    expect(element.renderRoot.querySelector('dialog')?.open).to.equal(false);
  });

  it('says in its sheet, and to the page, what keeps it from opening', async () => {
    const home = await fixture(html`<main><handsel-launcher></handsel-launcher></main>`);
    const element = home.querySelector('handsel-launcher');
    if (!element) throw new Error('There is no launcher.');
    await says(element, 'has no backend');
    const failed = oneEvent(element, 'handsel-error');
    face(element).click();
    expect((await failed).detail.error.message).to.contain('has no backend');
    await says(element, 'Give it a "backend" attribute');
    await has(element, 'dialog[open] [role="alert"]');
    await isAccessible(element);
  });

  it('stands in the corner of what it is put into, and has room in a row of links', async () => {
    const element = await show(sandbox, 'launcher', { placement: 'corner' });
    await element.updateComplete;
    const home = element.parentElement as HTMLElement;
    Object.assign(home.style, { position: 'relative', inlineSize: '400px', blockSize: '200px' });
    const box = face(element).getBoundingClientRect();
    expect(home.getBoundingClientRect().right - box.right).to.equal(16);
    expect(box.top - home.getBoundingClientRect().top).to.equal(16);
    element.placement = undefined;
    await element.updateComplete;
    Object.assign(home.style, { display: 'flex' });
    expect(element.getBoundingClientRect().width).to.equal(44);
  });
});

function face(element: LauncherElement): HTMLElement {
  const found = element.renderRoot.querySelector<HTMLElement>('.launch');
  if (!found) throw new Error(`There is no button; it says: ${textOf(element)}`);
  return found;
}

function nameOf(element: LauncherElement): string {
  return face(element).getAttribute('aria-label') ?? '';
}

async function opened(element: LauncherElement): Promise<void> {
  face(element).focus();
  await element.openContracts();
  await has(element, 'dialog[open]');
}

function sheet(element: LauncherElement, tag: 'handsel-contract-list' | 'handsel-contract-form') {
  const found = element.renderRoot.querySelector(tag);
  if (!found) throw new Error(`There is no <${tag}>.`);
  return found;
}
