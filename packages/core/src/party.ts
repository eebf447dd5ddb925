import { type Session, updateParty } from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** The person who is signed in, as the other side sees them. */
export class Party {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Changes the name and company the other side sees. */
  update(input: BodyOf<typeof updateParty>, options?: CallOptions): Promise<Session> {
    return this.#call(updateParty, input, options);
  }
}
