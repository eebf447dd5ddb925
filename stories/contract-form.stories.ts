import '@handsel/elements/define/contract-form.js';
import type { Meta } from '@storybook/web-components-vite';
import type { Hand } from './stage/hand.ts';
import { write } from './stage/people.ts';
import { LONG } from './stage/samples.ts';
import { scene } from './stage/scene.ts';

const meta: Meta = {
  title: 'Elements/Contract form',
  component: 'handsel-contract-form',
  // Each story keeps no drafts, so that none begins where another was left.
  args: { noDrafts: true },
  argTypes: { as: { control: 'select', options: ['freelancer', 'client'] } },
};
export default meta;

async function toAmount(hand: Hand): Promise<void> {
  await hand.type('email', 'kim@arden.example');
  await hand.type('title', 'Website redesign');
  await hand.type('description', 'Home, three service pages, contact.');
  await hand.press('Continue to amount');
  await hand.says('What does it cost?');
}

async function toTerms(hand: Hand): Promise<void> {
  await toAmount(hand);
  await hand.type('amount', '1,200');
  await hand.press('Continue to terms');
  await hand.says('Your own terms');
}

async function toReview(hand: Hand): Promise<void> {
  await toTerms(hand);
  await hand.press('Continue to review');
  await hand.says('Check it once more');
}

/** The first step. */
export const Details = scene({});

/** Everything is missing, and everything says so at once. */
export const Missing = scene({}, (hand) => hand.press('Continue to amount'));

/** One amount for all of it. */
export const Amount = scene({}, toAmount);

/** Less than a milestone may be. */
export const TooLittle = scene({}, async (hand) => {
  await toAmount(hand);
  await hand.type('amount', '4.99');
  await hand.press('Continue to terms');
  await hand.says('A milestone is at least $5.00.');
});

/** Split into milestones. */
export const Milestones = scene({}, async (hand) => {
  await toAmount(hand);
  await hand.choose('milestones');
  await hand.says('Save milestone');
});

/** The freelancer's own terms. */
export const Terms = scene({}, toTerms);

/** The last look; nothing has been sent. */
export const Review = scene({}, toReview);

/** Sent: wait before you start. */
export const Sent = scene({}, async (hand) => {
  await toReview(hand);
  await hand.type('signature', 'Robin Vale');
  await hand.press('Sign and send');
  await hand.says('Contract sent to kim@arden.example');
});

/** The backend fails: nothing was sent, everything typed is kept. */
export const Failed = scene(
  { meanwhile: ({ sandbox }) => void sandbox.failNext({ operation: 'contracts.create', code: 'INTERNAL', times: 9 }) },
  async (hand) => {
    await toReview(hand);
    await hand.type('signature', 'Robin Vale');
    await hand.press('Sign and send');
    await hand.says('Something failed');
  },
);

/** A draft of the backend, typed over. */
export const EditingADraft = scene({ begin: 'draft' });

/** A visitor of a public page asks for a contract. */
export const Asking = scene({ as: 'visitor' }, undefined, { args: { as: 'client' } });

/** The visitor's last look. */
export const AskingReview = scene(
  { as: 'visitor' },
  async (hand) => {
    await hand.type('name', 'Ines Okoro');
    await hand.type('email', 'ines@harbour.example');
    await hand.type('title', 'A website for our sailing school');
    await hand.type('description', 'Course calendar and booking.');
    await hand.press('Continue to budget');
    await hand.says('What would you spend?');
    await hand.press('Check and send');
    await hand.says('Asking costs nothing and binds nobody.');
  },
  { args: { as: 'client' } },
);

/** Filled in beforehand by the page. */
export const Prefilled = scene({ as: 'visitor' }, undefined, {
  args: {
    as: 'client',
    clientName: 'Ines Okoro',
    clientEmail: 'ines@harbour.example',
    contractTitle: 'Sailing school',
  },
});

/** Long names, long words, large figures. */
export const LongTexts = scene({ begin: (sandbox) => write(sandbox, LONG, 'draft') });

/** Everything a little closer. */
export const Dense = scene({}, toAmount, { globals: { density: 'dense' } });
