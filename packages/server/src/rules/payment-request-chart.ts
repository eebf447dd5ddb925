import { PAYMENT_REQUEST_STATES, type PaymentRequest } from '@handsel/protocol';
import { type Chart, edge, follows, NOWHERE, SAME } from './chart.ts';

/** Where a request for payment stands. */
export type PaymentRequestState = PaymentRequest['state'];

/** States in which a request waits for its answer. */
export const UNANSWERED = ['sent', 'viewed'] as const satisfies PaymentRequestState[];

/** Whether a request for payment waits for its answer. */
export function isUnanswered(state: PaymentRequestState): boolean {
  return UNANSWERED.some((known) => known === state);
}

const FREELANCER = ['freelancer'] as const;
const CLIENT = ['client'] as const;
const SYSTEM = ['system'] as const;

/** The life of one request for payment. `disputed` is reached only by disputes about a milestone, which are not here. */
export const PAYMENT_REQUEST_CHART: Chart<PaymentRequestState> = {
  name: 'payment request',
  states: PAYMENT_REQUEST_STATES,
  final: ['changes_requested', 'withdrawn', 'cancelled', 'disputed', 'paid', 'auto_paid'],
  edges: [
    follows([NOWHERE], 'paymentRequests.create', FREELANCER, ['sent']),
    edge(['sent'], 'paymentRequests.view', CLIENT, ['viewed']),
    // Seeing it twice, or late, is no fault and changes nothing.
    edge(['viewed', 'changes_requested', 'withdrawn', 'paid', 'auto_paid'], 'paymentRequests.view', CLIENT, [SAME]),
    edge(UNANSWERED, 'paymentRequests.withdraw', FREELANCER, ['withdrawn']),
    edge(UNANSWERED, 'paymentRequests.requestChanges', CLIENT, ['changes_requested']),
    follows(UNANSWERED, 'milestones.approve', CLIENT, ['paid', 'cancelled']),
    follows(UNANSWERED, 'clock.autoRelease', SYSTEM, ['auto_paid']),
    follows(UNANSWERED, 'contracts.endByClient', CLIENT, ['paid', 'cancelled']),
    follows(UNANSWERED, 'contracts.endByFreelancer', FREELANCER, ['cancelled']),
  ],
};
