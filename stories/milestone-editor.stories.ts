import '@handsel/elements/define/milestone-editor.js';
import type { Meta } from '@storybook/web-components-vite';
import { people, write } from './stage/people.ts';
import { LONG, many, REDESIGN, WEBSITE } from './stage/samples.ts';
import { type Act, type Cast, type Scene, scene } from './stage/scene.ts';

const meta: Meta = {
  title: 'Elements/Milestone editor',
  component: 'handsel-milestone-editor',
  argTypes: { mode: { control: 'select', options: ['', 'change'] } },
};
export default meta;

const rows = { args: { milestones: WEBSITE } };

/** Nothing is split up yet. */
export const Empty = scene({});

/** Four milestones and their sum. */
export const Rows = scene({}, undefined, rows);

/** One row is open. */
export const Editing = scene({}, (hand) => hand.press('Edit: Visual design'), rows);

/** Saved with too little in it. */
export const Faulty = scene(
  {},
  async (hand) => {
    await hand.press('Add a milestone');
    await hand.type('amount', '4.99');
    await hand.press('Save milestone');
    await hand.says('A milestone is at least $5.00.');
  },
  rows,
);

/** Removed, and a way back. */
export const Removed = scene({}, (hand) => hand.press('Remove: Build'), rows);

/** To look at only. */
export const ReadOnly = scene({}, undefined, { args: { ...rows.args, readonly: true } });

/** It takes no part in its form. */
export const Disabled = scene({}, undefined, { args: { ...rows.args, disabled: true } });

/** A part of a larger form: no title, no sum, no primary button of its own. */
export const Inline = scene({}, undefined, { args: { ...rows.args, inline: true } });

/** Yen have no cents, and other figures stand in the same column. */
export const Yen = scene({}, undefined, {
  args: {
    currency: 'JPY',
    milestones: [
      { title: 'Logo', amount: { amount: 80_000, currency: 'JPY' } },
      { title: 'Website', amount: { amount: 1_250_000, currency: 'JPY' } },
    ],
  },
});

/** A signed contract, whose first milestone is paid and whose others may change if the other side agrees. */
const SIGNED: Scene = {
  begin: (sandbox) => write(sandbox, REDESIGN),
  async before({ sandbox, element, contractId }: Cast) {
    const { freelancer } = await people(sandbox);
    if (contractId)
      Object.assign(element, { mode: 'change', contract: await freelancer.contracts.retrieve(contractId) });
  },
};

/** What to ask the other side to change. */
export const Change = scene(SIGNED);

const propose: Act = async (hand) => {
  await hand.press('Edit: Visual design');
  await hand.type('amount', '2100');
  await hand.press('Save milestone');
  await hand.press('Remove: Launch');
  await hand.press('Show changes (2)');
  await hand.says('If Kim agrees');
};

/** What would change, line by line, and what it would come to. */
export const ChangesShown = scene(SIGNED, propose);

/** Long names, long words, large figures in francs. */
export const LongTexts = scene({}, undefined, { args: { currency: 'CHF', milestones: LONG.milestones } });

/** A thousand rows. */
export const Thousand = scene({ large: true }, undefined, { args: { milestones: many(1000) } });

/** Everything a little closer. */
export const Dense = scene({}, undefined, { ...rows, globals: { density: 'dense' } });
