import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { ContractId } from '../ids.ts';
import { CodeSent, Invitation, OpenedInvitation, Session } from '../resources/session.ts';
import { Profile, Role } from '../resources/party.ts';
import { Email, EmailCode, Name, Origin, Token } from '../text.ts';

/** Reads the public profile of the freelancer a key belongs to. */
export const retrieveProfile = operation({
  name: 'profile.retrieve',
  method: 'GET',
  path: '/v1/profile',
  callers: ['publishable', 'embedded', 'hosted', 'trusted', 'secret'],
  output: Profile,
  errors: ['ORIGIN_DENIED'],
});

/** Mails a six-digit code to sign in with. The answer is the same whether or not the address is known. */
export const requestSessionCode = operation({
  name: 'sessions.requestCode',
  method: 'POST',
  path: '/v1/sessions/code',
  status: 202,
  callers: ['none'],
  input: z.strictObject({ email: Email }),
  output: CodeSent,
  errors: ['RATE_LIMITED'],
});

/** Signs in with an e-mailed code. */
export const createSession = operation({
  name: 'sessions.create',
  method: 'POST',
  path: '/v1/sessions',
  status: 201,
  callers: ['none'],
  input: z.strictObject({ email: Email, code: EmailCode, role: z.optional(Role) }),
  output: Session,
  errors: ['CODE_INVALID', 'CODE_LOCKED', 'RATE_LIMITED'],
});

/** Reads who is signed in. */
export const retrieveSession = operation({
  name: 'sessions.retrieve',
  method: 'GET',
  path: '/v1/session',
  callers: ['embedded', 'hosted', 'trusted'],
  output: Session,
  errors: [],
});

/** Signs out. */
export const deleteSession = operation({
  name: 'sessions.delete',
  method: 'DELETE',
  path: '/v1/session',
  kind: 'nothing',
  status: 204,
  callers: ['embedded', 'hosted', 'trusted'],
  errors: [],
});

/** Mints a short session for a page of the integrator, from the integrator's server. */
export const mintSession = operation({
  name: 'sessions.mint',
  method: 'POST',
  path: '/v1/embed-sessions',
  status: 201,
  callers: ['secret'],
  input: z.strictObject({
    role: Role,
    /** The one contract it is for. Left out: all contracts of the key's freelancer; a client's session needs it. */
    contractId: z.optional(ContractId),
    /** Pages it may be used from; left out: any. */
    origins: z.optional(z.array(Origin).check(z.maxLength(20))),
    /** Set on an origin of your own that you trust with money; needs `origins`. */
    trusted: z.optional(z.boolean()),
    /** Seconds, at most 900, which is also the default. */
    expiresIn: z.optional(z.int().check(z.gte(1), z.lte(900))),
  }),
  output: Session,
  errors: ['NOT_FOUND', 'VALIDATION'],
});

/** Changes the name and company the other side sees. */
export const updateParty = operation({
  name: 'party.update',
  method: 'PATCH',
  path: '/v1/party',
  callers: ['hosted', 'trusted'],
  input: z.strictObject({ name: z.optional(Name), company: z.optional(z.nullable(Name)) }),
  output: Session,
  errors: ['VALIDATION'],
});

/** Shows who invites, before the address is confirmed. Changes nothing, however often it is asked. */
export const retrieveInvitation = operation({
  name: 'invitations.retrieve',
  method: 'POST',
  path: '/v1/invitations',
  callers: ['none'],
  input: z.strictObject({ invitation: Token }),
  output: Invitation,
  errors: ['NOT_FOUND', 'RATE_LIMITED'],
});

/** Mails a six-digit code to the address the invitation was sent to. */
export const requestInvitationCode = operation({
  name: 'invitations.requestCode',
  method: 'POST',
  path: '/v1/invitations/code',
  status: 202,
  callers: ['none'],
  input: z.strictObject({ invitation: Token }),
  output: CodeSent,
  errors: ['NOT_FOUND', 'RATE_LIMITED'],
});

/** Confirms the address with the code, and signs the client in. */
export const verifyInvitation = operation({
  name: 'invitations.verify',
  method: 'POST',
  path: '/v1/invitations/verify',
  status: 201,
  callers: ['none'],
  input: z.strictObject({ invitation: Token, code: EmailCode }),
  output: OpenedInvitation,
  errors: ['NOT_FOUND', 'CODE_INVALID', 'CODE_LOCKED', 'RATE_LIMITED'],
});
