import { expect, fixture, html } from '@open-wc/testing';
import { textOf } from './foundation/testing/suite.ts';
import { watch } from './cdn.ts';

describe('The script of a page that builds nothing', () => {
  it('loads an element when it appears, and no other', async () => {
    const home = await fixture(html`<div></div>`);
    expect(customElements.get('handsel-milestone-editor')).to.equal(undefined);
    const section = document.createElement('section');
    section.append(document.createElement('handsel-milestone-editor'));
    home.append(section);
    await customElements.whenDefined('handsel-milestone-editor');
    expect(customElements.get('handsel-workroom')).to.equal(undefined);
    const editor = home.querySelector('handsel-milestone-editor');
    await editor?.updateComplete;
    expect(editor && textOf(editor)).to.contain('Add a milestone');
  });

  it('loads what is put into a shadow root it was asked to watch', async () => {
    const home = await fixture(html`<div></div>`);
    const root = home.attachShadow({ mode: 'open' });
    watch(root);
    root.append(document.createElement('handsel-details'));
    await customElements.whenDefined('handsel-details');
  });

  it('leaves the elements of others alone', async () => {
    const home = await fixture(html`<div></div>`);
    home.append(...['handsel-unknown', 'other-element', 'handsel-launcher'].map((tag) => document.createElement(tag)));
    await customElements.whenDefined('handsel-launcher');
    expect(customElements.get('handsel-unknown')).to.equal(undefined);
  });
});
