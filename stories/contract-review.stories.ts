import '@handsel/elements/define/contract-review.js';
import type { Meta } from '@storybook/web-components-vite';
import { people, write } from './stage/people.ts';
import { LONG, REDESIGN } from './stage/samples.ts';
import { scene } from './stage/scene.ts';
import { cutOff, loading, refused } from './stage/states.ts';

const meta: Meta = { title: 'Elements/Contract review', component: 'handsel-contract-review' };
export default meta;

/** An offer: read it, sign it, or say no. */
export const Sent = scene({ as: 'client', begin: 'sent' });

/** An offer of four milestones. */
export const FourMilestones = scene({ as: 'client', begin: (sandbox) => write(sandbox, REDESIGN, 'sent') });

/** Pressed without a name. */
export const SignMissing = scene({ as: 'client', begin: 'sent' }, (hand) => hand.press('Sign and accept'));

/** Saying no takes a second press. */
export const Declining = scene({ as: 'client', begin: 'sent' }, (hand) => hand.press('Decline'));

/** Signed by both: what is paid today, and what it is for. */
export const Funding = scene({ as: 'client', begin: 'signed' });

/** The bank says no: nothing was charged. */
export const CardDeclined = scene({ as: 'client', begin: 'signed' }, async (hand) => {
  await hand.choose('pm_sim_declined_card');
  await hand.press('Pay $500.00 into escrow');
  await hand.says('Your card was declined');
});

/** The freelancer is at work. */
export const Active = scene({ as: 'client', begin: 'active' });

/** Asked to pay. */
export const Approving = scene({ as: 'client', begin: 'payment-requested' });

/** What should be different is written before anything is sent. */
export const AskingForChanges = scene({ as: 'client', begin: 'payment-requested' }, (hand) =>
  hand.press('Ask for changes'),
);

/** The freelancer proposes a higher price. */
export const ChangeProposed = scene({ as: 'client', begin: 'change-proposed' });

/** Paid, and over. */
export const Completed = scene({ as: 'client', begin: 'completed' });

/** The client said no. */
export const Declined = scene({ as: 'client', begin: 'declined' });

/** Nobody answered in time. */
export const Expired = scene({ as: 'client', begin: 'expired' });

/** Ended by the client: the freelancer has to answer. */
export const Ending = scene({ as: 'client', begin: 'ending' });

/** The freelancer objects to the return. */
export const InDispute = scene({ as: 'client', begin: 'disputed' });

/** A session any page may hold: the button leads to the backend's own page. */
export const Embedded = scene({ as: 'client', begin: 'sent', session: 'embedded' });

/** While the client reads, the freelancer takes the offer back. */
export const ChangedMeanwhile = scene({
  as: 'client',
  begin: 'sent',
  async meanwhile({ sandbox, contractId, hand }) {
    const { freelancer } = await people(sandbox);
    if (contractId) await freelancer.contracts.withdraw(contractId);
    await hand.says('Withdrawn');
  },
});

/** A backend whose operator takes fees: they stand in the sum before anything is pressed. */
export const WithFees = scene({
  as: 'client',
  backend: { policy: { fees: { clientBps: 300, freelancerBps: 500 } } },
  begin: 'signed',
});

/** Bones stand where the lines will be. */
export const Loading = loading({ as: 'client', begin: 'sent' });

/** The backend refuses. */
export const Refused = refused({ as: 'client', begin: 'sent' });

/** The connection is lost: nothing can be signed, everything can be read. */
export const Offline = cutOff({ as: 'client', begin: 'sent' });

/** Long names, long words, large figures in francs. */
export const LongTexts = scene({
  as: 'client',
  backend: { client: { name: LONG.client?.name ?? '', email: LONG.client?.email ?? '' } },
  begin: (sandbox) => write(sandbox, LONG, 'sent'),
});
