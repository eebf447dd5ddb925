import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { LitElement } from 'lit';

/** The text of an element as a person reads it, with one space between words. */
export function textOf(element: Element): string {
  return (element.shadowRoot?.textContent ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

async function shown(element: LitElement, ready: (element: LitElement) => boolean): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    await element.updateComplete;
    if (ready(element)) return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`<${element.localName}> did not become ready; it says: ${textOf(element)}`);
}

/** Waits until the element says something, by its own updates and frames; fails with what it says instead. */
export async function says(element: LitElement, text: string | RegExp): Promise<void> {
  await shown(element, (host) => (typeof text === 'string' ? textOf(host).includes(text) : text.test(textOf(host))));
}

/** Waits until something is there, by the element's own updates and frames. */
export async function has(element: LitElement, selector: string): Promise<Element> {
  await shown(element, (host) => host.renderRoot.querySelector(selector) !== null);
  const found = element.renderRoot.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector} in <${element.localName}>.`);
  return found;
}

/**
 * What every element owes its page. Each element's test file calls this once.
 * `arrange` gives it what it needs, `ready` is a text it then shows.
 */
export function itBehavesLikeAWidget<E extends LitElement>(
  tag: string,
  arrange: (element: E) => void | Promise<void>,
  ready: string | RegExp,
): void {
  const make = () => document.createElement(tag) as E;

  it('renders the same whether configured before or after it is attached', async () => {
    const before = make();
    await arrange(before);
    const home = await fixture(html`<div></div>`);
    home.append(before);
    await says(before, ready);
    const after = make();
    home.append(after);
    await after.updateComplete;
    await arrange(after);
    await says(after, ready);
    expect(textOf(after)).to.equal(textOf(before));
  });

  it('comes back as it was when it is moved', async () => {
    const element = make();
    await arrange(element);
    const home = await fixture(html`<div><p></p></div>`);
    home.append(element);
    await says(element, ready);
    const was = textOf(element);
    home.querySelector('p')?.append(element);
    await says(element, ready);
    expect(textOf(element)).to.equal(was);
  });

  it('hides when hidden', async () => {
    const element = make();
    element.hidden = true;
    const home = await fixture(html`<div></div>`);
    home.append(element);
    await element.updateComplete;
    expect(getComputedStyle(element).display).to.equal('none');
  });
}

/** What every element that reaches a backend owes the one who writes the page. */
export function itSaysWhatIsMissing<E extends LitElement>(tag: string, arrange: (element: E) => void = () => {}): void {
  it('says what to do when it is given no backend', async () => {
    const home = await fixture(html`<div></div>`);
    const element = document.createElement(tag) as E;
    arrange(element);
    const failed = oneEvent(home, 'handsel-error');
    home.append(element);
    const { detail } = await failed;
    expect(detail.error.message).to.contain(`<${tag}> has no backend`);
    await says(element, 'has no backend');
  });
}
