import * as z from 'zod/mini';
import { ChargeId, ContractId, MilestoneId } from '../ids.ts';
import { Money, Share } from '../money/money.ts';
import type { Schema } from '../schema.ts';
import { Reason } from '../text.ts';
import { Instant } from '../time.ts';
import { Contract } from './contract.ts';

const previewDraft = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('contracts.fund'), scope: z.enum(['next', 'all']) }),
  z.strictObject({
    command: z.literal('milestones.approve'),
    milestoneId: MilestoneId,
    amount: Share,
    /** Required by the command when the amount is less than what is held. */
    underpaymentReason: z.optional(Reason),
    end: z.optional(z.boolean()),
  }),
  z.strictObject({ command: z.literal('milestoneChanges.accept') }),
  z.strictObject({ command: z.literal('contracts.endByClient'), pay: Share }),
  z.strictObject({ command: z.literal('contracts.endByFreelancer') }),
  z.strictObject({ command: z.literal('escrowRefunds.approve') }),
]);

/** Which money command is about to be made, and with which figures. */
export type MoneyPreviewDraft = z.infer<typeof previewDraft>;
export const MoneyPreviewDraft: Schema<MoneyPreviewDraft> = previewDraft;

/** What paying is like: on the provider's own page, or with one of the pretended cards of test mode. */
export const PAYMENT_METHOD_KINDS = [
  'page',
  'test_success',
  'test_declined',
  'test_confirmation',
  'test_late',
] as const;

const offeredPaymentMethod = z.object({
  /** What the command is sent with, as `paymentMethod`. */
  id: z.string(),
  kind: z.enum(PAYMENT_METHOD_KINDS),
  /** Who takes the money, by the name people know. */
  provider: z.string(),
});

/** A way to pay that needs no card field in the page. */
export interface OfferedPaymentMethod extends z.infer<typeof offeredPaymentMethod> {}
export const OfferedPaymentMethod: Schema<OfferedPaymentMethod> = offeredPaymentMethod;

const moneyPreview = z.object({
  command: z.string(),
  contractId: ContractId,
  /** The version of the contract the figures hold for. */
  contractVersion: z.int(),
  payer: z.string(),
  payee: z.string(),
  /** Charged to the client's card now. */
  charge: Money,
  /** Of the charge, what goes into escrow. */
  intoEscrow: Money,
  /** Of the charge, the client's fees. */
  clientFee: Money,
  /** Used from what was carried over. */
  fromCarried: Money,
  /** Released from escrow to the freelancer, before fees. */
  release: Money,
  /** Taken from the release. */
  freelancerFee: Money,
  /** What the freelancer receives. */
  net: Money,
  /** Goes back to the client. */
  refund: Money,
  /** Stays held for the next milestone. */
  carry: Money,
  /** The ways to pay that the backend offers, the usual one first; none where nothing is charged. */
  paymentMethods: z.array(offeredPaymentMethod),
  simulated: z.boolean(),
  /** Lets exactly this command happen once, while the contract stays as it is. */
  consentToken: z.string(),
  expiresAt: Instant,
});

/** What a money command will do, to be shown before it is made. */
export interface MoneyPreview extends z.infer<typeof moneyPreview> {}
export const MoneyPreview: Schema<MoneyPreview> = moneyPreview;

/** Where a charge stands. `pending`: the provider has not answered yet; the backend keeps asking. */
export const CHARGE_STATUSES = ['pending', 'requires_confirmation', 'succeeded', 'failed'] as const;

const charge = z.object({
  id: ChargeId,
  contractId: ContractId,
  amount: Money,
  status: z.enum(CHARGE_STATUSES),
  /** How it is paid, where that is a way the backend offers; null with a card field of the page. */
  paymentMethod: z.nullable(offeredPaymentMethod),
  /** Where the payer confirms with the bank, or pays on the provider's page, when that is asked for. */
  confirmationUrl: z.nullable(z.string()),
  /** The provider's word for why it failed: `card_declined`, `expired`, … */
  failureCode: z.nullable(z.string()),
  createdAt: Instant,
});

/** One attempt to charge a client. */
export interface Charge extends z.infer<typeof charge> {}
export const Charge: Schema<Charge> = charge;

const funding = z.object({ charge, contract: Contract });

/** The outcome of paying into escrow: the charge, and the contract as it now stands. */
export interface Funding extends z.infer<typeof funding> {}
export const Funding: Schema<Funding> = funding;
