import { type ContractId, type Invitation, type OpenedInvitation, Refusal, sha256 } from '@handsel/protocol';
import type { Handlers } from '@handsel/protocol/backend';
import { applyCommand } from '../contracts/apply.ts';
import { type Call, untilSettled } from '../contracts/execute.ts';
import { addressOf } from '../http/address.ts';
import { loadContract } from '../store/contract-records.ts';
import { findInvitation, type InvitationRecord, verifyInvitation } from '../store/invitations.ts';
import type { Reader, Tx } from '../store/store.ts';
import type { World } from '../world.ts';
import { sendCode, tryCode } from './codes.ts';
import { accountOf, refuseForeignPage, type Started, signedIn, startHosted } from './sessions.ts';
import type { Subject } from './subject.ts';

type Names = 'invitations.retrieve' | 'invitations.requestCode' | 'invitations.verify';

/** The links that clients get by mail. Knowing one is not enough: a code to the same address must be typed. */
export function invitationHandlers(world: World): Pick<Handlers<Subject>, Names> {
  return {
    'invitations.retrieve': async ({ invitation: token }, call): Promise<Invitation> => {
      world.limiter.take('signInPerAddress', addressOf(call.request));
      const found = await world.store.read((q) => find(q, token));
      const { freelancerName, email, expiresAt } = found;
      return { freelancerName, emailHint: hintOf(email), status: statusOf(found, world), expiresAt };
    },
    'invitations.requestCode': async ({ invitation: token }, call) => {
      refuseForeignPage(world, call);
      world.limiter.take('signInPerAddress', addressOf(call.request));
      return world.store.write(async (tx) => {
        const { tokenHash, email } = await findOpen(world, tx, token);
        return { expiresAt: await sendCode(world, tx, { purpose: 'invitation', subject: tokenHash }, email) };
      });
    },
    'invitations.verify': async ({ invitation: token, code }, call) => verify(world, call, token, code),
  };
}

async function find(q: Reader, token: string): Promise<InvitationRecord> {
  const found = await findInvitation(q, await sha256(token));
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}

async function findOpen(world: World, q: Reader, token: string): Promise<InvitationRecord> {
  const found = await find(q, token);
  if (statusOf(found, world) !== 'open') throw new Refusal('NOT_FOUND');
  return found;
}

/** An offer ends; the way to a contract that came of it does not. */
function statusOf({ status, contractStatus, expiresAt }: InvitationRecord, { clock }: World): Invitation['status'] {
  if (status === 'replaced') return 'replaced';
  if (contractStatus === 'withdrawn') return 'withdrawn';
  if (contractStatus === 'expired') return 'expired';
  return contractStatus === 'pending_acceptance' && expiresAt <= clock.now() ? 'expired' : 'open';
}

// Enough to recognise one's own address, too little for anybody else.
function hintOf(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}…${email.slice(at)}`;
}

interface Opened extends Started {
  readonly openedId: ContractId;
}

async function verify(world: World, call: Call, token: string, code: string): Promise<OpenedInvitation> {
  refuseForeignPage(world, call);
  world.limiter.take('signInPerAddress', addressOf(call.request));
  const outcome = await untilSettled(() =>
    world.store.write(async (tx): Promise<Opened | Refusal> => {
      const invitation = await findOpen(world, tx, token);
      const tried = await tryCode(world, tx, { purpose: 'invitation', subject: invitation.tokenHash }, code);
      if (!tried.right) return tried.refusal;
      return { ...(await open(world, tx, invitation)), openedId: invitation.contractId };
    }),
  );
  if (outcome instanceof Refusal) throw outcome;
  return { ...signedIn(world, call, outcome), openedId: outcome.openedId };
}

async function open(world: World, tx: Tx, invitation: InvitationRecord): Promise<Started> {
  const contract = await loadContract(tx, invitation.contractId);
  if (!contract) throw new Refusal('NOT_FOUND');
  const { name } = contract.client;
  const party = await accountOf(world, tx, invitation.email, name);
  const first = await verifyInvitation(tx, invitation, world.clock.now());
  if (first && contract.status === 'pending_acceptance') {
    const doer = { role: 'client', name: name ?? invitation.email, partyId: party.id } as const;
    await applyCommand(world, tx, contract, { name: 'invitation.verified' }, doer);
  }
  return startHosted(world, tx, party, 'client');
}
