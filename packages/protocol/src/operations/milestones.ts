import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { Contract } from '../resources/contract.ts';
import { MilestoneChangeDraft } from '../resources/milestone-change.ts';
import { PaymentRequest } from '../resources/payment-request.ts';
import { Share } from '../money/money.ts';
import { Note, PaymentMethodId, Reason, RequiredNote, Token } from '../text.ts';
import { MONEY, SIGNED_IN } from './groups.ts';

/** Asks the client to release the money held for a milestone; the client gets a mail. */
export const createPaymentRequest = operation({
  name: 'paymentRequests.create',
  method: 'POST',
  path: '/v1/contracts/:contractId/milestones/:milestoneId/payment-requests',
  callers: SIGNED_IN,
  roles: ['freelancer'],
  input: z.strictObject({ note: z.optional(Note) }),
  output: PaymentRequest,
  status: 201,
  errors: ['NOT_FOUND', 'NOT_ACTIVE', 'NOT_FUNDED', 'WRONG_STATE', 'CHARGE_PENDING'],
});

/** Takes a request for payment back before it is answered. */
export const withdrawPaymentRequest = operation({
  name: 'paymentRequests.withdraw',
  method: 'POST',
  path: '/v1/contracts/:contractId/payment-requests/:paymentRequestId/withdraw',
  callers: SIGNED_IN,
  roles: ['freelancer'],
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE'],
});

/** Says that the client has seen a request for payment. */
export const viewPaymentRequest = operation({
  name: 'paymentRequests.view',
  method: 'POST',
  path: '/v1/contracts/:contractId/payment-requests/:paymentRequestId/view',
  callers: ['embedded', 'hosted', 'trusted'],
  roles: ['client'],
  output: Contract,
  errors: ['NOT_FOUND'],
});

/** Asks for changes instead of approving; the money stays in escrow and the review starts anew with the next request. */
export const requestChanges = operation({
  name: 'paymentRequests.requestChanges',
  method: 'POST',
  path: '/v1/contracts/:contractId/payment-requests/:paymentRequestId/request-changes',
  callers: ['embedded', 'hosted', 'trusted'],
  roles: ['client'],
  input: z.strictObject({ note: RequiredNote }),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE'],
});

/** Releases what is held for a milestone, all or less; works without a request for payment, too. */
export const approveMilestone = operation({
  name: 'milestones.approve',
  method: 'POST',
  path: '/v1/contracts/:contractId/milestones/:milestoneId/approve',
  money: true,
  callers: MONEY,
  roles: ['client'],
  input: z.strictObject({
    amount: Share,
    /** A word to the freelancer. */
    comment: z.optional(Note),
    /** Required when the amount is less than what is held. */
    underpaymentReason: z.optional(Reason),
    /** Whether the contract ends with this payment. */
    end: z.optional(z.boolean()),
    consentToken: Token,
  }),
  output: Contract,
  errors: [
    'NOT_FOUND',
    'NOT_FUNDED',
    'WRONG_STATE',
    'VALIDATION',
    'CHARGE_PENDING',
    'CONSENT_REQUIRED',
    'CONSENT_STALE',
  ],
});

/**
 * Proposes to add, change, remove or reorder milestones of a signed contract.
 * A client's changes to milestones that are not funded take effect at once; everything else waits for the other side.
 */
export const createMilestoneChange = operation({
  name: 'milestoneChanges.create',
  method: 'POST',
  path: '/v1/contracts/:contractId/milestone-changes',
  callers: SIGNED_IN,
  input: MilestoneChangeDraft,
  output: Contract,
  status: 201,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'VALIDATION', 'MIN_MILESTONE', 'CHARGE_PENDING'],
});

/** Agrees to what the other side proposed; raising a funded milestone charges the client the difference. */
export const acceptMilestoneChange = operation({
  name: 'milestoneChanges.accept',
  method: 'POST',
  path: '/v1/contracts/:contractId/milestone-changes/:milestoneChangeId/accept',
  money: true,
  callers: MONEY,
  input: z.strictObject({ paymentMethod: z.optional(PaymentMethodId), consentToken: Token }),
  output: Contract,
  errors: [
    'NOT_FOUND',
    'WRONG_STATE',
    'VALIDATION',
    'CONSENT_REQUIRED',
    'CONSENT_STALE',
    'CHARGE_FAILED',
    'CHARGE_PENDING',
  ],
});

/** Refuses what the other side proposed. */
export const rejectMilestoneChange = operation({
  name: 'milestoneChanges.reject',
  method: 'POST',
  path: '/v1/contracts/:contractId/milestone-changes/:milestoneChangeId/reject',
  callers: ['embedded', 'hosted', 'trusted'],
  input: z.strictObject({ reason: z.optional(Reason) }),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE'],
});

/** Takes one's own proposal back. */
export const withdrawMilestoneChange = operation({
  name: 'milestoneChanges.withdraw',
  method: 'POST',
  path: '/v1/contracts/:contractId/milestone-changes/:milestoneChangeId/withdraw',
  callers: SIGNED_IN,
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE'],
});
