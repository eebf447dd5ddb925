import {
  type CodeSent,
  type Invitation,
  type OpenedInvitation,
  requestInvitationCode,
  retrieveInvitation,
  verifyInvitation,
} from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** The links that clients get by mail. */
export class Invitations {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Shows who invites, before the address is confirmed. Changes nothing, however often it is asked. */
  retrieve(input: BodyOf<typeof retrieveInvitation>, options?: CallOptions): Promise<Invitation> {
    return this.#call(retrieveInvitation, input, options);
  }

  /** Mails a six-digit code to the address the invitation was sent to. */
  requestCode(input: BodyOf<typeof requestInvitationCode>, options?: CallOptions): Promise<CodeSent> {
    return this.#call(requestInvitationCode, input, options);
  }

  /** Confirms the address with the code, and signs the client in. */
  verify(input: BodyOf<typeof verifyInvitation>, options?: CallOptions): Promise<OpenedInvitation> {
    return this.#call(verifyInvitation, input, options);
  }
}
