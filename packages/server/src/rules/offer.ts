import {
  addDays,
  type ContractDraft,
  type ContractStatus,
  endOfDay,
  type Instant,
  Refusal,
  type Role,
  type Signature,
} from '@handsel/protocol';
import type { Signing } from './command.ts';
import { draftFaults, sendingFaults, writtenBy } from './draft.ts';
import { refuseFaults } from './faults.ts';
import type { ContractRecord } from './state.ts';
import type { Step } from './step.ts';

/** Rewrites a draft. */
export function updateDraft(step: Step, draft: ContractDraft): void {
  write(step, draft);
  step.tell('contract.draft_updated');
}

/** Signs the draft as it was shown, and offers it. */
export function sendOffer(step: Step, signing: Signing): void {
  const { contract, context } = step;
  refuseFaults(sendingFaults(contract, context.now));
  const signature = signatureOf(step, 'freelancer', signing);
  step.change({
    status: 'pending_acceptance',
    signatures: [signature],
    sentAt: context.now,
    expiresAt: offerEnd(contract, context.now),
  });
  step.tell('contract.sent', offerFacts(step));
  step.mail('contract_offered', 'client', { expiresAt: lastDay(step.contract) });
}

/** Replaces an offer by its next version, signed by the same press. */
export function reviseOffer(step: Step, draft: ContractDraft, signature: string): void {
  const { now } = step.context;
  write(step, draft, '/draft');
  refuseFaults(sendingFaults(step.contract, now), '/draft');
  const { contract } = step;
  step.change({
    terms: { ...contract.terms, version: contract.terms.version + 1 },
    // Under terms that are hashed only after this decision; the shell fills the hash in.
    signatures: [{ role: 'freelancer', name: signature, at: now, termsHash: '' }],
    sentAt: now,
    expiresAt: offerEnd(contract, now),
  });
  step.tell('contract.revised', offerFacts(step));
  step.mail('contract_revised', 'client', { expiresAt: lastDay(step.contract) });
}

/** Mails the invitation once more. */
export function resendOffer(step: Step): void {
  step.tell('contract.resent');
  step.mail('contract_offered', 'client', { expiresAt: lastDay(step.contract) });
}

/** Takes an offer back. */
export function withdrawOffer(step: Step): void {
  close(step, 'withdrawn', null);
  step.tell('contract.withdrawn');
  step.mail('contract_withdrawn', 'client');
}

/** Notes that the client's address is confirmed; once is enough. */
export function verifyInvitation(step: Step): void {
  if (step.contract.client.partyId === null) step.tell('invitation.verified');
}

/** Signs exactly the terms that were shown. Charges nothing. */
export function acceptOffer(step: Step, signing: Signing): void {
  const { contract, context } = step;
  const { client, policy } = contract;
  const signature = signatureOf(step, 'client', signing);
  step.change({
    status: 'pending_funding',
    signatures: [...contract.signatures, signature],
    client: { ...client, name: client.name ?? signature.name },
    acceptedAt: context.now,
    expiresAt: addDays(context.now, policy.fundingTtlDays),
  });
  step.tell('contract.accepted', { name: signature.name, termsHash: signature.termsHash });
  step.mail('contract_accepted', 'freelancer');
}

/** Says no to an offer. */
export function declineOffer(step: Step, reason: string | undefined): void {
  close(step, 'declined', reason || null);
  step.tell('contract.declined', { reason: reason || null });
  step.mail('contract_declined', 'freelancer', { reason: reason || null });
}

/** Ends an offer that nobody answered in time. */
export function expireOffer(step: Step): void {
  close(step, 'expired', null);
  step.tell('contract.expired');
  step.mail('contract_expired', 'freelancer');
}

/** Cancels what was signed but not paid for; without a person, because the days to fund it are over. */
export function cancelUnfunded(step: Step, reason: string | undefined): void {
  const { role } = step.context.actor;
  close(step, 'cancelled', reason || null);
  step.tell('contract.cancelled', { reason: reason || null });
  for (const to of ['freelancer', 'client'] as const) {
    if (to !== role) step.mail('contract_cancelled', to, { reason: reason || null });
  }
}

function write(step: Step, draft: ContractDraft, place = ''): void {
  const { contract, context } = step;
  refuseFaults(draftFaults(draft, contract.freelancer, contract.policy, context.now), place);
  const { terms, client, ...written } = writtenBy(draft, context.newId);
  // Another address is another person, who has to confirm it anew.
  const partyId = client.email === contract.client.email ? contract.client.partyId : null;
  step.change({ ...written, client: { ...client, partyId }, terms: { ...contract.terms, ...terms } });
}

function signatureOf(step: Step, role: Role, { signature, termsHash }: Signing): Signature {
  const { contract, context } = step;
  if (termsHash !== contract.terms.hash) throw new Refusal('VERSION_CONFLICT');
  const name = signature.trim();
  if (name === '') refuseFaults([{ pointer: '/signature', code: 'required', message: 'Sign with your name.' }]);
  return { role, name, at: context.now, termsHash };
}

function offerEnd({ terms, policy }: ContractRecord, now: Instant): Instant {
  return terms.offerEndsOn === null ? addDays(now, policy.invitationTtlDays) : endOfDay(terms.offerEndsOn);
}

// An offer that "ends on" a day is over at the first moment of the next, which is not the day to write in a mail.
function lastDay({ terms, expiresAt }: ContractRecord): string | null {
  return terms.offerEndsOn ?? expiresAt;
}

function offerFacts({ contract }: Step) {
  return { termsVersion: contract.terms.version, expiresAt: contract.expiresAt };
}

function close(step: Step, status: ContractStatus, endReason: string | null): void {
  step.change({ status, endReason, endedAt: step.context.now, expiresAt: null });
}
