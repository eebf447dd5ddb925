import '../../define/workroom.ts';
import { control, press, show } from '../../foundation/testing/acts.ts';
import { has, says, textOf } from '../../foundation/testing/suite.ts';
import type { World } from '../../foundation/testing/world.ts';
import type { WorkroomElement } from '../workroom.ts';

/** The room of a contract, for one of its sides, as soon as it is read. */
export async function enter(
  sandbox: World,
  contractId: string,
  more: Partial<WorkroomElement> & { as?: 'freelancer' | 'client' } = {},
): Promise<WorkroomElement> {
  const element = await show(sandbox, 'workroom', { contractId, ...more });
  await says(element, 'Overview');
  return element;
}

/** The text of a part, by its selector; empty where there is none. */
export function part(element: WorkroomElement, selector: string): string {
  const found = element.renderRoot.querySelector(selector);
  return found ? textOf(found) : '';
}

/** What is next: its sentence, then the names of its buttons. */
export function next(element: WorkroomElement): string {
  const buttons = [...element.renderRoot.querySelectorAll('.next .actions > *')].map((each) => `[${textOf(each)}]`);
  return [part(element, '.next .head'), ...buttons].join(' ');
}

/** The lines of the menu, with the reason of those that cannot be chosen. */
export function menu(element: WorkroomElement): string[] {
  return [...element.renderRoot.querySelectorAll('[role="menuitem"]')].map((item) => {
    const reason = item.querySelector('small')?.textContent ?? '';
    const name = textOf(item)
      .slice(0, reason ? -reason.length : undefined)
      .trim();
    if (item.localName === 'a') return `${name} (link)`;
    return item.getAttribute('aria-disabled') === 'true' ? `${name} (not: ${reason})` : name;
  });
}

/** Chooses a line of the menu, as a person does. */
export async function choose(element: WorkroomElement, name: string): Promise<void> {
  control(element, 'More actions').focus();
  control(element, 'More actions').click();
  await has(element, '#menu:popover-open');
  press(element, name);
  await element.updateComplete;
}

/** The open dialog, as it is read. */
export async function dialog(element: WorkroomElement): Promise<string> {
  return textOf(await has(element, 'dialog[open]'));
}
