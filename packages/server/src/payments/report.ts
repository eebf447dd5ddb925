import { type ChargeId, type ContractId, type Problem, PROBLEMS, type ProblemCode } from '@handsel/protocol';
import type { World } from '../world.ts';
import { type ProviderEvent, UntrustedReportError } from './provider.ts';
import { settleCharge } from './settle.ts';

/** The most bytes a report may have. */
const MAX_BYTES = 256 * 1024;

/**
 * Takes a report of the payment provider. It is only a hint about which charge to ask for: nothing it says is stored,
 * so one that comes twice, late or out of order does no harm. What fails here is thrown, and the provider reports again.
 */
export async function receiveReport(world: World, request: Request): Promise<Response> {
  const body = await limitedBody(request);
  if (body === undefined) return problem(world, 'TOO_LARGE');
  const { url, method, headers } = request;
  let event: ProviderEvent | undefined;
  try {
    event = await world.payments.readReport(new Request(url, { method, headers, body }));
  } catch (error) {
    if (!(error instanceof UntrustedReportError)) throw error;
    world.log('warn', 'a payment report was not signed by the provider');
    return problem(world, 'MALFORMED', 'This is not signed by the payment provider.');
  }
  if (event) await settleCharge(world, event.contractId as ContractId, event.chargeId as ChargeId);
  return new Response(null, { status: 200 });
}

/** The bytes of the body as they came, since a signature is over every one; `undefined` when there are too many. */
async function limitedBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > MAX_BYTES) return undefined;
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

function problem({ newId }: World, code: ProblemCode, detail: string = PROBLEMS[code][1]): Response {
  const [status] = PROBLEMS[code];
  const told: Problem = { type: 'about:blank', title: 'Refused', status, code, detail, instance: newId('req') };
  return new Response(JSON.stringify(told), { status, headers: { 'Content-Type': 'application/problem+json' } });
}
