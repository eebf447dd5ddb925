import '@handsel/elements/define/contract-list.js';
import '@handsel/elements/define/milestone-timeline.js';
import '@handsel/elements/define/request-payment.js';
import type { Meta } from '@storybook/web-components-vite';
import { type Cast, scene } from './stage/scene.ts';

const meta: Meta = { title: 'Elements/Provider', component: 'handsel-provider' };
export default meta;

/** What stands below the provider in these stories: one contract's milestones, and the button that asks for payment. */
function fill({ element, contractId = '' }: Pick<Cast, 'element'> & { contractId?: string | undefined }): void {
  for (const tag of ['handsel-milestone-timeline', 'handsel-request-payment']) {
    const part = document.createElement(tag);
    part.setAttribute('contract-id', contractId);
    element.append(part);
  }
}

/** Everything below shares one client. */
export const Ready = scene({ begin: 'two-milestones', before: fill });

/** Figures and dates in German; the words are the page's own, or English. */
export const German = scene({ begin: 'two-milestones', before: fill }, undefined, { args: { locale: 'de' } });

/** Words of your own, by element and key. */
export const OwnWords = scene({ begin: 'two-milestones', before: fill }, undefined, {
  args: { words: { 'request-payment': { button: 'Ask Kim for the money' } } },
});

/** Dark on a light page: for a page that is dark and forgot to say so. */
export const Dark = scene(
  {
    begin: 'two-milestones',
    before(cast) {
      fill(cast);
      cast.element.className = 'dark-sheet';
    },
  },
  undefined,
  { args: { theme: 'dark' }, globals: { host: 'dark' } },
);

/** Everything a little closer. */
export const Dense = scene({ begin: 'two-milestones', before: fill }, undefined, { args: { density: 'dense' } });

/** A provider inside another passes on what it does not say itself. */
export const Nested = scene({
  begin: 'two-milestones',
  before({ element, contractId }) {
    const inner = document.createElement('handsel-provider');
    inner.setAttribute('locale', 'de');
    element.append(inner);
    fill({ element: inner, contractId });
  },
});

/** No backend anywhere: the element says what to do, to the one who writes the page. */
export const NoBackend = scene({ alone: true, before: ({ element }) => fill({ element, contractId: 'ctr_1' }) });
