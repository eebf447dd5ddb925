import '@handsel/elements/define/contract-list.js';
import type { Sandbox, StateName } from '@handsel/sandbox';
import type { Meta } from '@storybook/web-components-vite';
import { KIM, people, write } from './stage/people.ts';
import { LONG, REDESIGN } from './stage/samples.ts';
import { type Scene, scene } from './stage/scene.ts';
import { loading, refused } from './stage/states.ts';

const meta: Meta = { title: 'Elements/Contract list', component: 'handsel-contract-list' };
export default meta;

const STATES: readonly StateName[] = [
  'completed',
  'declined',
  'sent',
  'partly-paid',
  'active',
  'payment-requested',
  'disputed',
  'request',
];

async function several(sandbox: Sandbox): Promise<undefined> {
  for (const state of STATES) await sandbox.create(state);
}

const SEVERAL: Scene = { begin: several };

/** What is next in each, and whose turn it is. */
export const Several = scene(SEVERAL);

/** The same contracts as the client sees them. */
export const ForTheClient = scene({ ...SEVERAL, as: 'client' }, undefined, { args: { noCreate: true } });

/** Nothing yet: what it will hold, and how to begin. */
export const Empty = scene({});

/** Nothing yet, for a client. */
export const EmptyForTheClient = scene({ as: 'client' }, undefined, { args: { noCreate: true } });

/** A search that finds nothing. */
export const NothingFound = scene(SEVERAL, async (hand) => {
  await hand.type('Search contracts', 'zeppelin');
  await hand.says('Nothing is found');
});

/** More than a page: the rest comes on a press. */
export const Many = scene({
  async begin(sandbox) {
    const { freelancer } = await people(sandbox);
    for (let turn = 1; turn <= 60; turn += 1) {
      await freelancer.contracts.create({ ...REDESIGN, client: KIM, title: `Website ${turn}` });
    }
    return undefined;
  },
});

/** Bones stand where the rows will be. */
export const Loading = loading(SEVERAL);

/** The backend refuses. */
export const Refused = refused(SEVERAL);

/** Long names, long words, large figures, two currencies. */
export const LongTexts = scene({
  async begin(sandbox) {
    await write(sandbox, LONG, 'sent');
    await several(sandbox);
    return undefined;
  },
});

/** Everything a little closer. */
export const Dense = scene(SEVERAL, undefined, { globals: { density: 'dense' } });
