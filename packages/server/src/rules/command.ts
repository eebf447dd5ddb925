import type {
  ContractDraft,
  MilestoneChangeDraft,
  MilestoneChangeId,
  MilestoneId,
  PaymentRequestId,
} from '@handsel/protocol';
import type { ChargeRecord } from './state.ts';

/** The typed name under the hash of the terms that were shown. */
export interface Signing {
  readonly signature: string;
  readonly termsHash: string;
}

/**
 * Everything that can be done to a contract that exists. Names are the operations' where there is one; `clock.…` and
 * `charge.…` come from jobs and the payment provider, `operator.…` from whoever runs the backend.
 */
export type Command =
  | { readonly name: 'contracts.update'; readonly draft: ContractDraft }
  | ({ readonly name: 'contracts.send' } & Signing)
  /** `termsHash` is that of the new terms: the shell computes it after `decide` and before the signature is stored. */
  | { readonly name: 'contracts.revise'; readonly draft: ContractDraft; readonly signature: string }
  | { readonly name: 'contracts.resend' }
  | { readonly name: 'contracts.withdraw' }
  | ({ readonly name: 'contracts.accept' } & Signing)
  | { readonly name: 'contracts.decline'; readonly reason?: string | undefined }
  | { readonly name: 'contracts.cancel'; readonly reason?: string | undefined }
  | { readonly name: 'contracts.fund'; readonly scope: 'next' | 'all'; readonly paymentMethod: string }
  | { readonly name: 'charge.settled'; readonly chargeId: ChargeRecord['id']; readonly outcome: ChargeOutcome }
  | {
      readonly name: 'paymentRequests.create';
      readonly milestoneId: MilestoneId;
      readonly note?: string | undefined;
    }
  | { readonly name: 'paymentRequests.withdraw'; readonly paymentRequestId: PaymentRequestId }
  | { readonly name: 'paymentRequests.view'; readonly paymentRequestId: PaymentRequestId }
  | {
      readonly name: 'paymentRequests.requestChanges';
      readonly paymentRequestId: PaymentRequestId;
      readonly note: string;
    }
  | {
      readonly name: 'milestones.approve';
      readonly milestoneId: MilestoneId;
      readonly amount: number;
      readonly comment?: string | undefined;
      readonly underpaymentReason?: string | undefined;
      readonly end?: boolean | undefined;
    }
  | ({ readonly name: 'milestoneChanges.create' } & MilestoneChangeDraft)
  | {
      readonly name: 'milestoneChanges.accept';
      readonly milestoneChangeId: MilestoneChangeId;
      readonly paymentMethod?: string | undefined;
    }
  | {
      readonly name: 'milestoneChanges.reject';
      readonly milestoneChangeId: MilestoneChangeId;
      readonly reason?: string | undefined;
    }
  | { readonly name: 'milestoneChanges.withdraw'; readonly milestoneChangeId: MilestoneChangeId }
  | { readonly name: 'contracts.endByFreelancer'; readonly reason: string }
  | { readonly name: 'contracts.endByClient'; readonly reason: string; readonly pay: number }
  | { readonly name: 'escrowRefunds.approve' }
  | { readonly name: 'disputes.open'; readonly statement: string }
  | { readonly name: 'invitation.verified' }
  | { readonly name: 'operator.hold'; readonly reason: string }
  | { readonly name: 'operator.releaseHold' }
  | { readonly name: 'clock.expireOffer' }
  | { readonly name: 'clock.cancelUnfunded' }
  | { readonly name: 'clock.autoRelease'; readonly milestoneId: MilestoneId }
  | { readonly name: 'clock.returnEscrow' }
  | {
      readonly name: 'clock.remind';
      readonly kind: 'offer' | 'funding' | 'review' | 'refund';
      readonly hours: number;
    };

/** How the payment provider answered. */
export type ChargeOutcome =
  | { readonly status: 'succeeded' }
  | { readonly status: 'failed'; readonly failureCode: string }
  | { readonly status: 'requires_confirmation'; readonly confirmationUrl: string };

/** Names one command. */
export type CommandName = Command['name'];
