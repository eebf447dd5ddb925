import type { InputOf, Operation, OutputOf } from '@handsel/protocol';
import { outputOf } from './answer.ts';
import { prepare } from './prepare.ts';
import { type CallOptions, type ConnectOptions, settle } from './settings.ts';
import { Transport } from './transport.ts';

export { ApiError, ConnectionError, HandselError, isHandselError, ResponseError } from './errors.ts';
export type { ErrorCode } from './errors.ts';
export type { Backend, CallOptions, ConnectOptions, SessionSource } from './settings.ts';

/** An operation that is answered once. Streams are followed with `client.events.stream`. */
export type Callable = Operation<string, string, unknown, unknown, 'one' | 'page' | 'nothing'>;

/** What stands after the operation: its input, which may be left out when nothing in it is required, and options. */
export type CallArguments<O extends Callable> =
  object extends InputOf<O> ? [input?: InputOf<O>, options?: CallOptions] : [input: InputOf<O>, options?: CallOptions];

/** Makes one call: `await call(sendContract, { contractId, termsHash, signature })`. */
export type Call = <O extends Callable>(operation: O, ...rest: CallArguments<O>) => Promise<OutputOf<O>>;

/** The way of a transport's answers into a program: success is parsed, everything else is thrown. */
export function caller(transport: Transport): Call {
  return async <O extends Callable>(operation: O, ...[input, options]: CallArguments<O>) => {
    const answer = await transport.send(prepare(operation, input ?? {}, options ?? {}));
    // The schema that was just used is where the type comes from.
    return (await outputOf(operation, answer)) as OutputOf<O>;
  };
}

/**
 * Connects to a backend, for one operation at a time; a page carries only the operations it imports.
 *
 * A call is sent up to three times with the same `Idempotency-Key`, so nothing happens twice.
 * @throws {HandselError} `MISUSE` for a secret key in a page. Calls throw `ApiError`, `ConnectionError`, `ResponseError`.
 */
export function connect(options: ConnectOptions): Call {
  return caller(new Transport(settle(options)));
}
