import type { PaymentRequest } from '@handsel/protocol';

/** Asked before anything is sent, with the note as it was typed. `preventDefault()` stops it. */
export class BeforeRequestEvent extends CustomEvent<{ contractId: string; milestoneId: string; note: string }> {
  static readonly type = 'handsel-before-request';
  constructor(detail: { contractId: string; milestoneId: string; note: string }) {
    super(BeforeRequestEvent.type, { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** The backend has the request, and tells the client. */
export class PaymentRequestedEvent extends CustomEvent<{ contractId: string; request: PaymentRequest }> {
  static readonly type = 'handsel-payment-requested';
  constructor(detail: { contractId: string; request: PaymentRequest }) {
    super(PaymentRequestedEvent.type, { detail, bubbles: true, composed: true });
  }
}
