import type { Operation } from '@handsel/protocol';
import { type OperationName, OPERATIONS } from '@handsel/protocol/backend';
import fc from 'fast-check';
import { ORIGIN } from '../../packages/server/src/testing/app.ts';
import { documented, placeOf } from './answers.ts';
import type { Scene } from './ask.ts';
import { brokenBody, damaged, headerText, strange, strangeId } from './noise.ts';
import { Maker, type Shape } from './shapes.ts';
import type { Played } from './stages.ts';

interface Parts {
  readonly credential: string;
  readonly ids: 'own' | readonly string[];
  readonly query: readonly (readonly [string, string])[];
  /** `right`: what the sample says, for the contract at hand. */
  readonly body: { readonly sent: string | Uint8Array<ArrayBuffer> } | 'right';
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly head: boolean;
}

let sent = 0;

/** One request that may be right, nearly right, or nonsense. */
export class Attack {
  readonly name: OperationName;
  readonly parts: Parts;

  constructor(name: OperationName, parts: Parts) {
    this.name = name;
    this.parts = parts;
  }

  /** The request, about the contract of a scene. */
  request({ own, credentials, right }: Scene & { right: unknown }): Request {
    const { credential, ids, query, body, headers, head } = this.parts;
    const { path, method } = OPERATIONS[this.name];
    let at = 0;
    const filled = path.replaceAll(/:(\w+)/g, (_, id: string) =>
      ids === 'own' ? String(own[id as keyof Played]) : (ids[at++ % ids.length] ?? ''),
    );
    const url = new URL(ORIGIN + filled);
    for (const [key, value] of query) url.searchParams.append(key, value);
    const all = new Headers({ ...credentials[credential], 'x-handsel-address': `192.0.2.${++sent}` });
    for (const [key, value] of Object.entries(headers)) if (value !== undefined) all.set(key, value);
    if (all.get('if-match') === 'right') all.set('if-match', `"${own.version}"`);
    const isRead = method === 'GET';
    return new Request(url, {
      method: isRead && head ? 'HEAD' : method,
      headers: all,
      ...(!isRead && { body: body === 'right' ? (JSON.stringify(right) ?? '') : body.sent }),
    });
  }
}

/** Everything that may be sent to one operation. */
export function attacks(name: OperationName, scene: Scene, right: unknown): fc.Arbitrary<Attack> {
  const operation: Operation = OPERATIONS[name];
  return fc
    .record({
      credential: fc.constantFrom(...credentialsFor(operation)),
      ids: fc.oneof({ weight: 4, arbitrary: fc.constant('own' as const) }, fc.array(strangeId, { minLength: 1 })),
      query: queryFor(name, scene),
      body: bodyFor(name, scene, right),
      headers: headersFor(operation),
      head: fc.boolean(),
    })
    .map((parts) => new Attack(name, parts));
}

function credentialsFor({ callers, roles = ['freelancer', 'client'] }: Operation): string[] {
  return callers.flatMap((kind) => {
    if (kind === 'none' || kind === 'publishable' || kind === 'secret') return [kind];
    return roles.map((role) => `${kind} ${role}`);
  });
}

function bodyFor(name: OperationName, scene: Scene, right: unknown): fc.Arbitrary<Parts['body']> {
  const operation = documented(placeOf(name)) as { requestBody?: { content: Record<string, { schema: Shape }> } };
  const shape = operation.requestBody?.content['application/json']?.schema;
  const made = shape ? makerFor(scene).of(shape) : fc.constant(right);
  const values = fc.oneof(made, damaged(made), damaged(fc.constant(right)), strange);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant('right' as const) },
    { weight: 6, arbitrary: values.map((value) => ({ sent: JSON.stringify(value) ?? '' })) },
    { weight: 1, arbitrary: brokenBody.map((sent) => ({ sent })) },
  );
}

function makerFor({ own, foreign }: Scene): Maker {
  const { contractId, milestoneId, paymentRequestId, milestoneChangeId, chargeId, termsHash } = own;
  const ids = [contractId, milestoneId, paymentRequestId, milestoneChangeId, chargeId, foreign.contractId];
  const people = ['kim@arden.example', 'nobody@nowhere.example', 'ROBIN@vale.example'];
  const tokens = ['pm_sim_success_visa', 'pm_sim_declined_card', 'cns_nothing_that_was_minted', '000000', '123456'];
  const other = ['USD', 'JPY', 'KWD', 'XXX', '2026-12-01', '2020-02-30', '2026-11-23T14:20:00.000Z'];
  return new Maker(documented, [...ids, ...people, ...tokens, ...other, termsHash, 'https://app.vale.example']);
}

function queryFor(name: OperationName, scene: Scene): fc.Arbitrary<[string, string][]> {
  const { parameters = [] } = documented(placeOf(name)) as {
    parameters?: { in?: string; name: string; schema: Shape }[];
  };
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const junk = fc.tuple(fc.oneof(text, fc.constantFrom('__proto__', 'contractId', 'limit[]')), text);
  const maker = makerFor(scene);
  const right = known.map(({ name: key, schema }) =>
    fc.tuple(
      fc.constant(key),
      fc.oneof(
        maker.of(schema).map((value) => String(value)),
        text,
      ),
    ),
  );
  if (right.length === 0) return fc.array(junk, { maxLength: 1, size: 'small' });
  return fc.array(fc.oneof({ weight: 6, arbitrary: fc.oneof(...right) }, junk), { maxLength: 4 });
}

function headersFor({ ifMatch }: Operation): fc.Arbitrary<Parts['headers']> {
  const usually = (likely: string | undefined, ...others: (string | undefined)[]) =>
    fc.oneof({ weight: 30, arbitrary: fc.constant(likely) }, fc.constantFrom(...others, undefined), headerText);
  return fc.record({
    'content-type': usually(
      'application/json',
      'text/plain',
      'application/json; charset=latin1',
      'multipart/form-data',
    ),
    'idempotency-key': fc.oneof(
      { weight: 30, arbitrary: fc.uuid() },
      fc.constantFrom('short', 'the-same-key-each-time', 'x'.repeat(256), undefined),
      headerText,
    ),
    ...(ifMatch && { 'if-match': usually('right', '*', '"1"', 'W/"2"', '"-1"', '"99999999999999999999"') }),
    'if-none-match': usually(undefined, '*', '"1"'),
    'last-event-id': usually(undefined, '1', '-1', 'x'),
    'content-encoding': usually(undefined, 'identity', 'gzip'),
  });
}
