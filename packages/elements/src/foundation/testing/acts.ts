import { createClient } from '@handsel/core';
import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { ActivityElement } from '../../activity/activity.ts';
import type { ContractListElement } from '../../contract-list/contract-list.ts';
import type { DetailsElement } from '../../details/details.ts';
import type { LauncherElement } from '../../launcher/launcher.ts';
import type { MilestoneTimelineElement } from '../../milestone-timeline/milestone-timeline.ts';
import type { RequestPaymentElement } from '../../request-payment/request-payment.ts';
import type { WorkroomElement } from '../../workroom/workroom.ts';
import { textOf } from './suite.ts';
import type { World } from './world.ts';

type Side = 'freelancer' | 'client';

/** Elements that know their backend by themselves, by the name that follows `handsel-`. */
interface Elements {
  activity: ActivityElement;
  'contract-list': ContractListElement;
  details: DetailsElement;
  launcher: LauncherElement;
  'milestone-timeline': MilestoneTimelineElement;
  'request-payment': RequestPaymentElement;
  workroom: WorkroomElement;
}

/** What an element about contracts needs, for one side of a backend in this tab. */
export async function settings(sandbox: World, as: Side = 'freelancer') {
  return { backend: sandbox.backend, session: await sandbox.sessionFor(as) };
}

/** Tells an element which contract it is about, as a page of the freelancer does. */
export async function about(element: LitElement & { contractId: string }, sandbox: World, contractId: string) {
  Object.assign(element, { contractId, ...(await settings(sandbox)) });
}

/** The other side, with a client of its own. */
export async function side(sandbox: World, as: Side) {
  return createClient(await settings(sandbox, as));
}

/** Puts an element on a page for one side of the contract, with whatever else it is told. */
export async function show<Name extends keyof Elements>(
  sandbox: World,
  name: Name,
  { as = 'freelancer', ...more }: Partial<Elements[Name]> & { as?: Side } = {},
): Promise<Elements[Name]> {
  const made = document.createElement(`handsel-${name}`) as Elements[Name];
  Object.assign(made, await settings(sandbox, as), more);
  await fixture(html`<main>${made}</main>`);
  await made.updateComplete;
  return made;
}

function nameOf(element: Element): string {
  return (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A button, link, tab or line of a menu, by its name. */
export function control(element: LitElement, name: string): HTMLElement {
  const all = [...element.renderRoot.querySelectorAll<HTMLElement>('button, a')];
  const found = all.find((each) => nameOf(each) === name);
  if (!found) throw new Error(`There is no "${name}"; there are: ${all.map(nameOf).join(', ')}`);
  return found;
}

/** Presses a control by its name, as a person does: it has the focus first. Waits for nothing. */
export function press(element: LitElement, name: string): void {
  const found = control(element, name);
  found.focus();
  found.click();
}

/** Types into a field by its id, as a person does. */
export async function type(element: LitElement, id: string, text: string): Promise<void> {
  const field = element.renderRoot.querySelector<HTMLInputElement>(`#${id}, [type="${id}"]`);
  if (!field) throw new Error(`There is no field ${id}; it says: ${textOf(element)}`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** What has the focus, as deep as it goes: its name, or its id. */
export function focused(): string {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return !at || at === document.body ? '' : nameOf(at) || at.id;
}

/** Takes the network away from the tab and from the backend while something is tried. */
export async function offline(sandbox: World, attempt: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  sandbox.goOffline();
  window.dispatchEvent(new Event('offline'));
  try {
    await attempt();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
    sandbox.goOnline();
    window.dispatchEvent(new Event('online'));
  }
}

/** The client approves all that is held for the milestone in work. */
export async function approve(sandbox: World, contractId: string): Promise<void> {
  const client = await side(sandbox, 'client');
  const contract = await client.contracts.retrieve(contractId as Parameters<typeof client.contracts.retrieve>[0]);
  const milestone = contract.milestones.find(({ id }) => id === contract.currentMilestoneId);
  if (!milestone) throw new Error('There is no milestone to approve.');
  const { id: milestoneId, escrow: amount } = milestone;
  const draft = { command: 'milestones.approve' as const, milestoneId, amount };
  const { consentToken } = await client.previews.create(contract.id, draft);
  await client.milestones.approve(contract.id, milestoneId, { amount, consentToken });
}
