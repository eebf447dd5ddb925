import type { MilestoneDraft } from '@handsel/protocol';
import { fixture, html } from '@open-wc/testing';
import '../../define/milestone-editor.ts';
import { textOf } from '../../foundation/testing/suite.ts';
import type { MilestoneEditorElement } from '../milestone-editor.ts';

/** So many cents. */
export const usd = (amount: number) => ({ amount, currency: 'USD' });
/** Three milestones of a website. */
export const THREE: MilestoneDraft[] = [
  { title: 'Wireframes', amount: usd(120_000), dueOn: '2026-12-04' },
  { title: 'Visual design', amount: usd(180_000) },
  { title: 'Build', amount: usd(180_000) },
];

/** An editor on a page. */
export async function make(milestones: MilestoneDraft[] = THREE): Promise<MilestoneEditorElement> {
  return fixture(html`<handsel-milestone-editor .milestones=${milestones}></handsel-milestone-editor>`);
}

/** One of an editor's parts, by a selector in its shadow root. */
export function part(element: MilestoneEditorElement, selector: string): HTMLElement {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}; the editor says: ${textOf(element)}`);
  return found;
}

/** Presses a button by its name. */
export async function press(element: MilestoneEditorElement, name: string): Promise<void> {
  const all = [...element.renderRoot.querySelectorAll<HTMLElement>('button')];
  const button = all.find((each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name);
  if (!button)
    throw new Error(`There is no button "${name}"; there are ${all.map((each) => each.ariaLabel).join(', ')}`);
  button.focus();
  button.click();
  await element.updateComplete;
  await element.updateComplete;
}

/** Types into a field of the open row. */
export async function type(element: MilestoneEditorElement, field: string, value: string): Promise<void> {
  const input = part(element, `#${field}`) as HTMLInputElement;
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}

/** Leaves a field. */
export async function leave(element: MilestoneEditorElement, field: string): Promise<void> {
  part(element, `#${field}`).dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** The names of the milestones, in their order. */
export const titles = (element: MilestoneEditorElement) => element.milestones.map(({ title }) => title).join(', ');

/** What has the focus: the name of a button, or the id of a field. */
export function focused(element: MilestoneEditorElement): string {
  const at = element.shadowRoot?.activeElement;
  return at?.getAttribute('aria-label') || at?.id || at?.textContent?.trim() || '';
}
