import type { ContractDraft, ContractId, MilestoneId } from '@handsel/protocol';
import type { TestApp } from './app.ts';
import { type Ask, asking, bearer, must } from './ask.ts';

/** What is offered in most tests: one step of $500.00. */
export const DRAFT: ContractDraft = {
  client: { email: 'kim@arden.example', name: 'Kim Arden' },
  title: 'Website redesign',
  description: 'Five pages, written and built.',
  currency: 'USD',
  milestones: [{ title: 'All of it', amount: { amount: 500_00, currency: 'USD' } }],
};

/** Both people, signed in at the backend's own pages. */
export interface Both {
  readonly robin: Ask;
  readonly kim: Ask;
}

/** Signs both in. */
export async function both(app: TestApp): Promise<Both> {
  return {
    robin: asking(app, bearer(await app.sessionFor('freelancer'))),
    kim: asking(app, bearer(await app.sessionFor('client'))),
  };
}

/** Writes, signs and sends an offer. Answers its id. */
export async function sendOffer({ robin }: Pick<Both, 'robin'>, draft: ContractDraft = DRAFT): Promise<ContractId> {
  const { id: contractId, terms } = must(await robin('contracts.create', draft));
  must(await robin('contracts.send', { contractId, termsHash: terms.hash, signature: 'Robin Vale' }));
  return contractId;
}

/** From nothing to a contract whose first milestone is in escrow. */
export async function activate({ robin, kim }: Both, draft: ContractDraft = DRAFT): Promise<ContractId> {
  const contractId = await sendOffer({ robin }, draft);
  const { terms } = must(await kim('contracts.retrieve', { contractId }));
  must(await kim('contracts.accept', { contractId, termsHash: terms.hash, signature: 'Kim Arden' }));
  const shown = must(await kim('previews.create', { contractId, command: 'contracts.fund', scope: 'next' }));
  const { consentToken } = shown;
  must(await kim('contracts.fund', { contractId, scope: 'next', paymentMethod: 'pm_sim_success_visa', consentToken }));
  return contractId;
}

/** The first milestone of a contract. */
export async function firstMilestone({ robin }: Pick<Both, 'robin'>, contractId: ContractId): Promise<MilestoneId> {
  const [first] = must(await robin('contracts.retrieve', { contractId })).milestones;
  if (!first) throw new Error('The contract has no milestone.');
  return first.id;
}

/** The link that was mailed last. */
export async function mailedInvitation({ mails }: Pick<TestApp, 'mails'>): Promise<string> {
  const found = (await mails()).flatMap(({ text }) => /\/invitation\/([\w-]+)/.exec(text)?.[1] ?? []);
  return found.at(-1) ?? '';
}

/** Every code that was mailed, the oldest first. */
export async function mailedCodes({ mails }: Pick<TestApp, 'mails'>): Promise<string[]> {
  const codes = (await mails()).filter(({ template }) => template === 'sign_in_code');
  return codes.map(({ subject }) => subject.replaceAll(/\D/g, ''));
}
