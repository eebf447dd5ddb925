import '@handsel/elements/define/milestone-timeline.js';
import type { Meta } from '@storybook/web-components-vite';
import { write } from './stage/people.ts';
import { LONG, many, REDESIGN } from './stage/samples.ts';
import { scene } from './stage/scene.ts';
import { cutOff, loading, refused } from './stage/states.ts';

const meta: Meta = { title: 'Elements/Milestone timeline', component: 'handsel-milestone-timeline' };
export default meta;

/** Four milestones, the first in work. */
export const Active = scene({ begin: (sandbox) => write(sandbox, REDESIGN) });

/** One amount for all of it. */
export const One = scene({ begin: 'active' });

/** The first is paid, the second waits for its money. */
export const PartlyPaid = scene({ begin: 'partly-paid' });

/** All were funded at once; one is in work. */
export const AllFunded = scene({ begin: 'all-funded' });

/** Payment is asked for. */
export const PaymentRequested = scene({ begin: 'payment-requested' });

/** In dispute: the coin is split. */
export const InDispute = scene({ begin: 'disputed' });

/** A thousand: the first and those around the one in work, the rest on a press. */
export const Thousand = scene({ begin: (sandbox) => write(sandbox, { ...REDESIGN, milestones: many(1000) }) });

/** Bones stand where the lines will be. */
export const Loading = loading({ begin: 'active' });

/** The backend refuses. */
export const Refused = refused({ begin: 'active' });

/** The connection is lost. */
export const Offline = cutOff({ begin: 'active' });

/** Long names, long words, large figures in francs. */
export const LongTexts = scene({ begin: (sandbox) => write(sandbox, LONG, 'sent') });

/** Everything a little closer. */
export const Dense = scene({ begin: (sandbox) => write(sandbox, REDESIGN) }, undefined, {
  globals: { density: 'dense' },
});
