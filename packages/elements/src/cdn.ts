import './define/provider.ts';
import { WidgetErrorEvent } from './foundation/error-event.ts';

/** Each element in a file of its own, loaded when the page first names it. The provider is here: most pages begin with it. */
const LOADERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'handsel-activity': () => import('./define/activity.ts'),
  'handsel-contract-form': () => import('./define/contract-form.ts'),
  'handsel-contract-list': () => import('./define/contract-list.ts'),
  'handsel-contract-review': () => import('./define/contract-review.ts'),
  'handsel-details': () => import('./define/details.ts'),
  'handsel-launcher': () => import('./define/launcher.ts'),
  'handsel-milestone-editor': () => import('./define/milestone-editor.ts'),
  'handsel-milestone-timeline': () => import('./define/milestone-timeline.ts'),
  'handsel-request-payment': () => import('./define/request-payment.ts'),
  'handsel-workroom': () => import('./define/workroom.ts'),
};

const loading = new Set<string>();

async function load(element: Element): Promise<void> {
  const tag = element.localName;
  const loader = LOADERS[tag];
  if (!loader || loading.has(tag)) return;
  loading.add(tag);
  try {
    await loader();
  } catch (cause) {
    // The next one of its kind tries again: the network may be back.
    loading.delete(tag);
    element.dispatchEvent(new WidgetErrorEvent(new Error(`<${tag}> could not be loaded.`, { cause })));
  }
}

function discover(root: Element | Document | ShadowRoot): void {
  if (root instanceof Element) void load(root);
  for (const element of root.querySelectorAll(':not(:defined)')) void load(element);
}

/** Loads the elements below a root as they appear. The page itself is watched already; call it for a shadow root of your own. */
export function watch(root: Document | ShadowRoot): void {
  const observer = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof Element) discover(node);
  });
  observer.observe(root, { childList: true, subtree: true });
  discover(root);
}

watch(document);
