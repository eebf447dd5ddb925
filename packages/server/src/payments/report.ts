import { type ChargeId, type ContractId, Refusal } from '@handsel/protocol';
import { problemAnswer, readBytes } from '@handsel/protocol/backend';
import type { World } from '../world.ts';
import { type ProviderEvent, UntrustedReportError } from './provider.ts';
import { settleCharge } from './settle.ts';

/**
 * Takes a report of the payment provider. It is only a hint about which charge to ask for: nothing it says is stored,
 * so one that comes twice, late or out of order does no harm. What fails here is thrown, and the provider reports again.
 */
export async function receiveReport(world: World, request: Request): Promise<Response> {
  let event: ProviderEvent | undefined;
  try {
    event = await world.payments.readReport(await limited(request));
  } catch (error) {
    return problemAnswer(refusalOf(world, error), world.newId('req'));
  }
  if (event) await settleCharge(world, event.contractId as ContractId, event.chargeId as ChargeId);
  return new Response(null, { status: 200 });
}

/** The request with its body read, byte by byte as it came, since a signature is over every one. */
async function limited(request: Request): Promise<Request> {
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: new Blob(await readBytes(request)) });
}

function refusalOf({ log }: World, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof UntrustedReportError)) throw error;
  log('warn', 'a payment report was not signed by the provider');
  return new Refusal('MALFORMED', { detail: 'This is not signed by the payment provider.' });
}
