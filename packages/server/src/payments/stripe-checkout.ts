import { addHours, millisecondsOf } from '@handsel/protocol';
import type Sdk from 'stripe';
import type { ChargeAnswer, ChargeOrder } from './provider.ts';
import { answerOf } from './stripe-answer.ts';
import { clearly, orAsItStands, unlessMissing } from './stripe-faults.ts';
import { findOurs, madeFor } from './stripe-lists.ts';

/** The payment method that is chosen on Stripe's own page. */
export const CHECKOUT = 'checkout';

/** Whether a name is that of a page, and not yet of a payment. */
export function isSession(reference: string): boolean {
  return reference.startsWith('cs_');
}

/** Opens a page at Stripe on which exactly this amount is paid by card. @throws what the SDK throws. */
export async function openSession(sdk: Sdk, order: ChargeOrder, amount: number): Promise<ChargeAnswer> {
  const params = sessionParams(order, amount);
  return sessionAnswer(await sdk.checkout.sessions.create(params, { idempotencyKey: order.chargeId }));
}

/** How the payer stands with the page, and with the payment once there is one. */
export async function findSession(sdk: Sdk, order: ChargeOrder): Promise<ChargeAnswer | undefined> {
  const { reference } = order;
  const session = await clearly(
    reference === null ? look(sdk, order) : unlessMissing(sdk.checkout.sessions.retrieve(reference, EXPANDED)),
  );
  return session && sessionAnswer(session);
}

/** Closes a page nobody has paid on. One that was paid on meanwhile stays as it is. */
export async function closeSession(sdk: Sdk, id: string): Promise<ChargeAnswer> {
  const { sessions } = sdk.checkout;
  // Refused when it is paid or closed already: the page itself says which.
  return sessionAnswer(await orAsItStands(sessions.expire(id), () => sessions.retrieve(id, EXPANDED)));
}

const EXPANDED = { expand: ['payment_intent'] };

function look(sdk: Sdk, order: ChargeOrder): Promise<Sdk.Checkout.Session | undefined> {
  const made = sdk.checkout.sessions.list({ ...madeFor(order), expand: ['data.payment_intent'] });
  return findOurs(made, 'chargeId', order.chargeId);
}

function sessionAnswer({ id, status, url, payment_intent: intent }: Sdk.Checkout.Session): ChargeAnswer {
  // A card that is declined there is another try on the same page: while it is open, nothing has failed.
  if (status === 'open' && url) return { status: 'requires_confirmation', reference: id, confirmationUrl: url };
  if (status === 'expired') return { status: 'failed', failureCode: 'expired' };
  if (status === 'complete' && intent && typeof intent === 'object') return answerOf(intent);
  return { status: 'processing', reference: id };
}

// Stripe closes a page after a day at the latest, and sooner when told to: our own job tells it long before, so this
// is for the day on which the job does not run. Counted from when the charge was wanted, so that repeats are the same.
function lastMoment({ createdAt }: ChargeOrder): number {
  return Math.floor(millisecondsOf(addHours(createdAt, 23)) / 1000);
}

function sessionParams(order: ChargeOrder, amount: number): Sdk.Checkout.SessionCreateParams {
  const { chargeId, contractId, description, returnUrl, payerEmail } = order;
  const metadata = { contractId, chargeId };
  const currency = order.amount.currency.toLowerCase();
  return {
    mode: 'payment',
    line_items: [{ quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name: description } } }],
    // Cards only: with other methods money is not promised first and taken later.
    allowed_payment_method_types: ['card'],
    // What is paid is what stood on our page, in its currency.
    adaptive_pricing: { enabled: false },
    payment_intent_data: { capture_method: 'manual', description, metadata, transfer_group: contractId },
    customer_email: payerEmail,
    client_reference_id: chargeId,
    metadata,
    success_url: returnUrl,
    cancel_url: returnUrl,
    expires_at: lastMoment(order),
  };
}
