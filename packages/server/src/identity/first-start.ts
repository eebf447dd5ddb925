import { sha256 } from '@handsel/protocol';
import { newToken } from '../chance.ts';
import { addKey, publishableKeyOf } from '../store/credentials.ts';
import { ensureParty, firstFreelancer, type PartyAccount } from '../store/parties.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';

/** Whom a backend is made for. */
export interface Introduction {
  readonly name: string;
  readonly email: string;
  readonly currency: string;
}

/** What a start prints. */
export interface FirstStart {
  readonly name: string;
  readonly email: string;
  /** For public pages. */
  readonly publishableKey: string;
  /** For the integrator's server. Only the very first start knows it; afterwards it is kept as a hash. */
  readonly secretKey: string | null;
}

/** Makes the freelancer's account and keys when there is none yet. Several processes may do so at once. */
export async function introduce(world: World, wanted: Introduction): Promise<FirstStart> {
  return world.store.write(async (tx) => {
    const known = await firstFreelancer(tx);
    if (known) return again(tx, known);
    const { party, made } = await ensureParty(
      tx,
      { ...wanted, company: null, freelancer: true },
      { newId: world.newId, now: world.clock.now() },
    );
    if (!made) return again(tx, party);
    const publishableKey = await makeKey(world, tx, party, 'publishable');
    const secretKey = await makeKey(world, tx, party, 'secret');
    return { name: party.name ?? '', email: party.email, publishableKey, secretKey };
  });
}

async function again(tx: Tx, party: PartyAccount): Promise<FirstStart> {
  const publishableKey = (await publishableKeyOf(tx, party.id)) ?? '';
  return { name: party.name ?? '', email: party.email, publishableKey, secretKey: null };
}

async function makeKey(world: World, tx: Tx, party: PartyAccount, kind: 'publishable' | 'secret'): Promise<string> {
  const mode = world.settings.testMode ? 'test' : 'live';
  const key = newToken(`${kind === 'secret' ? 'sk' : 'pk'}_${mode}`, world.random);
  const publicValue = kind === 'publishable' ? key : null;
  const record = { kind, partyId: party.id, origins: null, label: 'first', last4: key.slice(-4), publicValue };
  await addKey(tx, { ...record, hash: await sha256(key) }, world.clock.now());
  return key;
}
