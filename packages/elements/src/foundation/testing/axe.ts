// A script and no module: it leaves itself on the window, whatever serves it.
import 'axe-core/axe.js';
import type * as Axe from 'axe-core';

// A colour in passing is none to be measured; what turns for ever is not waited for.
async function settled(element: Element): Promise<void> {
  const root = element.shadowRoot;
  if (!root) return;
  const passing = root.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)));
  for (const inner of root.querySelectorAll('*')) await settled(inner);
}

/** Fails with each rule of WCAG 2.2 A and AA that an element breaks, and where. */
export async function isAccessible(element: Element, disable: readonly string[] = []): Promise<void> {
  await settled(element);
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A fixture is a part of a page: it has no landmarks of its own.
    rules: Object.fromEntries(['region', ...disable].map((rule) => [rule, { enabled: false }])),
  });
  const broken = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
  if (broken.length > 0) throw new Error(broken.join('\n'));
}
