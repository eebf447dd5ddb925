import { addDays, type ContractId, type Role, sha256 } from '@handsel/protocol';
import { addSession, ensureParty, newToken, type World } from '@handsel/server';
import type { Person } from './options.ts';

/** Which session is wanted. */
export interface SessionOptions {
  /** The one contract it is for; all of that side's when left out. */
  readonly contractId?: ContractId;
  /** `hosted` when left out: it may do everything its side may. `embedded` may not move money. */
  readonly kind?: 'hosted' | 'trusted' | 'embedded';
}

// Long enough for every clock to be turned: a story must not end in a sign-in.
const LIFETIME_DAYS = 3650;

/** Signs one side in, without the mail and the code that a person would need. */
export async function openSession(
  world: World,
  person: Person & { readonly role: Role; readonly currency: string },
  { contractId, kind = 'hosted' }: SessionOptions,
): Promise<string> {
  const { role, name, email, currency } = person;
  const now = world.clock.now();
  const token = newToken('ses', world.random);
  const hash = await sha256(token);
  await world.store.write(async (tx) => {
    const wanted = { name, email: email.toLowerCase(), currency, company: null, freelancer: role === 'freelancer' };
    const { party } = await ensureParty(tx, wanted, { newId: world.newId, now });
    const session = { kind, role, partyId: party.id, contractId: contractId ?? null, origins: null };
    await addSession(tx, hash, { ...session, expiresAt: addDays(now, LIFETIME_DAYS) }, now);
  });
  return token;
}
