import { type Profile, retrieveProfile } from '@handsel/protocol';
import type { Call } from '../foundation/connection.ts';
import { shortName } from '../foundation/people.ts';

/** What anybody may know of the freelancer, and by which rules contracts are written. */
export interface KnownProfile extends Profile {
  /** How a sentence names the freelancer. */
  readonly shortName: string;
}

/** Reads it with the credential at hand. */
export async function readProfile(call: Call): Promise<KnownProfile> {
  const profile = await call(retrieveProfile, {});
  return { ...profile, shortName: shortName({ name: profile.name, company: profile.company, email: null }) };
}
