import type { ContractDraft, MilestoneDraft } from '@handsel/protocol';

type Written = Omit<ContractDraft, 'client'> & Partial<Pick<ContractDraft, 'client'>>;

/** An amount in US dollars, from its cents. */
export const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Four milestones of a website. */
export const WEBSITE: readonly MilestoneDraft[] = [
  { title: 'Wireframes and page structure', amount: usd(120_000), dueOn: '2026-12-04' },
  { title: 'Visual design', description: 'Home and one inner page, light and dark.', amount: usd(180_000) },
  { title: 'Build', description: 'Five pages, ready to be filled.', amount: usd(140_000), dueOn: '2027-01-29' },
  { title: 'Launch', amount: usd(40_000) },
];

/** A contract of four milestones. */
export const REDESIGN: Written = {
  title: 'Website redesign',
  description: 'Home, three service pages, contact. Photos come from the studio.',
  currency: 'USD',
  milestones: [...WEBSITE],
  terms: 'All rights go to you when you have paid.',
};

/** Names, titles and words as long as people really have them, and one that cannot be broken. */
export const LONG: Written = {
  client: {
    name: 'Maximiliane Friederike von Oldenburg-Wittelsbach',
    email: 'maximiliane.friederike@oldenburg-wittelsbach.example',
  },
  title: 'Redesign of the website, the shop, the newsletter and all printed matter for the season of 2027',
  description:
    'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrik is one word. The rest is a sentence that goes on ' +
    'for a good while, because people write down everything they have talked about, so that nobody can say later that ' +
    'it was not said.\n\nhttps://drive.example/a/very/long/address/that/has/no/place/to/break/0123456789abcdef0123456789abcdef',
  currency: 'CHF',
  milestones: [
    {
      title: 'Everything that has to be found out, written down, shown and agreed upon before work begins',
      amount: { amount: 123_456_700, currency: 'CHF' },
      dueOn: '2027-03-31',
    },
    {
      title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikverwaltung',
      amount: { amount: 98_765_400, currency: 'CHF' },
    },
  ],
  terms: 'What is delivered belongs to the client from the day it is paid.\n\n'.repeat(6).trim(),
};

/** So many milestones of five dollars and more. */
export const many = (count: number): MilestoneDraft[] =>
  Array.from({ length: count }, (_, index) => ({ title: `Page ${index + 1}`, amount: usd(500 + index) }));
