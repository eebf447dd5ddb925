import * as z from 'zod/mini';
import { PartyId } from '../ids.ts';
import { Policy } from '../policy.ts';
import type { Schema } from '../schema.ts';

/** The two sides of a contract. */
export type Role = 'freelancer' | 'client';
export const Role: Schema<Role> = z.enum(['freelancer', 'client']);

const party = z.object({
  /** Null while a client has only been invited. */
  id: z.nullable(PartyId),
  /** Null until the person has given one; then show the e-mail address. */
  name: z.nullable(z.string()),
  /** Null where the viewer may not see it. */
  email: z.nullable(z.string()),
  company: z.nullable(z.string()),
});

/** One side of a contract, as the viewer may see it. */
export interface Party extends z.infer<typeof party> {}
export const Party: Schema<Party> = party;

const profile = z.object({
  id: PartyId,
  name: z.string(),
  company: z.nullable(z.string()),
  /** The currency new contracts start in. */
  currency: z.string(),
  policy: Policy,
  /** True until a real payment provider is configured: money is only simulated. */
  simulated: z.boolean(),
  /** Where the hosted pages of this backend are. */
  deskUrl: z.string(),
});

/** What anybody may know of a freelancer: enough to ask for a contract. */
export interface Profile extends z.infer<typeof profile> {}
export const Profile: Schema<Profile> = profile;
