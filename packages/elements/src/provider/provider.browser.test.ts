import { createClient } from '@handsel/core';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../define/details.ts';
import '../define/milestone-timeline.ts';
import { settings } from '../foundation/testing/acts.ts';
import { says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import type { ProviderElement } from './provider.ts';

describe('<handsel-provider>', () => {
  let sandbox: World;
  let contractId: string;

  beforeEach(async () => {
    sandbox = await world();
    contractId = await sandbox.create('active');
  });
  afterEach(() => sandbox.close());

  // First of all: in this tab nothing has registered the provider yet.
  it('serves elements that were on the page before it was', async () => {
    expect(customElements.get('handsel-provider')).to.equal(undefined);
    const home = await fixture(html`<handsel-provider></handsel-provider>`);
    Object.assign(home, await settings(sandbox));
    const element = below(home);
    await element.updateComplete;
    await import('../define/provider.ts');
    await says(element, 'Active & funded');
  });

  it('gives everything below it, however deep, one backend and one session', async () => {
    const provider = await provide(await settings(sandbox));
    const deep = document.createElement('section');
    provider.append(deep);
    await says(below(deep), 'Active & funded');
    await says(below(provider), 'Active & funded');
  });

  it('may learn of the backend after its elements are there', async () => {
    const provider = await provide({});
    const element = below(provider);
    await oneEvent(element, 'handsel-error');
    Object.assign(provider, await settings(sandbox));
    await says(element, 'Active & funded');
  });

  it('takes a client of the page’s own', async () => {
    const client = createClient(await settings(sandbox));
    await says(below(await provide({ client })), 'Active & funded');
  });

  it('fetches a fresh token when the session has run out, and shows nothing of it', async () => {
    const { backend, session } = await settings(sandbox);
    let asked = 0;
    const provider = await provide({
      backend,
      session: () => {
        asked += 1;
        return asked === 1 ? 'sess_worn_out' : session;
      },
    });
    await says(below(provider), 'Active & funded');
    expect(asked).to.be.greaterThan(1);
  });

  it('shows another’s contracts once somebody else has signed in', async () => {
    const provider = await provide(await settings(sandbox));
    const element = below(provider, 'handsel-details');
    await says(element, 'Robin Vale (you)');
    provider.session = await sandbox.sessionFor('client');
    await says(element, 'Kim Arden (you)');
  });

  it('passes on what it does not say itself: within another provider', async () => {
    const outer = await provide({ ...(await settings(sandbox)), locale: 'de' });
    const inner = document.createElement('handsel-provider');
    inner.words = { 'milestone-timeline': { milestoneStates: { active: 'Läuft' } } };
    outer.words = { 'milestone-timeline': { label: 'Meilensteine' } };
    outer.append(inner);
    const element = below(inner);
    await says(element, 'Läuft');
    expect(textOf(element)).to.contain('500,00 $');
    expect(element.renderRoot.querySelector('ol')?.getAttribute('aria-label')).to.equal('Meilensteine');
  });

  it('never takes the session of the outer one to another backend', async () => {
    const stranger = await world({ seed: 'stranger' });
    const heard: (string | null)[] = [];
    const listening = {
      fetch: (request: Request) => {
        heard.push(request.headers.get('Authorization'));
        return stranger.fetch(request);
      },
    };
    const outer = await provide(await settings(sandbox));
    const inner = document.createElement('handsel-provider');
    inner.backend = listening;
    outer.append(inner);
    await says(below(inner), 'The contract did not load.');
    expect(heard.length).to.be.greaterThan(0);
    expect(heard.filter(Boolean)).to.deep.equal([]);
    await stranger.close();
  });

  it('lets an element say its own words over those of the page', async () => {
    const provider = await provide(await settings(sandbox));
    provider.words = { details: { parties: 'Die zwei Seiten', signatures: 'Unterschriften' } };
    const element = below(provider, 'handsel-details');
    await says(element, 'Die zwei Seiten');
    Object.assign(element, { words: { parties: 'Wer' } });
    await says(element, /Wer.*Unterschriften/);
  });

  it('sets light or dark and the density for everything below it, and takes no room', async () => {
    const provider = await provide(await settings(sandbox));
    const element = below(provider);
    await says(element, 'Active & funded');
    provider.theme = 'dark';
    provider.density = 'dense';
    await provider.updateComplete;
    expect(getComputedStyle(element).colorScheme).to.equal('dark');
    expect(getComputedStyle(element).getPropertyValue('--handsel-density').trim()).to.equal('0.75');
    expect(getComputedStyle(provider).display).to.equal('contents');
    provider.hidden = true;
    expect(getComputedStyle(provider).display).to.equal('none');
  });

  function below(home: Element, tag: 'handsel-details' | 'handsel-milestone-timeline' = 'handsel-milestone-timeline') {
    const element = document.createElement(tag);
    element.contractId = contractId;
    home.append(element);
    return element;
  }
});

async function provide(said: Partial<ProviderElement>): Promise<ProviderElement> {
  await import('../define/provider.ts');
  const provider = document.createElement('handsel-provider');
  Object.assign(provider, said);
  await fixture(html`<main>${provider}</main>`);
  await provider.updateComplete;
  return provider;
}
