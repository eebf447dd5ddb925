import '@handsel/elements/define/request-payment.js';
import type { Meta } from '@storybook/web-components-vite';
import { write } from './stage/people.ts';
import { LONG } from './stage/samples.ts';
import { scene } from './stage/scene.ts';
import { cutOff, loading, refused } from './stage/states.ts';

const meta: Meta = { title: 'Elements/Request payment', component: 'handsel-request-payment' };
export default meta;

/** The milestone in work is funded. */
export const Ready = scene({ begin: 'active' });

/** Pressed: the figures, a note, and until when the client answers. */
export const Confirming = scene({ begin: 'active' }, (hand) => hand.press('Request Payment'));

/** The same on a backend whose operator takes a fee. */
export const ConfirmingWithFee = scene(
  { begin: 'active', backend: { policy: { fees: { freelancerBps: 500 } } } },
  (hand) => hand.press('Request Payment'),
);

/** Sent, and the mail has left. */
export const Emailed = scene({ begin: 'active' }, async (hand) => {
  await hand.press('Request Payment');
  await hand.press('Send request for $500.00');
  await hand.says('has been e-mailed');
});

/** The backend refuses; the note stays, and the same press asks again. */
export const Failed = scene(
  {
    begin: 'active',
    meanwhile: ({ sandbox }) =>
      void sandbox.failNext({ operation: 'paymentRequests.create', code: 'INTERNAL', times: 9 }),
  },
  async (hand) => {
    await hand.press('Request Payment');
    await hand.type('note', 'It is online.');
    await hand.press('Send request for $500.00');
    await hand.says('Something failed');
  },
);

/** Asked for already. */
export const Asked = scene({ begin: 'payment-requested' });

/** Changes were asked for; it may be asked again. */
export const ChangesRequested = scene({ begin: 'changes-requested' });

/** Nothing is funded: the reason stands below the button. */
export const NotFunded = scene({ begin: 'signed' });

/** Paid. */
export const Paid = scene({ begin: 'completed' });

/** In dispute. */
export const InDispute = scene({ begin: 'disputed' });

/** What the client would see. */
export const ForTheClient = scene({ as: 'client', begin: 'active' });

/** The button has its place before anything is known. */
export const Loading = loading({ begin: 'active' });

/** The backend refuses. */
export const Refused = refused({ begin: 'active' });

/** The connection is lost: requests for money are never queued. */
export const Offline = cutOff({ begin: 'active' });

/** Long names and large figures. */
export const LongTexts = scene({ begin: (sandbox) => write(sandbox, LONG, 'sent') });
