import '@handsel/elements/define/provider.js';
import { createClient } from '@handsel/core';
import { createSandbox } from '@handsel/sandbox';
import { expect, waitUntil } from '@open-wc/testing';
import { Desk } from './desk.ts';
import { takeOver } from './shell.ts';

const ADDRESS = location.href;
const TEST_MODE = /Test mode: held funds/g;

/** A backend in this tab, the paths it was asked for, and the desk as a browser opens it. */
async function stage() {
  const sandbox = await createSandbox();
  const asked: string[] = [];
  const backend = {
    fetch: (request: Request) => {
      asked.push(new URL(request.url).pathname);
      return sandbox.backend.fetch(request);
    },
  };
  const open = async (path: string, frame = '') => {
    history.replaceState(null, '', path);
    const header = document.createElement('header');
    header.setAttribute('data-handsel-frame', '');
    if (frame) header.setAttribute(frame, '');
    const [main, footer] = [document.createElement('main'), document.createElement('footer')];
    main.setAttribute('data-handsel-page', '');
    footer.setAttribute('data-handsel-foot', '');
    document.body.append(header, main, footer);
    const session = frame ? undefined : await sandbox.sessionFor('freelancer');
    await new Desk(window, takeOver(document), createClient({ backend, ...(session && { session }) })).start();
    return main;
  };
  return { sandbox, asked, open };
}

/** What a person reads of a part of the page, the elements' own trees too. */
function textOf(root: Node): string {
  if (root instanceof HTMLStyleElement || root instanceof Comment) return '';
  if (!(root instanceof Element)) return root.nodeValue ?? [...root.childNodes].map(textOf).join(' ');
  return [...(root.shadowRoot?.childNodes ?? []), ...root.childNodes].map(textOf).join(' ');
}

function find<E extends HTMLElement>(main: HTMLElement, selector: string, text = ''): E | undefined {
  const form = main.querySelector('handsel-contract-form');
  return [...(form?.shadowRoot?.querySelectorAll<E>(selector) ?? [])].find((one) => textOf(one).includes(text));
}

async function press(main: HTMLElement, text: string): Promise<void> {
  await waitUntil(() => find(main, 'button', text), `There is no “${text}” in: ${textOf(main)}`);
  find(main, 'button', text)?.click();
}

describe('The desk', () => {
  afterEach(() => {
    for (const part of document.querySelectorAll('header, main, footer, dialog')) part.remove();
    history.replaceState(null, '', ADDRESS);
  });

  it('asks for no session where the page says that nobody is signed in', async () => {
    const { asked, open } = await stage();
    const main = await open('/', 'data-signed-out');
    expect(textOf(main)).to.contain('We mail you a 6-digit code');
    expect(asked).to.deep.equal([]);
  });

  it('is about the contract once it is sent, and says once that no real money moves', async () => {
    const { sandbox, open } = await stage();
    const robin = createClient({ backend: sandbox.backend, session: await sandbox.sessionFor('freelancer') });
    const { id } = await robin.contracts.create({
      client: { email: 'kim@arden.example', name: 'Kim Arden' },
      title: 'Website redesign',
      description: 'Five pages.',
      currency: 'USD',
      milestones: [{ title: 'All of it', amount: { amount: 500_00, currency: 'USD' } }],
    });
    const main = await open(`/contracts/${id}/edit`);
    expect(main.querySelector('h1')?.textContent).to.equal('Edit contract');
    expect(textOf(document.body).match(TEST_MODE)).to.have.length(1);
    for (const text of ['Continue to amount', 'Continue to terms', 'Continue to review']) await press(main, text);
    await waitUntil(() => find(main, '#signature'));
    const field = find<HTMLInputElement>(main, '#signature');
    if (field) field.value = 'Robin Vale';
    field?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await press(main, 'Sign and send');
    await waitUntil(() => main.querySelector('h1')?.textContent === 'Website redesign', textOf(main));
    expect(document.title).to.equal('Website redesign · Handsel');
    await waitUntil(() => textOf(main).includes('Contract sent'), textOf(main));
    expect(textOf(document.body).match(TEST_MODE)).to.have.length(1);
  });
});
