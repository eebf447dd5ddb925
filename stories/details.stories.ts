import '@handsel/elements/define/details.js';
import type { Meta } from '@storybook/web-components-vite';
import { write } from './stage/people.ts';
import { LONG, REDESIGN } from './stage/samples.ts';
import { scene } from './stage/scene.ts';
import { cutOff, loading, refused } from './stage/states.ts';

const meta: Meta = { title: 'Elements/Details', component: 'handsel-details' };
export default meta;

/** Signed by both: clauses, parties, signatures around the cut. */
export const Signed = scene({ begin: (sandbox) => write(sandbox, REDESIGN) });

/** Nobody has signed yet. */
export const Draft = scene({ begin: 'draft' });

/** Signed by the freelancer alone. */
export const Sent = scene({ as: 'client', begin: 'sent' });

/** Paid, and over. */
export const Completed = scene({ as: 'client', begin: 'completed' });

/** Bones stand where the lines will be. */
export const Loading = loading({ begin: 'active' });

/** The backend refuses. */
export const Refused = refused({ begin: 'active' });

/** The connection is lost. */
export const Offline = cutOff({ begin: 'active' });

/** Long names, long words, an address without a place to break. */
export const LongTexts = scene({ begin: (sandbox) => write(sandbox, LONG, 'sent') });
