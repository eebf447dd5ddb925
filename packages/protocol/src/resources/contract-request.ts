import * as z from 'zod/mini';
import { ContractId } from '../ids.ts';
import type { Schema } from '../schema.ts';
import { Description, Email, Name, Title } from '../text.ts';
import { Instant } from '../time.ts';
import { MilestoneDraft } from './milestone.ts';

const contractRequestDraft = z.strictObject({
  client: z.strictObject({ email: Email, name: Name, company: z.optional(Name) }),
  title: Title,
  description: Description,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** What the client would spend, as one amount or in steps; empty when the client would rather hear a price. */
  milestones: z.array(MilestoneDraft).check(z.maxLength(1000)),
});

/** What somebody asks a freelancer for from a public page. */
export interface ContractRequestDraft extends z.infer<typeof contractRequestDraft> {}
export const ContractRequestDraft: Schema<ContractRequestDraft> = contractRequestDraft;

const contractRequest = z.object({
  /** The draft it became; only the freelancer can open it. */
  id: ContractId,
  title: z.string(),
  freelancerName: z.string(),
  receivedAt: Instant,
});

/** The receipt of a request: the freelancer has it as a draft, and has been told. */
export interface ContractRequest extends z.infer<typeof contractRequest> {}
export const ContractRequest: Schema<ContractRequest> = contractRequest;
