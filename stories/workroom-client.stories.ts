import '@handsel/elements/define/workroom.js';
import type { Meta } from '@storybook/web-components-vite';
import { write } from './stage/people.ts';
import { LONG } from './stage/samples.ts';
import { scene } from './stage/scene.ts';

const meta: Meta = { title: 'Elements/Workroom, the client', component: 'handsel-workroom' };
export default meta;

/** Asked to pay: the figure, the day it runs out, and one button. */
export const PaymentRequested = scene({ as: 'client', begin: 'payment-requested' });

/** An offer that waits for an answer. */
export const Sent = scene({ as: 'client', begin: 'sent' });

/** Signed; the money is missing. */
export const Signed = scene({ as: 'client', begin: 'signed' });

/** The freelancer is at work. */
export const Active = scene({ as: 'client', begin: 'active' });

/** Changes are asked for; the freelancer is at work again. */
export const ChangesRequested = scene({ as: 'client', begin: 'changes-requested' });

/** The next milestone waits for its money. */
export const PartlyPaid = scene({ as: 'client', begin: 'partly-paid' });

/** The freelancer proposes a higher price. */
export const ChangeProposed = scene({ as: 'client', begin: 'change-proposed' });

/** Paid, and over. */
export const Completed = scene({ as: 'client', begin: 'completed' });

/** Ended by the client; the freelancer has to answer. */
export const Ending = scene({ as: 'client', begin: 'ending' });

/** The freelancer objects to the return. */
export const InDispute = scene({ as: 'client', begin: 'disputed' });

/** A session any page may hold: what moves money opens the backend's own page. */
export const Embedded = scene({ as: 'client', begin: 'payment-requested', session: 'embedded' });

/** Long names, long words, large figures. */
export const LongTexts = scene({
  as: 'client',
  backend: { client: { name: LONG.client?.name ?? '', email: LONG.client?.email ?? '' } },
  begin: (sandbox) => write(sandbox, LONG, 'sent'),
});
