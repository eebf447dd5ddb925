import {
  canonicalJson,
  instantOf,
  millisecondsOf,
  type MoneyPreview,
  type MoneyPreviewDraft,
  Refusal,
  sha256,
} from '@handsel/protocol';
import { newToken } from '../chance.ts';
import { previewOf } from '../rules/preview.ts';
import type { ContractRecord } from '../rules/state.ts';
import { LIFETIMES } from '../settings.ts';
import { addConsent, useConsent } from '../store/consents.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';
import { type Call, doerOf, subjectOf } from './execute.ts';

/** Shows what a money command would do, and mints the token that lets exactly that happen once. */
export async function preview(
  world: World,
  tx: Tx,
  call: Call,
  contract: ContractRecord,
  draft: MoneyPreviewDraft,
): Promise<MoneyPreview> {
  const subject = subjectOf(call);
  const now = world.clock.now();
  const figures = previewOf(contract, draft, { now, actor: doerOf(subject), newId: world.newId });
  const token = newToken('cns', world.random);
  const expiresAt = instantOf(millisecondsOf(now) + LIFETIMES.consentMs);
  await addConsent(tx, {
    contractId: contract.id,
    tokenHash: await sha256(token),
    partyId: subject.partyId,
    command: draft.command,
    fingerprint: await fingerprintOf(draft),
    contractVersion: contract.version,
    now,
    expiresAt,
  });
  return {
    ...figures,
    command: draft.command,
    contractId: contract.id,
    contractVersion: contract.version,
    payer: contract.client.name ?? contract.client.email,
    payee: contract.freelancer.name ?? contract.freelancer.email,
    paymentMethods: figures.charge.amount > 0 ? [...world.payments.paymentMethods] : [],
    simulated: world.payments.simulated,
    consentToken: token,
    expiresAt,
  };
}

/**
 * Uses up the token of a preview, if it was minted for this person, these figures and this version of the contract.
 * @throws {Refusal} `CONSENT_REQUIRED` for a token that is unknown, foreign or used; `CONSENT_STALE` when what was shown
 * is no longer true.
 */
export async function withConsent(
  world: World,
  tx: Tx,
  call: Call,
  contract: ContractRecord,
  token: string,
  draft: MoneyPreviewDraft,
): Promise<void> {
  const { partyId } = subjectOf(call);
  const tokenHash = await sha256(token);
  const consent = await useConsent(tx, { contractId: contract.id, tokenHash, now: world.clock.now() });
  if (!consent || consent.partyId !== partyId || consent.command !== draft.command)
    throw new Refusal('CONSENT_REQUIRED');
  const same = consent.contractVersion === contract.version && consent.fingerprint === (await fingerprintOf(draft));
  if (!same || consent.expiresAt <= world.clock.now()) throw new Refusal('CONSENT_STALE');
}

// Optional fields that were left out and those sent as undefined are the same wish.
function fingerprintOf(draft: MoneyPreviewDraft): Promise<string> {
  return sha256(canonicalJson(draft));
}
