import Sdk from 'stripe';
import { type ProviderEvent, UntrustedReportError } from './provider.ts';

/** How old a report may be. */
const TOLERANCE_SECONDS = 300;

/**
 * Reads a report that Stripe signed, as it came: every byte counts. `undefined` when it is about no charge of ours.
 * @throws {UntrustedReportError} when the signature is missing, wrong or too old.
 */
export async function readStripeReport(
  body: string,
  signature: string | null,
  secret: string,
  now: number | undefined,
): Promise<ProviderEvent | undefined> {
  const event = await verified(body, signature, secret, now);
  if (!/^(payment_intent|checkout\.session)\./.test(event.type)) return undefined;
  const { metadata } = event.data.object as { readonly metadata?: Readonly<Record<string, string>> | null };
  const chargeId = metadata?.['chargeId'];
  const contractId = metadata?.['contractId'];
  // The account may take money for other things too.
  return chargeId && contractId ? { chargeId, contractId } : undefined;
}

async function verified(
  body: string,
  signature: string | null,
  secret: string,
  now: number | undefined,
): Promise<Sdk.Event> {
  try {
    return await Sdk.webhooks.constructEventAsync(body, signature ?? '', secret, TOLERANCE_SECONDS, undefined, now);
  } catch (error) {
    throw new UntrustedReportError('The report is not signed by Stripe, or its signature is too old.', {
      cause: error,
    });
  }
}
