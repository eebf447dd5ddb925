import { type PartyId, Refusal } from '@handsel/protocol';
import type { Handlers } from '@handsel/protocol/backend';
import { subjectOf } from '../contracts/execute.ts';
import { newestFreelancerOf } from '../store/contract-list.ts';
import { loadContract } from '../store/contract-records.ts';
import { loadParty } from '../store/parties.ts';
import type { Reader } from '../store/store.ts';
import type { World } from '../world.ts';
import type { Subject } from './subject.ts';

/** What anybody may know of a freelancer. */
export function profileHandlers(world: World): Pick<Handlers<Subject>, 'profile.retrieve'> {
  return {
    'profile.retrieve': async (_, call) => {
      const subject = subjectOf(call);
      return world.store.read(async (q) => {
        const id = await freelancerOf(q, subject);
        const party = id && (await loadParty(q, id));
        if (!party) throw new Refusal('NOT_FOUND');
        return {
          id: party.id,
          name: party.name ?? party.company ?? party.email,
          company: party.company,
          currency: party.currency,
          policy: world.settings.policy,
          simulated: world.payments.simulated,
          deskUrl: world.settings.publicUrl,
        };
      });
    },
  };
}

/** A key's and a freelancer's own; for a client the freelancer of the session's contract, or of the newest one. */
async function freelancerOf(q: Reader, { role, partyId, contractId, email }: Subject): Promise<PartyId | undefined> {
  if (role === 'freelancer') return partyId;
  if (contractId === null) return newestFreelancerOf(q, email);
  return (await loadContract(q, contractId))?.freelancer.partyId;
}
