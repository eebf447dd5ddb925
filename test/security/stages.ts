import { type Client, type ContractId, createClient } from '@handsel/core';
import type { TestApp } from '../../packages/server/src/testing/app.ts';
import { accept, DRAFT, fund, offer, requestPayment, type Sides } from '../play/contract.ts';

/** How far a contract was played before somebody asks about it. */
export type Stage = 'draft' | 'offered' | 'accepted' | 'active' | 'requested' | 'changing' | 'ending';

/** A contract as it stands, with everything a call about it may have to name. */
export interface Played {
  readonly app: TestApp;
  readonly sides: Sides;
  readonly contractId: string;
  readonly milestoneId: string;
  readonly paymentRequestId: string;
  readonly milestoneChangeId: string;
  readonly chargeId: string;
  readonly termsHash: string;
  readonly version: number;
}

/** Both people of a contract, each with the real client at the backend's own pages. */
export function sidesOf({ backend, sessionFor }: TestApp, freelancer: string, client: string): Sides {
  return {
    freelancer: createClient({ backend, session: () => sessionFor('freelancer', freelancer) }),
    client: createClient({ backend, session: () => sessionFor('client', client) }),
  };
}

const NOTHING = {
  milestoneId: 'ms_none',
  paymentRequestId: 'prq_none',
  milestoneChangeId: 'mcr_none',
  chargeId: 'chg_none',
};

/** Plays a contract of two people until it stands where it should. */
export async function playTo(app: TestApp, sides: Sides, stage: Stage, email: string): Promise<Played> {
  const draft = { ...DRAFT, client: { ...DRAFT.client, email } };
  const contractId =
    stage === 'draft' ? (await sides.freelancer.contracts.create(draft)).id : await offer(sides, draft);
  const steps = stage === 'draft' || stage === 'offered' ? {} : await further(sides, contractId, stage);
  const { terms, version, milestones } = await sides.freelancer.contracts.retrieve(contractId);
  const milestoneId = milestones[0]?.id ?? '';
  return { ...NOTHING, milestoneId, ...steps, app, sides, contractId, termsHash: terms.hash, version };
}

type Steps = Partial<Pick<Played, 'chargeId' | 'paymentRequestId' | 'milestoneChangeId'>>;

async function further(sides: Sides, id: ContractId, stage: Exclude<Stage, 'draft' | 'offered'>): Promise<Steps> {
  await accept(sides, id);
  if (stage === 'accepted') return {};
  const { charge } = await fund(sides, id);
  const chargeId = charge.id;
  switch (stage) {
    case 'active':
      return { chargeId };
    case 'requested':
      return { chargeId, paymentRequestId: (await requestPayment(sides, id)).id };
    case 'changing':
      return { chargeId, milestoneChangeId: await proposeMore(sides.freelancer, id) };
    case 'ending':
      await askForAllBack(sides.client, id);
      return { chargeId };
  }
}

async function proposeMore(freelancer: Client, id: ContractId): Promise<string> {
  const { milestones, currency } = await freelancer.contracts.retrieve(id);
  const [first] = milestones;
  if (!first) throw new Error('The contract has no milestone to change.');
  const amount = { amount: first.amount.amount + 100_00, currency };
  const items = [{ op: 'edit' as const, milestoneId: first.id, amount }];
  const { milestoneChange } = await freelancer.milestoneChanges.create(id, { items });
  return milestoneChange?.id ?? '';
}

async function askForAllBack(client: Client, id: ContractId): Promise<void> {
  const pay = { amount: 0, currency: DRAFT.currency };
  const { consentToken } = await client.previews.create(id, { command: 'contracts.endByClient', pay });
  await client.contracts.endByClient(id, { reason: 'Plans changed.', pay, consentToken });
}
