import { type Client, createClient, type ContractDraft, type ContractId } from '@handsel/core';
import type { TestApp } from '../../packages/server/src/testing/app.ts';
import { DRAFT } from '../../packages/server/src/testing/offer.ts';

export { DRAFT };

/** Both people of a contract, each with the real client. */
export interface Sides {
  readonly freelancer: Client;
  readonly client: Client;
}

/** Signs both in at the backend's own pages; also after weeks. */
export function bothSides({ backend, sessionFor }: TestApp, clientEmail = DRAFT.client.email): Sides {
  return {
    freelancer: createClient({ backend, session: () => sessionFor('freelancer') }),
    client: createClient({ backend, session: () => sessionFor('client', clientEmail) }),
  };
}

/** Writes, signs and sends an offer. */
export async function offer({ freelancer }: Sides, draft: ContractDraft = DRAFT): Promise<ContractId> {
  const written = await freelancer.contracts.create(draft);
  await freelancer.contracts.send(written.id, { termsHash: written.terms.hash, signature: 'Robin Vale' });
  return written.id;
}

/** Signs an offer as its client. */
export async function accept({ client }: Sides, id: ContractId): Promise<void> {
  const { terms } = await client.contracts.retrieve(id);
  await client.contracts.accept(id, { termsHash: terms.hash, signature: 'Kim Arden' });
}

/** Pays into escrow. */
export async function fund({ client }: Sides, id: ContractId, paymentMethod = 'pm_sim_success_visa') {
  const { consentToken } = await client.previews.create(id, { command: 'contracts.fund', scope: 'next' });
  return client.contracts.fund(id, { scope: 'next', paymentMethod, consentToken });
}

/** From an offer to a contract that is active. */
export async function activate(sides: Sides, draft: ContractDraft = DRAFT): Promise<ContractId> {
  const id = await offer(sides, draft);
  await accept(sides, id);
  await fund(sides, id);
  return id;
}

/** Asks for the money of the current milestone. */
export async function requestPayment({ freelancer }: Sides, id: ContractId, note = 'Done.') {
  const { currentMilestoneId } = await freelancer.contracts.retrieve(id);
  if (currentMilestoneId === null) throw new Error('There is no milestone in work.');
  return freelancer.paymentRequests.create(id, currentMilestoneId, { note });
}

/** Releases the money of the current milestone: all of it when no amount is said. */
export async function approve({ client }: Sides, id: ContractId, minor?: number) {
  const contract = await client.contracts.retrieve(id);
  const milestone = contract.milestones.find((each) => each.id === contract.currentMilestoneId);
  if (!milestone) throw new Error('There is no milestone to pay.');
  const amount = { amount: minor ?? milestone.escrow.amount, currency: contract.currency };
  const less = amount.amount < milestone.escrow.amount && { underpaymentReason: 'Less was done.' };
  const shown = { milestoneId: milestone.id, amount, ...less };
  const { consentToken } = await client.previews.create(id, { command: 'milestones.approve', ...shown });
  const { milestoneId, ...rest } = shown;
  return client.milestones.approve(id, milestoneId, { ...rest, consentToken });
}
