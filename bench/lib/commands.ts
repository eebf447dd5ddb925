import type { Contract } from '@handsel/core';
import { DRAFT } from '../../test/play/contract.ts';
import type { BenchApp } from './bench-app.ts';

/** One kind of call, made for each contract after all have been through the one before. */
export type Step = readonly [name: string, call: (app: BenchApp, contract: Contract) => Promise<unknown>];

const first = ({ milestones }: Contract) => {
  const [milestone] = milestones;
  if (!milestone) throw new Error('A contract has no milestone.');
  return milestone;
};

/** Permissions that were given before they are used, by contract. */
const consents = new Map<string, string>();

/** A contract's life after its draft was written, as calls that are timed one kind at a time. */
export const LIFE: readonly Step[] = [
  [
    'send',
    ({ freelancer }, { id, terms }) =>
      freelancer.contracts.send(id, { termsHash: terms.hash, signature: 'Robin Vale' }),
  ],
  [
    'accept',
    ({ client }, { id, terms }) => client.contracts.accept(id, { termsHash: terms.hash, signature: 'Kim Arden' }),
  ],
  [
    'preview',
    async ({ client }, { id }) => {
      const { consentToken } = await client.previews.create(id, { command: 'contracts.fund', scope: 'next' });
      consents.set(id, consentToken);
    },
  ],
  [
    'fund',
    ({ client }, { id }) => {
      const consentToken = consents.get(id) ?? '';
      return client.contracts.fund(id, { scope: 'next', paymentMethod: 'pm_sim_success_visa', consentToken });
    },
  ],
  ['request payment', ({ freelancer }, contract) => freelancer.paymentRequests.create(contract.id, first(contract).id)],
  [
    'preview again',
    async ({ client }, contract) => {
      const { id: milestoneId, amount } = first(contract);
      const draft = { command: 'milestones.approve', milestoneId, amount } as const;
      consents.set(contract.id, (await client.previews.create(contract.id, draft)).consentToken);
    },
  ],
  [
    'approve',
    ({ client }, contract) => {
      const { id, amount } = first(contract);
      return client.milestones.approve(contract.id, id, { amount, consentToken: consents.get(contract.id) ?? '' });
    },
  ],
  ['read one', ({ client }, { id }) => client.contracts.retrieve(id)],
  ['list twenty', async ({ freelancer }) => freelancer.contracts.list()],
  ['find by a word', async ({ freelancer }) => freelancer.contracts.list({ search: 'webs' })],
];

/** Writes a draft. */
export const write = ({ freelancer }: BenchApp): Promise<Contract> => freelancer.contracts.create(DRAFT);
