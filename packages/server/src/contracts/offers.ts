import type { Handlers } from '@handsel/protocol/backend';
import type { Subject } from '../identity/subject.ts';
import { renameParty } from '../store/parties.ts';
import type { World } from '../world.ts';
import { execute, subjectOf } from './execute.ts';

type Names =
  | 'contracts.send'
  | 'contracts.revise'
  | 'contracts.resend'
  | 'contracts.withdraw'
  | 'contracts.accept'
  | 'contracts.decline'
  | 'contracts.cancel';

/** Sending an offer and answering it. */
export function offerHandlers(world: World): Pick<Handlers<Subject>, Names> {
  return {
    'contracts.send': ({ contractId, termsHash, signature }, call) =>
      execute(world, call, contractId, { name: 'contracts.send', termsHash, signature }),
    'contracts.revise': ({ contractId, draft, signature }, call) =>
      execute(world, call, contractId, { name: 'contracts.revise', draft, signature }),
    'contracts.resend': ({ contractId }, call) => execute(world, call, contractId, { name: 'contracts.resend' }),
    'contracts.withdraw': ({ contractId }, call) => execute(world, call, contractId, { name: 'contracts.withdraw' }),
    'contracts.accept': ({ contractId, termsHash, signature }, call) =>
      execute(world, call, contractId, async (_, tx) => {
        const { partyId, name } = subjectOf(call);
        // Who has signed has a name from now on: later steps tell it instead of the address.
        if (name === null) await renameParty(tx, partyId, { name: signature }, world.clock.now());
        return { name: 'contracts.accept', termsHash, signature };
      }),
    'contracts.decline': ({ contractId, reason }, call) =>
      execute(world, call, contractId, { name: 'contracts.decline', reason }),
    'contracts.cancel': ({ contractId, reason }, call) =>
      execute(world, call, contractId, { name: 'contracts.cancel', reason }),
  };
}
