import { type Client, createClient } from '@handsel/core';
import type { ContractDraft, ContractId } from '@handsel/protocol';
import type { Sandbox } from '@handsel/sandbox';

/** A client for each side of a sandbox's contracts. */
export async function people(sandbox: Sandbox): Promise<{ readonly freelancer: Client; readonly client: Client }> {
  const { backend } = sandbox;
  return {
    freelancer: createClient({ backend, session: await sandbox.sessionFor('freelancer') }),
    client: createClient({ backend, session: await sandbox.sessionFor('client') }),
  };
}

/** Kim Arden, on the other side. */
export const KIM = { name: 'Kim Arden', email: 'kim@arden.example' };

/** How far a story brings a contract of its own: written, sent, signed by both, its first or all milestones funded. */
export type Stage = 'draft' | 'sent' | 'signed' | 'funded' | 'all-funded';

const WAY: readonly Stage[] = ['draft', 'sent', 'signed', 'funded', 'all-funded'];

/** Writes a contract of the story's own, and brings it forward by the calls of both sides. */
export async function write(
  sandbox: Sandbox,
  draft: Omit<ContractDraft, 'client'> & Partial<Pick<ContractDraft, 'client'>>,
  to: Stage = 'funded',
): Promise<ContractId> {
  const { freelancer, client } = await people(sandbox);
  const isPast = (stage: Stage) => WAY.indexOf(to) >= WAY.indexOf(stage);
  const { id, terms } = await freelancer.contracts.create({ client: KIM, ...draft });
  if (isPast('sent')) await freelancer.contracts.send(id, { termsHash: terms.hash, signature: 'Robin Vale' });
  if (isPast('signed')) await client.contracts.accept(id, { termsHash: terms.hash, signature: KIM.name });
  if (isPast('funded')) {
    const scope = to === 'all-funded' ? 'all' : 'next';
    const { consentToken } = await client.previews.create(id, { command: 'contracts.fund', scope });
    await client.contracts.fund(id, { scope, paymentMethod: 'pm_sim_success_visa', consentToken });
  }
  return id;
}
