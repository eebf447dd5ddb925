import * as z from 'zod/mini';
import { ContractId } from '../ids.ts';
import type { Schema } from '../schema.ts';
import { Instant } from '../time.ts';
import { Party, Role } from './party.ts';

const session = z.object({
  /** Send it as `Authorization: Bearer …`. Null when it is read back: a token is shown once. */
  token: z.nullable(z.string()),
  /** `embedded` may not move money; `hosted` may, on the backend's own pages; `trusted`, on the integrator's. */
  kind: z.enum(['embedded', 'hosted', 'trusted']),
  role: Role,
  party: Party,
  /** The one contract it is for; null for all of the party's contracts. */
  contractId: z.nullable(ContractId),
  expiresAt: Instant,
  simulated: z.boolean(),
});

/** Who is signed in, as which side, and for how long. */
export interface Session extends z.infer<typeof session> {}
export const Session: Schema<Session> = session;

const openedInvitation = z.extend(session, {
  /** The contract the link was about; the session is for all contracts of the address. */
  openedId: ContractId,
});

/** The session somebody gets who has proved to own the address of an invitation. */
export interface OpenedInvitation extends z.infer<typeof openedInvitation> {}
export const OpenedInvitation: Schema<OpenedInvitation> = openedInvitation;

const invitation = z.object({
  freelancerName: z.string(),
  /** `k…@arden.example`: enough to recognise one's own address, too little for anybody else. */
  emailHint: z.string(),
  /** `open` can be verified; anything else says why not. */
  status: z.enum(['open', 'withdrawn', 'expired', 'replaced']),
  expiresAt: Instant,
});

/** What an invitation link shows before the e-mail address is confirmed. */
export interface Invitation extends z.infer<typeof invitation> {}
export const Invitation: Schema<Invitation> = invitation;

const codeSent = z.object({
  /** Until when the code can be used. The same answer is given whether or not the address is known. */
  expiresAt: Instant,
});

/** Says that a code was sent, if there was anybody to send it to. */
export interface CodeSent extends z.infer<typeof codeSent> {}
export const CodeSent: Schema<CodeSent> = codeSent;
