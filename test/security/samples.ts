import type { MoneyPreviewDraft } from '@handsel/protocol';
import type { OperationName } from '@handsel/protocol/backend';
import { DRAFT } from '../play/contract.ts';
import type { Played, Stage } from './stages.ts';

/** A call that is right in every way: where its contract must stand, and what it says. */
export interface Sample {
  readonly stage: Stage;
  readonly body?: (played: Played) => unknown;
}

const SIGNATURE = 'A Signature';
const USD = (amount: number) => ({ amount, currency: 'USD' });
const signed = ({ termsHash }: Played) => ({ termsHash, signature: SIGNATURE });

async function consent(
  { sides, contractId }: Played,
  side: 'freelancer' | 'client',
  draft: MoneyPreviewDraft,
): Promise<{ consentToken: string }> {
  const { consentToken } = await sides[side].previews.create(contractId as `ctr_${string}`, draft);
  return { consentToken };
}

/** The link that was mailed to the client last. */
export async function mailedInvitation({ app }: Pick<Played, 'app'>): Promise<string> {
  const found = (await app.mails()).flatMap(({ text }) => /\/invitation\/([\w-]+)/.exec(text)?.[1] ?? []);
  return found.at(-1) ?? '';
}

/** The six digits that were mailed last. */
export async function mailedCode({ app }: Pick<Played, 'app'>): Promise<string> {
  const { subject = '' } = (await app.mails()).findLast(({ template }) => template === 'sign_in_code') ?? {};
  return subject.replaceAll(/\D/g, '');
}

async function signInCode(played: Played) {
  const email = 'kim@arden.example';
  await played.sides.client.sessions.requestCode({ email });
  return { email, code: await mailedCode(played) };
}

async function invitationCode(played: Played) {
  const invitation = await mailedInvitation(played);
  await played.sides.client.invitations.requestCode({ invitation });
  return { invitation, code: await mailedCode(played) };
}

/** One sample for each operation. */
export const SAMPLES: Readonly<Record<OperationName, Sample>> = {
  'profile.retrieve': { stage: 'offered' },
  'sessions.requestCode': { stage: 'offered', body: () => ({ email: 'kim@arden.example' }) },
  'sessions.create': { stage: 'offered', body: signInCode },
  'sessions.retrieve': { stage: 'offered' },
  'sessions.delete': { stage: 'offered' },
  'sessions.mint': { stage: 'offered', body: ({ contractId }) => ({ role: 'client', contractId }) },
  'party.update': { stage: 'offered', body: () => ({ company: 'Vale & Co' }) },
  'invitations.retrieve': {
    stage: 'offered',
    body: async (played) => ({ invitation: await mailedInvitation(played) }),
  },
  'invitations.requestCode': {
    stage: 'offered',
    body: async (played) => ({ invitation: await mailedInvitation(played) }),
  },
  'invitations.verify': { stage: 'offered', body: invitationCode },
  'contractRequests.create': {
    stage: 'offered',
    body: () => {
      const { title, description, currency, milestones } = DRAFT;
      return { client: { email: 'ivo@elm.example', name: 'Ivo' }, title, description, currency, milestones };
    },
  },
  'contracts.create': { stage: 'offered', body: () => ({ ...DRAFT, client: { email: 'ivo@elm.example' } }) },
  'contracts.list': { stage: 'offered' },
  'contracts.retrieve': { stage: 'active' },
  'contracts.update': { stage: 'draft', body: () => ({ ...DRAFT, title: 'Another title' }) },
  'contracts.discard': { stage: 'draft' },
  'contracts.send': { stage: 'draft', body: signed },
  'contracts.revise': { stage: 'offered', body: () => ({ draft: DRAFT, signature: SIGNATURE }) },
  'contracts.resend': { stage: 'offered' },
  'contracts.withdraw': { stage: 'offered' },
  'contracts.accept': { stage: 'offered', body: signed },
  'contracts.decline': { stage: 'offered', body: () => ({ reason: 'No.' }) },
  'contracts.cancel': { stage: 'accepted', body: () => ({ reason: 'No.' }) },
  'contracts.fund': {
    stage: 'accepted',
    body: async (played) => ({
      scope: 'next',
      paymentMethod: 'pm_sim_success_visa',
      ...(await consent(played, 'client', { command: 'contracts.fund', scope: 'next' })),
    }),
  },
  'charges.retrieve': { stage: 'active' },
  'contracts.endByFreelancer': {
    stage: 'active',
    body: async (played) => ({
      reason: 'No time.',
      ...(await consent(played, 'freelancer', { command: 'contracts.endByFreelancer' })),
    }),
  },
  'contracts.endByClient': {
    stage: 'active',
    body: async (played) => ({
      reason: 'Enough.',
      pay: USD(100_00),
      ...(await consent(played, 'client', { command: 'contracts.endByClient', pay: USD(100_00) })),
    }),
  },
  'escrowRefunds.approve': {
    stage: 'ending',
    body: (played) => consent(played, 'freelancer', { command: 'escrowRefunds.approve' }),
  },
  'disputes.open': { stage: 'ending', body: () => ({ statement: 'The work was done.' }) },
  'paymentRequests.create': { stage: 'active', body: () => ({ note: 'Done.' }) },
  'paymentRequests.withdraw': { stage: 'requested' },
  'paymentRequests.view': { stage: 'requested' },
  'paymentRequests.requestChanges': { stage: 'requested', body: () => ({ note: 'Larger.' }) },
  'milestones.approve': {
    stage: 'requested',
    body: async (played) => {
      const milestoneId = played.milestoneId as `ms_${string}`;
      const shown = { milestoneId, amount: USD(500_00) };
      const given = await consent(played, 'client', { command: 'milestones.approve', ...shown });
      return { amount: USD(500_00), ...given };
    },
  },
  'milestoneChanges.create': {
    stage: 'active',
    body: () => ({ items: [{ op: 'add', title: 'One more', amount: USD(50_00) }] }),
  },
  'milestoneChanges.accept': {
    stage: 'changing',
    body: async (played) => ({
      paymentMethod: 'pm_sim_success_visa',
      ...(await consent(played, 'client', { command: 'milestoneChanges.accept' })),
    }),
  },
  'milestoneChanges.reject': { stage: 'changing', body: () => ({ reason: 'Too much.' }) },
  'milestoneChanges.withdraw': { stage: 'changing' },
  'events.list': { stage: 'active' },
  'events.stream': { stage: 'active' },
  'previews.create': { stage: 'accepted', body: () => ({ command: 'contracts.fund', scope: 'next' }) },
};
