import type Sdk from 'stripe';
import type { ChargeAnswer } from './provider.ts';
import { declineCode } from './stripe-faults.ts';

/** A PaymentIntent in the words of the port. */
export function answerOf(intent: Sdk.PaymentIntent): ChargeAnswer {
  const reference = intent.id;
  switch (intent.status) {
    case 'succeeded':
      return { status: 'captured', reference };
    case 'requires_capture':
      return { status: 'authorized', reference };
    case 'requires_action':
      return confirmation(intent);
    case 'canceled':
      // Stripe cancels by itself what was authorized and not captured within a week; we, what nobody confirmed.
      return { status: 'failed', failureCode: canceledCode(intent) };
    case 'requires_payment_method':
      // Without an error it is being confirmed this very moment, by the request whose answer was lost.
      if (!intent.last_payment_error) return { status: 'processing', reference };
      return { status: 'failed', failureCode: declineCode(intent.last_payment_error) };
    // On its way, or a status that Stripe has invented since: ask again.
    default:
      return { status: 'processing', reference };
  }
}

function canceledCode({ cancellation_reason: reason }: Sdk.PaymentIntent): string {
  return reason === 'abandoned' ? 'expired' : 'authorization_expired';
}

function confirmation({ id, next_action }: Sdk.PaymentIntent): ChargeAnswer {
  const confirmationUrl = next_action?.redirect_to_url?.url;
  // A confirmation that is no address would need Stripe's script in the page; with a return address there is none.
  if (!confirmationUrl) return { status: 'failed', failureCode: 'confirmation_not_supported' };
  return { status: 'requires_confirmation', reference: id, confirmationUrl };
}
