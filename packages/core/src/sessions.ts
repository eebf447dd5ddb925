import {
  type CodeSent,
  createSession,
  deleteSession,
  mintSession,
  requestSessionCode,
  retrieveSession,
  type Session,
} from '@handsel/protocol';
import type { BodyOf } from './body.ts';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** Who is signed in, and how to sign in. */
export class Sessions {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Mails a six-digit code to sign in with. The answer is the same whether or not the address is known. */
  requestCode(input: BodyOf<typeof requestSessionCode>, options?: CallOptions): Promise<CodeSent> {
    return this.#call(requestSessionCode, input, options);
  }

  /** Signs in with an e-mailed code. @throws {ApiError} `CODE_INVALID` with what `remaining` tries are left. */
  create(input: BodyOf<typeof createSession>, options?: CallOptions): Promise<Session> {
    return this.#call(createSession, input, options);
  }

  /** Reads who is signed in. */
  retrieve(options?: CallOptions): Promise<Session> {
    return this.#call(retrieveSession, {}, options);
  }

  /** Signs out. */
  delete(options?: CallOptions): Promise<void> {
    return this.#call(deleteSession, {}, options);
  }

  /** Mints a short session for a page of yours: on your server, with the secret key. */
  mint(input: BodyOf<typeof mintSession>, options?: CallOptions): Promise<Session> {
    return this.#call(mintSession, input, options);
  }
}
