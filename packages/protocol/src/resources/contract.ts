import * as z from 'zod/mini';
import { ContractId, MilestoneId } from '../ids.ts';
import { Money } from '../money/money.ts';
import { Policy } from '../policy.ts';
import type { Schema } from '../schema.ts';
import { Description, Email, Name, TermsText, Title } from '../text.ts';
import { CivilDate, Instant } from '../time.ts';
import { Action } from './action.ts';
import { Milestone, MILESTONE_STATES, MilestoneDraft } from './milestone.ts';
import { MilestoneChange } from './milestone-change.ts';
import { Party, Role } from './party.ts';
import { PaymentRequest } from './payment-request.ts';

/** Where a contract stands. */
export const CONTRACT_STATUSES = [
  'draft',
  'pending_acceptance',
  'pending_funding',
  'active',
  'paused',
  'ending',
  'in_dispute',
  'completed',
  'cancelled',
  'declined',
  'withdrawn',
  'expired',
] as const;
/** Where a contract stands. */
export type ContractStatus = (typeof CONTRACT_STATUSES)[number];
export const ContractStatus: Schema<ContractStatus> = z.enum(CONTRACT_STATUSES);

const signature = z.object({
  role: Role,
  /** The name as it was typed. */
  name: z.string(),
  at: Instant,
  /** The terms that were signed. */
  termsHash: z.string(),
});

/** Somebody's typed signature under one version of the terms. */
export interface Signature extends z.infer<typeof signature> {}
export const Signature: Schema<Signature> = signature;

const terms = z.object({
  /** 1 for the first, one more each time they change. */
  version: z.int(),
  /** The freelancer's own words; empty when there are none. */
  body: z.string(),
  /** The last day on which the offer can be accepted. */
  offerEndsOn: z.nullable(CivilDate),
  /** SHA-256 of everything that is signed: both sides, title, description, milestones, own terms, fees, days. */
  hash: z.string(),
});

/** What is signed. */
export interface Terms extends z.infer<typeof terms> {}
export const Terms: Schema<Terms> = terms;

const figures = z.object({
  /** The sum of the milestones. */
  total: Money,
  /** Released to the freelancer, before fees: the amount beside "(Paid)". */
  paid: Money,
  /** Held now, for milestones and carried over. */
  escrow: Money,
  /** Carried over from milestones that were paid in part; used for the next funding. */
  carried: Money,
  /** Not yet paid in. */
  unfunded: Money,
  /** Went back to the client. */
  returned: Money,
  /** The fee taken from what was released; null where it is not the viewer's business. */
  fees: z.nullable(Money),
  /** What the freelancer received after fees; null where it is not the viewer's business. */
  received: z.nullable(Money),
});

/** The sums of a contract, each traceable to postings. */
export interface Figures extends z.infer<typeof figures> {}
export const Figures: Schema<Figures> = figures;

const next = z.object({
  /** Whose turn it is. */
  by: z.enum(['freelancer', 'client', 'nobody']),
  /** The operation that moves the contract on; null when there is nothing to do. */
  action: z.nullable(z.string()),
  milestoneId: z.nullable(MilestoneId),
  /** When the clock decides instead. */
  until: z.nullable(Instant),
});

/** What happens next, and who does it. */
export interface NextStep extends z.infer<typeof next> {}
export const NextStep: Schema<NextStep> = next;

const contract = z.object({
  id: ContractId,
  type: z.literal('fixed'),
  status: ContractStatus,
  title: z.string(),
  description: z.string(),
  currency: z.string(),
  /** `request` when a client asked for it from a public page. */
  origin: z.enum(['freelancer', 'request']),
  freelancer: Party,
  client: Party,
  /** The side the answer was made for. */
  viewer: Role,
  terms,
  signatures: z.array(signature),
  milestones: z.array(Milestone),
  /** The milestone being worked on, or the next to be funded. */
  currentMilestoneId: z.nullable(MilestoneId),
  /** The newest request for payment; null before the first. */
  paymentRequest: z.nullable(PaymentRequest),
  /** The open proposal to change milestones. */
  milestoneChange: z.nullable(MilestoneChange),
  /** True while a charge is being checked by the payment provider. */
  chargePending: z.boolean(),
  figures,
  actions: z.array(Action),
  next,
  policy: Policy,
  /** True when money is only simulated. */
  simulated: z.boolean(),
  /** Why it ended, declined or was cancelled, in the words of the one who did. */
  endReason: z.nullable(z.string()),
  sentAt: z.nullable(Instant),
  acceptedAt: z.nullable(Instant),
  startedAt: z.nullable(Instant),
  endedAt: z.nullable(Instant),
  /** When the state it is in runs out: offer, funding, answer to an end. */
  expiresAt: z.nullable(Instant),
  /** Address of the contract on the backend's own pages, where money is moved. */
  url: z.string(),
  /** When the backend answered, by its own clock: what deadlines go by. */
  asOf: Instant,
  createdAt: Instant,
  updatedAt: Instant,
  /** Goes up by one with every change; send it as `If-Match`. */
  version: z.int(),
  /** Number of the newest event. */
  seq: z.int(),
});

/** A direct contract, as one of its two sides may see it. */
export interface Contract extends z.infer<typeof contract> {}
export const Contract: Schema<Contract> = contract;

const contractDraft = z.strictObject({
  client: z.strictObject({ email: Email, name: z.optional(Name), company: z.optional(Name) }),
  title: Title,
  description: Description,
  /** ISO 4217; an active currency. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** One for a single amount. May be empty in a draft, not in what is sent. */
  milestones: z.array(MilestoneDraft).check(z.maxLength(1000)),
  terms: z.optional(TermsText),
  offerEndsOn: z.optional(z.nullable(CivilDate)),
});

/** A contract as the freelancer writes it. */
export interface ContractDraft extends z.infer<typeof contractDraft> {}
export const ContractDraft: Schema<ContractDraft> = contractDraft;

const contractSummary = z.object({
  id: ContractId,
  status: ContractStatus,
  title: z.string(),
  currency: z.string(),
  origin: z.enum(['freelancer', 'request']),
  freelancer: Party,
  client: Party,
  viewer: Role,
  total: Money,
  paid: Money,
  escrow: Money,
  next,
  /** Position and state of the milestone `next` is about, or of the current one. */
  milestone: z.nullable(z.object({ number: z.int(), of: z.int(), state: z.enum(MILESTONE_STATES), title: z.string() })),
  endReason: z.nullable(z.string()),
  expiresAt: z.nullable(Instant),
  updatedAt: Instant,
  version: z.int(),
});

/** A contract as a line of a list. */
export interface ContractSummary extends z.infer<typeof contractSummary> {}
export const ContractSummary: Schema<ContractSummary> = contractSummary;
