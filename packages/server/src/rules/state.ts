import type {
  ChargeId,
  CivilDate,
  ContractId,
  ContractStatus,
  Instant,
  MilestoneChangeId,
  MilestoneChangeItem,
  MilestoneId,
  MilestoneState,
  PartyId,
  PaymentRequest,
  PaymentRequestId,
  Policy,
  Role,
  Signature,
} from '@handsel/protocol';

// All amounts in these shapes are integers in minor units of the contract's one currency.

/** One milestone, with its own money. */
export interface MilestoneRecord {
  readonly id: MilestoneId;
  readonly title: string;
  readonly description: string;
  readonly amount: number;
  readonly dueOn: CivilDate | null;
  readonly state: MilestoneState;
  /** Held for it now. */
  readonly escrow: number;
  /** Paid in for it so far, from a charge or from what was carried over. */
  readonly funded: number;
  /** Released to the freelancer, before fees. */
  readonly released: number;
  /** Carried over to the next milestone when less was approved. */
  readonly carriedOut: number;
  /** Went back to the client. */
  readonly refunded: number;
  readonly fundedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly autoReleaseAt: Instant | null;
  readonly paidAt: Instant | null;
}

/** The newest request for payment. */
export interface PaymentRequestRecord {
  readonly id: PaymentRequestId;
  readonly milestoneId: MilestoneId;
  readonly amount: number;
  readonly note: string;
  readonly state: PaymentRequest['state'];
  readonly sentAt: Instant;
  readonly emailedAt: Instant | null;
  readonly viewedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly answer: string | null;
}

/** The newest proposal to change milestones. */
export interface MilestoneChangeRecord {
  readonly id: MilestoneChangeId;
  readonly by: Role;
  readonly items: readonly MilestoneChangeItem[];
  readonly note: string;
  readonly state: 'open' | 'accepted' | 'rejected' | 'withdrawn' | 'superseded';
  readonly createdAt: Instant;
  readonly decidedAt: Instant | null;
}

/** What a charge is for: funding milestones, or the difference of an accepted change. */
export type ChargePurpose =
  | { readonly kind: 'fund'; readonly milestoneIds: readonly MilestoneId[] }
  | { readonly kind: 'change'; readonly milestoneChangeId: MilestoneChangeId };

/** The newest charge. While it is `pending` or `requires_confirmation` nothing else may move money. */
export interface ChargeRecord {
  readonly id: ChargeId;
  readonly purpose: ChargePurpose;
  /** All that is charged: into escrow, client's fee and initiation fee. */
  readonly amount: number;
  readonly intoEscrow: number;
  /** Taken from what was carried over, beside the charge. */
  readonly fromCarried: number;
  readonly clientFee: number;
  readonly initiationFee: number;
  readonly status: 'pending' | 'requires_confirmation' | 'succeeded' | 'failed';
  readonly paymentMethod: string;
  readonly confirmationUrl: string | null;
  readonly failureCode: string | null;
  readonly createdAt: Instant;
}

/** A side of a contract as the contract remembers it. */
export interface PartyRecord {
  /** Null while a client has only been invited. */
  readonly partyId: PartyId | null;
  readonly email: string;
  readonly name: string | null;
  readonly company: string | null;
}

/** Everything the rules need to know of one contract: loaded whole, decided on whole, saved whole. */
export interface ContractRecord {
  readonly id: ContractId;
  readonly status: ContractStatus;
  readonly origin: 'freelancer' | 'request';
  readonly title: string;
  readonly description: string;
  readonly currency: string;
  readonly freelancer: PartyRecord & { readonly partyId: PartyId };
  readonly client: PartyRecord;
  readonly terms: {
    readonly version: number;
    readonly body: string;
    readonly offerEndsOn: CivilDate | null;
    /** SHA-256 of the terms document; the shell sets it, since hashing is asynchronous. */
    readonly hash: string;
  };
  readonly signatures: readonly Signature[];
  /** In the order of the work. */
  readonly milestones: readonly MilestoneRecord[];
  readonly paymentRequest: PaymentRequestRecord | null;
  readonly milestoneChange: MilestoneChangeRecord | null;
  readonly charge: ChargeRecord | null;
  /** Held, carried over from milestones that were paid in part. */
  readonly carried: number;
  /** All ever released, before fees; beside "(Paid)". */
  readonly paid: number;
  /** Fees ever taken from what was released. */
  readonly fees: number;
  /** Fees taken from what the client paid in, without the initiation fee and less what came back with returned money. */
  readonly clientFees: number;
  /** All that ever went back to the client. */
  readonly returned: number;
  /** The client ended it with money still held; the freelancer has until `dueAt` to object. */
  readonly escrowRefund: { readonly amount: number; readonly requestedAt: Instant; readonly dueAt: Instant } | null;
  /** Why it is paused; null when it is not. */
  readonly holdReason: string | null;
  /** Why it ended, in the words of the one who did. */
  readonly endReason: string | null;
  readonly policy: Policy;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly sentAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** When the state it is in runs out: offer, funding, or the answer to an end. */
  readonly expiresAt: Instant | null;
  readonly version: number;
  /** Number of the newest event. */
  readonly seq: number;
}
