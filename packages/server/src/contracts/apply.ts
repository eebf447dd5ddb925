import { canonicalJson, type PartyId, sha256 } from '@handsel/protocol';
import { issueInvitation } from '../identity/invitations.ts';
import { queueLetter } from '../mail/queue.ts';
import type { Command } from '../rules/command.ts';
import { decide } from '../rules/decide.ts';
import type { Actor, Decision, MailDraft } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import { termsDocument } from '../rules/terms-document.ts';
import { insertDecision, saveDecision } from '../store/contract-records.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';

/** Who acts, and as which party when it is a person. */
export interface Doer extends Actor {
  readonly partyId: PartyId | null;
}

/** Who acts when time has come. */
export const CLOCK: Doer = { role: 'system', name: null, partyId: null };

/** Decides a command and stores all that follows from it, in the caller's transaction. */
export async function applyCommand(
  world: World,
  tx: Tx,
  before: ContractRecord,
  command: Command,
  doer: Doer,
): Promise<ContractRecord> {
  const context = { now: world.clock.now(), actor: doer, newId: world.newId };
  const decision = await sealed(knownClient(decide(before, command, context), doer));
  const contract = await saveDecision(tx, before, decision, context);
  await sendMails(world, tx, contract, decision.mails);
  return contract;
}

/** Stores a contract that begins. */
export async function applyCreation(world: World, tx: Tx, decision: Decision, doer: Doer): Promise<ContractRecord> {
  const contract = await insertDecision(tx, await sealed(decision), {
    now: world.clock.now(),
    actor: doer,
    newId: world.newId,
  });
  await sendMails(world, tx, contract, decision.mails);
  return contract;
}

/** A client who acts has confirmed the address: from now on the contract knows who it is. */
function knownClient(decision: Decision, doer: Doer): Decision {
  const { client } = decision.contract;
  if (doer.role !== 'client' || client.partyId !== null) return decision;
  return { ...decision, contract: { ...decision.contract, client: { ...client, partyId: doer.partyId } } };
}

/** Hashes what is signed, as long as it may still change: once both have signed, it stays as it was. */
async function sealed(decision: Decision): Promise<Decision> {
  const { contract } = decision;
  if (contract.status !== 'draft' && contract.status !== 'pending_acceptance') return decision;
  const hash = await sha256(canonicalJson(termsDocument(contract)));
  if (hash === contract.terms.hash) return decision;
  // A revision is signed by the same press that writes it: its signature is under the new terms.
  const signatures = contract.signatures.map((signature) =>
    signature.termsHash === '' ? { ...signature, termsHash: hash } : signature,
  );
  return { ...decision, contract: { ...contract, signatures, terms: { ...contract.terms, hash } } };
}

const WITH_INVITATION: ReadonlySet<string> = new Set(['contract_offered', 'contract_revised', 'deadline_offer']);

async function sendMails(world: World, tx: Tx, contract: ContractRecord, mails: readonly MailDraft[]): Promise<void> {
  for (const draft of mails) {
    const url = WITH_INVITATION.has(draft.template)
      ? await issueInvitation(world, tx, contract, draft.template !== 'deadline_offer')
      : contractUrl(world, contract, draft.to);
    await queueLetter(world, tx, contract, draft, url);
  }
}

/** Address of a contract on the backend's own pages, as one side sees it. */
export function contractUrl(world: World, contract: Pick<ContractRecord, 'id'>, role: 'freelancer' | 'client'): string {
  const place = role === 'client' ? 'review' : 'contracts';
  return `${world.settings.publicUrl}/${place}/${contract.id}`;
}
