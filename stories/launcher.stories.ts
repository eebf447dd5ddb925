import '@handsel/elements/define/launcher.js';
import type { Meta } from '@storybook/web-components-vite';
import { until } from './stage/hand.ts';
import { scene } from './stage/scene.ts';
import { refused } from './stage/states.ts';

const meta: Meta = {
  title: 'Elements/Launcher',
  component: 'handsel-launcher',
  argTypes: { placement: { control: 'select', options: [undefined, 'corner'] } },
};
export default meta;

/** Nothing waits. */
export const Quiet = scene({});

/** An offer waits for this client: the dot says so. */
export const SomethingWaits = scene({
  as: 'client',
  begin: 'sent',
  meanwhile: ({ element }) =>
    until(
      () => Boolean(element.shadowRoot?.querySelector('.new')),
      () => 'There is no dot.',
    ),
});

/** In the upper corner of the nearest positioned box. */
export const Corner = scene({}, undefined, { args: { placement: 'corner' } });

/** A link to a page of your own. */
export const Link = scene({}, undefined, { args: { href: '/contracts' } });

/** Pressed: the contracts, in a sheet. */
export const Open = scene({ begin: 'active' }, async (hand) => {
  await hand.press('Direct contracts');
  await hand.says('Website redesign');
});

/** On a public page it opens the form that asks for a contract. */
export const OpenForVisitors = scene({ as: 'visitor' }, async (hand) => {
  await hand.press('Ask for a contract');
  await hand.says('Say what you need.');
});

/** The backend refuses: the button stays a button. */
export const Refused = refused({});
