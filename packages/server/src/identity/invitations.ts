import { sha256 } from '@handsel/protocol';
import { newToken } from '../chance.ts';
import type { ContractRecord } from '../rules/state.ts';
import { addInvitation } from '../store/invitations.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';

/**
 * Makes a new link to an offer and answers it. Only the mail ever holds it: the tables keep its hash.
 * With `replacing` the links mailed before stop working.
 */
export async function issueInvitation(
  world: World,
  tx: Tx,
  contract: ContractRecord,
  replacing: boolean,
): Promise<string> {
  const now = world.clock.now();
  const token = newToken('inv', world.random);
  const invitation = {
    contractId: contract.id,
    tokenHash: await sha256(token),
    email: contract.client.email,
    expiresAt: contract.expiresAt ?? now,
  };
  await addInvitation(tx, invitation, { now, replacing });
  return `${world.settings.publicUrl}/invitation/${token}`;
}
