import '@handsel/elements/define/activity.js';
import type { Meta } from '@storybook/web-components-vite';
import { people, write } from './stage/people.ts';
import { LONG, REDESIGN } from './stage/samples.ts';
import { scene } from './stage/scene.ts';
import { cutOff, loading, refused } from './stage/states.ts';

const meta: Meta = { title: 'Elements/Activity', component: 'handsel-activity' };
export default meta;

/** From the first draft to the last dollar. */
export const Completed = scene({ begin: 'completed' });

/** Only written so far. */
export const JustBegun = scene({ begin: 'draft' });

/** With the words of both sides. */
export const ChangesRequested = scene({ as: 'client', begin: 'changes-requested' });

/** How a dispute came about. */
export const InDispute = scene({ begin: 'disputed' });

/** Asked and taken back thirty times: the older lines come on a press. */
export const Many = scene({
  async begin(sandbox) {
    const contractId = await write(sandbox, REDESIGN);
    const { freelancer } = await people(sandbox);
    const { currentMilestoneId } = await freelancer.contracts.retrieve(contractId);
    for (let turn = 0; currentMilestoneId && turn < 30; turn += 1) {
      const { id } = await freelancer.paymentRequests.create(contractId, currentMilestoneId, {
        note: `Try ${turn + 1}`,
      });
      await freelancer.paymentRequests.withdraw(contractId, id);
    }
    return contractId;
  },
});

/** Bones stand where the lines will be. */
export const Loading = loading({ begin: 'active' });

/** The backend refuses. */
export const Refused = refused({ begin: 'active' });

/** The connection is lost. */
export const Offline = cutOff({ begin: 'active' });

/** Long names and words. */
export const LongTexts = scene({ begin: (sandbox) => write(sandbox, LONG, 'sent') });
