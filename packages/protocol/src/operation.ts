import type { ChargeId, ContractId, MilestoneChangeId, MilestoneId, PaymentRequestId } from './ids.ts';
import type { ProblemCode } from './errors.ts';
import type { Role } from './resources/party.ts';
import type { Schema } from './schema.ts';

/** What a caller may hold. Architecture: a publishable key may be in public HTML, a secret key only on a server. */
export type CallerKind = 'none' | 'publishable' | 'embedded' | 'hosted' | 'trusted' | 'secret';

/** The ids that may stand in a path, and their types. */
export interface PathIds {
  contractId: ContractId;
  milestoneId: MilestoneId;
  paymentRequestId: PaymentRequestId;
  milestoneChangeId: MilestoneChangeId;
  chargeId: ChargeId;
}

type Names<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? N | Names<`/${Rest}`>
  : P extends `${string}:${infer N}`
    ? N
    : never;
/** The ids a path asks for. */
export type PathOf<P extends string> = { [N in Names<P> & keyof PathIds]: PathIds[N] };
type Known<P extends string> = [Names<P>] extends [keyof PathIds]
  ? unknown
  : { 'no such id in PathIds': Exclude<Names<P>, keyof PathIds> };

/** What an answer is: one object, a page of them, a stream of events, or nothing. */
export type AnswerKind = 'one' | 'page' | 'events' | 'nothing';

/** One page of a list; `next` is the cursor of the following one, null on the last. */
export interface Page<T> {
  data: T[];
  next: string | null;
}

/** One call of the HTTP surface, as data: client, server, OpenAPI and the authorisation matrix come from it. */
export interface Operation<
  Name extends string = string,
  Path extends string = string,
  Input = unknown,
  Output = unknown,
  Kind extends AnswerKind = AnswerKind,
> {
  name: Name;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: Path;
  /** Which credentials may make the call. */
  callers: readonly CallerKind[];
  /** Which side of the contract; both when left out. */
  roles?: readonly Role[];
  /** Moves money, or binds somebody to pay: needs an Idempotency-Key. */
  money?: boolean;
  /** Needs `If-Match` with the version that was read. */
  ifMatch?: boolean;
  /** Body of a write, query of a read. Path ids are not part of it. */
  input?: Schema<Input>;
  /** One object, or one item of a page or stream. */
  output?: Schema<Output>;
  kind?: Kind;
  /** Status of success: 200, or 204 where there is no answer, when left out. */
  status?: 200 | 201 | 202 | 204;
  /** Refusals that belong to this call, besides those every call may give. */
  errors: readonly ProblemCode[];
}

/** What a caller passes: the path's ids and the input, flat. */
export type InputOf<O> = O extends Operation<string, infer P, infer I, infer _Out, infer _Kind> ? PathOf<P> & I : never;

/** What a call answers. */
export type OutputOf<O> =
  O extends Operation<string, infer _P, infer _I, infer Out, infer Kind>
    ? Kind extends 'page'
      ? Page<Out>
      : Kind extends 'events'
        ? AsyncIterable<Out>
        : Kind extends 'nothing'
          ? void
          : Out
    : never;

/** Declares a call. */
// @__NO_SIDE_EFFECTS__
export function operation<
  const Name extends string,
  const Path extends string,
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no input is the empty object, not any object
  Input = {},
  Output = void,
  const Kind extends AnswerKind = 'one',
>(
  spec: Operation<Name, Path, Input, Output, Kind> & { path: Known<Path> },
): Operation<Name, Path, Input, Output, Kind> {
  return spec;
}
