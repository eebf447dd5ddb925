import {
  type Contract,
  type ContractDraft,
  type ContractRequest,
  type ContractRequestDraft,
  type PartyId,
  Refusal,
} from '@handsel/protocol';
import type { Handlers } from '@handsel/protocol/backend';
import { addressOf } from '../http/address.ts';
import type { Subject } from '../identity/subject.ts';
import { createContract } from '../rules/create.ts';
import type { PartyRecord } from '../rules/state.ts';
import { discardContract } from '../store/contract-records.ts';
import type { World } from '../world.ts';
import { applyCreation } from './apply.ts';
import { type Call, doerOf, exactlyOnce, execute, loadToChange, loadVisible, present, subjectOf } from './execute.ts';

type Names =
  'contractRequests.create' | 'contracts.create' | 'contracts.update' | 'contracts.discard' | 'contracts.retrieve';

/** Asking for a contract, writing one, reading it, throwing it away. */
export function draftHandlers(world: World): Pick<Handlers<Subject>, Names> {
  return {
    'contractRequests.create': (draft, call) => request(world, call, draft),
    'contracts.create': (draft, call) => write(world, call, draft),
    'contracts.retrieve': async ({ contractId }, call) => {
      const subject = subjectOf(call);
      return present(world, await world.store.read((q) => loadVisible(q, contractId, subject)), subject);
    },
    'contracts.update': ({ contractId, ...draft }, call) =>
      execute(world, call, contractId, { name: 'contracts.update', draft }),
    'contracts.discard': async ({ contractId }, call) => {
      await exactlyOnce(world, call, async (tx) => {
        const contract = await loadToChange(tx, contractId, call);
        if (contract.status !== 'draft') throw new Refusal('WRONG_STATE');
        await discardContract(tx, contract, { now: world.clock.now() });
        return null;
      });
    },
  };
}

async function request(world: World, call: Call, draft: ContractRequestDraft): Promise<ContractRequest> {
  const subject = subjectOf(call);
  // The address first: what one visitor is refused must not be taken from all others.
  world.limiter.take('requestsPerAddress', addressOf(call.request));
  world.limiter.take('requestsPerKey', subject.credentialId);
  return exactlyOnce(world, call, async (tx) => {
    // Without a name: the draft can be thrown away, and the event that tells of it cannot.
    const doer = { role: 'client', name: null, partyId: null } as const;
    const { client, ...rest } = draft;
    const wanted = { ...rest, client: { ...client, email: client.email.toLowerCase() } };
    const decision = createContract(wanted, 'request', freelancerOf(subject), world.settings.policy, {
      now: world.clock.now(),
      actor: doer,
      newId: world.newId,
    });
    const contract = await applyCreation(world, tx, decision, doer);
    const freelancerName = subject.name ?? subject.company ?? '';
    return { id: contract.id, title: contract.title, freelancerName, receivedAt: contract.createdAt };
  });
}

async function write(world: World, call: Call, draft: ContractDraft): Promise<Contract> {
  const subject = subjectOf(call);
  if (subject.contractId !== null) throw new Refusal('CALLER_NOT_ALLOWED');
  return exactlyOnce(world, call, async (tx) => {
    const doer = doerOf(subject);
    const decision = createContract(draft, 'freelancer', freelancerOf(subject), world.settings.policy, {
      now: world.clock.now(),
      actor: doer,
      newId: world.newId,
    });
    return present(world, await applyCreation(world, tx, decision, doer), subject);
  });
}

function freelancerOf({ partyId, email, name, company }: Subject): PartyRecord & { partyId: PartyId } {
  return { partyId, email, name, company };
}
