import { type Profile, retrieveProfile } from '@handsel/protocol';
import type { Call } from '../foundation/connection.ts';

/** What anybody may know of the freelancer, and by which rules contracts are written. */
export async function readProfile(call: Call): Promise<Profile> {
  return call(retrieveProfile, {});
}
