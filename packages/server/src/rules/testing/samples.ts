import type { Doer } from '../chart.ts';
import type { Command, CommandName } from '../command.ts';
import { deadlinesOf } from '../deadlines.ts';
import { currentMilestoneId, heldIn } from '../milestones.ts';
import { draftOf, type Play } from './play.ts';

/** One plain command of each name, such as would be made of the contract as it is. */
export function sampleOf(play: Play, name: CommandName): Command {
  const { contract } = play;
  const milestoneId = currentMilestoneId(contract) ?? play.id(1);
  const escrow = contract.milestones.find(({ id }) => id === milestoneId)?.escrow ?? 0;
  const paymentRequestId = contract.paymentRequest?.id ?? 'prq_none';
  const milestoneChangeId = contract.milestoneChange?.id ?? 'mcr_none';
  const signed = { termsHash: contract.terms.hash, signature: 'A Name' };
  const currency = contract.currency;
  const draft = draftOf({ currency, amounts: contract.milestones.map(({ amount }) => amount) });
  const samples: { readonly [Name in CommandName]: Extract<Command, { name: Name }> } = {
    'contracts.update': { name: 'contracts.update', draft },
    'contracts.send': { name: 'contracts.send', ...signed },
    'contracts.revise': { name: 'contracts.revise', draft, signature: 'Rin Vale' },
    'contracts.resend': { name: 'contracts.resend' },
    'contracts.withdraw': { name: 'contracts.withdraw' },
    'contracts.accept': { name: 'contracts.accept', ...signed },
    'contracts.decline': { name: 'contracts.decline', reason: 'Too dear.' },
    'contracts.cancel': { name: 'contracts.cancel' },
    'contracts.fund': { name: 'contracts.fund', scope: 'next', paymentMethod: 'pm_sim_success_visa' },
    'charge.settled': {
      name: 'charge.settled',
      chargeId: contract.charge?.id ?? 'chg_none',
      outcome: { status: 'succeeded' },
    },
    'paymentRequests.create': { name: 'paymentRequests.create', milestoneId, note: 'Done.' },
    'paymentRequests.withdraw': { name: 'paymentRequests.withdraw', paymentRequestId },
    'paymentRequests.view': { name: 'paymentRequests.view', paymentRequestId },
    'paymentRequests.requestChanges': { name: 'paymentRequests.requestChanges', paymentRequestId, note: 'Bluer.' },
    'milestones.approve': { name: 'milestones.approve', milestoneId, amount: escrow },
    'milestoneChanges.create': {
      name: 'milestoneChanges.create',
      items: [{ op: 'add', title: 'One more', amount: { amount: 60_000, currency } }],
    },
    'milestoneChanges.accept': { name: 'milestoneChanges.accept', milestoneChangeId, paymentMethod: 'pm_sim' },
    'milestoneChanges.reject': { name: 'milestoneChanges.reject', milestoneChangeId },
    'milestoneChanges.withdraw': { name: 'milestoneChanges.withdraw', milestoneChangeId },
    'contracts.endByFreelancer': { name: 'contracts.endByFreelancer', reason: 'I am ill.' },
    'contracts.endByClient': { name: 'contracts.endByClient', reason: 'Plans changed.', pay: heldIn(contract) },
    'escrowRefunds.approve': { name: 'escrowRefunds.approve' },
    'disputes.open': { name: 'disputes.open', statement: 'It was delivered.' },
    'invitation.verified': { name: 'invitation.verified' },
    'operator.hold': { name: 'operator.hold', reason: 'A question about the card.' },
    'operator.releaseHold': { name: 'operator.releaseHold' },
    'clock.expireOffer': { name: 'clock.expireOffer' },
    'clock.cancelUnfunded': { name: 'clock.cancelUnfunded' },
    'clock.autoRelease': { name: 'clock.autoRelease', milestoneId },
    'clock.returnEscrow': { name: 'clock.returnEscrow' },
    'clock.remind': { name: 'clock.remind', kind: deadlinesOf(contract)[0]?.kind ?? 'offer', hours: 24 },
  };
  return samples[name];
}

/** The sides and the system. */
export const DOERS: readonly Doer[] = ['freelancer', 'client', 'system'];
