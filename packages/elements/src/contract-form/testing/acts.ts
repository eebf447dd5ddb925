import { fixture, html } from '@open-wc/testing';
import '../../define/contract-form.ts';
import { Overheard } from '../../foundation/testing/overheard.ts';
import { has, says, textOf } from '../../foundation/testing/suite.ts';
import { world } from '../../foundation/testing/world.ts';
import type { ContractFormElement } from '../contract-form.ts';

/** A real backend in this tab, what is sent to it, and a freelancer who is signed in. */
export async function desk() {
  localStorage.clear();
  const sandbox = await world();
  const network = new Overheard(sandbox.backend);
  const session = await sandbox.sessionFor('freelancer');
  const form = async (more?: (form: ContractFormElement) => void) => {
    const made = document.createElement('handsel-contract-form');
    Object.assign(made, { backend: network, session });
    more?.(made);
    return place(made);
  };
  return { sandbox, network, client: sandbox.client, form };
}

/** Puts an element on a page and waits until it stands. */
export async function place<E extends ContractFormElement>(element: E): Promise<E> {
  const home = await fixture(html`<main>${element}</main>`);
  await element.updateComplete;
  return home.querySelector('handsel-contract-form') as E;
}

/** A field of the form, in its shadow root or slotted into it. */
export function field(form: ContractFormElement, name: string): HTMLInputElement {
  const slotted = form.querySelector<HTMLInputElement>(`input[slot="${name}"]`);
  const found = slotted ?? form.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
  if (!found) throw new Error(`There is no field ${name}; the form says: ${textOf(form)}`);
  return found;
}

/** Types into a field, as a person does. */
export async function type(form: ContractFormElement, name: string, value: string): Promise<void> {
  const input = field(form, name);
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

/** Presses a button by its words; waits for nothing. */
export function press(form: ContractFormElement, name: string): void {
  const all = [...form.renderRoot.querySelectorAll<HTMLElement>('button, a')];
  const called = (each: HTMLElement) => each.getAttribute('aria-label') ?? each.textContent?.trim();
  const button = all.find((each) => called(each) === name);
  if (!button) throw new Error(`There is no "${name}"; there are: ${all.map(called).join(', ')}`);
  button.focus();
  button.click();
}

/** Chooses one of the ways to make up the price. */
export async function choose(form: ContractFormElement, price: 'none' | 'one' | 'milestones'): Promise<void> {
  const radio = await has(form, `input[value="${price}"]`);
  (radio as HTMLInputElement).click();
  await form.updateComplete;
}

/** What a freelancer fills in first, up to the step with the price. */
export async function toAmount(form: ContractFormElement): Promise<void> {
  await type(form, 'email', 'kim@arden.example');
  await type(form, 'title', 'Website redesign');
  await type(form, 'description', 'Home, three service pages, contact.');
  press(form, 'Continue to amount');
  await says(form, 'What does it cost?');
}

/** The whole of a contract over 1,200 dollars, up to the signature. */
export async function toSignature(form: ContractFormElement): Promise<void> {
  await toAmount(form);
  await type(form, 'amount', '1,200');
  press(form, 'Continue to terms');
  await says(form, 'Your own terms');
  press(form, 'Continue to review');
  await says(form, 'Check it once more');
  await type(form, 'signature', 'Robin Vale');
}

/** The whole of a client's request, up to the last look. */
export async function toRequest(form: ContractFormElement): Promise<void> {
  await type(form, 'name', 'Ines Okoro');
  await type(form, 'email', 'ines@harbour.example');
  await type(form, 'title', 'A website for our sailing school');
  await type(form, 'description', 'Course calendar and booking.');
  press(form, 'Continue to budget');
  await says(form, 'What would you spend?');
  press(form, 'Check and send');
  await says(form, 'Asking costs nothing and binds nobody.');
}

/** What has the focus: the id of a field, the slot of one of the page's own, or the words of a button. */
export function focused(form: ContractFormElement): string {
  const at = form.shadowRoot?.activeElement ?? document.activeElement;
  return at?.getAttribute('slot') || at?.id || at?.textContent?.trim() || '';
}
