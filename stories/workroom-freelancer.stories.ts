import '@handsel/elements/define/workroom.js';
import type { Meta } from '@storybook/web-components-vite';
import { LONG, many, REDESIGN } from './stage/samples.ts';
import { write } from './stage/people.ts';
import { scene } from './stage/scene.ts';
import { cutOff, loading, refused } from './stage/states.ts';

const meta: Meta = {
  title: 'Elements/Workroom, the freelancer',
  component: 'handsel-workroom',
  argTypes: { tab: { control: 'select', options: ['overview', 'details'] } },
};
export default meta;

/** Funded: the freelancer may start, and ask to be paid when it is done. */
export const Active = scene({ begin: 'active' });

/** Written and not sent. */
export const Draft = scene({ begin: 'draft' });

/** A visitor has asked for a contract; the freelancer writes it. */
export const Request = scene({ begin: 'request' });

/** Sent; the client has to answer. */
export const Sent = scene({ begin: 'sent' });

/** Signed by both and not funded: do not start yet. */
export const Signed = scene({ begin: 'signed' });

/** Four milestones, the first in work. */
export const FourMilestones = scene({ begin: (sandbox) => write(sandbox, REDESIGN) });

/** Payment is asked for; the client has 14 days. Turn the clock by 14 days and nobody has answered: it is paid. */
export const PaymentRequested = scene({ begin: 'payment-requested' });

/** The client wants something different before paying. */
export const ChangesRequested = scene({ begin: 'changes-requested' });

/** The first of two milestones is paid, the second waits for its money. */
export const PartlyPaid = scene({ begin: 'partly-paid' });

/** A higher price is proposed, and waits for the client. */
export const ChangeProposed = scene({ begin: 'change-proposed' });

/** Paid, and over. */
export const Completed = scene({ begin: 'completed' });

/** The client has ended it: shall the money go back? */
export const Ending = scene({ begin: 'ending' });

/** The freelancer has objected. */
export const InDispute = scene({ begin: 'disputed' });

/** The operator has stopped new work. */
export const Paused = scene({ begin: 'paused' });

/** Nobody answered in time. */
export const Expired = scene({ begin: 'expired' });

/** The second tab: what was agreed. */
export const Details = scene({ begin: 'active' }, undefined, { args: { tab: 'details' } });

/** The … menu: what may be done now, and why something may not. */
export const MenuOpen = scene({ begin: 'active' }, (hand) => hand.press('More actions'));

/** The last question before the contract is ended. */
export const EndingIt = scene({ begin: 'active' }, async (hand) => {
  await hand.press('More actions');
  await hand.press('End contract');
});

/** Bones stand where the lines will be. */
export const Loading = loading({ begin: 'active' });

/** The backend refuses. */
export const Refused = refused({ begin: 'active' });

/** The connection is lost: everything stays, with its age. */
export const Offline = cutOff({ begin: 'active' });

/** Long names, long words, large figures in francs. */
export const LongTexts = scene({ begin: (sandbox) => write(sandbox, LONG, 'sent') });

/** A thousand milestones. */
export const ThousandMilestones = scene({
  begin: (sandbox) => write(sandbox, { ...REDESIGN, milestones: many(1000) }),
});

/** Everything a little closer. */
export const Dense = scene({ begin: 'two-milestones' }, undefined, { globals: { density: 'dense' } });
