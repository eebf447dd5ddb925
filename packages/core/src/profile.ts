import { type Profile as ProfileOfFreelancer, retrieveProfile } from '@handsel/protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** What anybody may know of the freelancer a key belongs to. */
export class Profile {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Reads the public profile: name, currency, policy. */
  retrieve(options?: CallOptions): Promise<ProfileOfFreelancer> {
    return this.#call(retrieveProfile, {}, options);
  }
}
