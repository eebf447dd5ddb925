import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { Contract, ContractDraft, ContractStatus, ContractSummary } from '../resources/contract.ts';
import { ContractRequest, ContractRequestDraft } from '../resources/contract-request.ts';
import { Charge, Funding } from '../resources/money-preview.ts';
import { Share } from '../money/money.ts';
import { Name, PaymentMethodId, Reason, Sha256, Token } from '../text.ts';
import { MONEY, SIGNED_IN } from './groups.ts';

const signed = { termsHash: Sha256, signature: Name };
const consent = { consentToken: Token };

/** Asks a freelancer for a contract from a public page. It becomes a draft that only the freelancer can send. */
export const createContractRequest = operation({
  name: 'contractRequests.create',
  method: 'POST',
  path: '/v1/contract-requests',
  callers: ['publishable'],
  input: ContractRequestDraft,
  output: ContractRequest,
  status: 201,
  errors: ['VALIDATION', 'MIN_MILESTONE', 'EMAIL_TAKEN', 'ORIGIN_DENIED', 'RATE_LIMITED'],
});

/** Writes a contract. It stays a draft until it is sent. */
export const createContract = operation({
  name: 'contracts.create',
  method: 'POST',
  path: '/v1/contracts',
  callers: SIGNED_IN,
  roles: ['freelancer'],
  input: ContractDraft,
  output: Contract,
  status: 201,
  errors: ['VALIDATION', 'MIN_MILESTONE', 'EMAIL_TAKEN'],
});

/** Lists contracts, newest change first. */
export const listContracts = operation({
  name: 'contracts.list',
  method: 'GET',
  path: '/v1/contracts',
  kind: 'page',
  callers: SIGNED_IN,
  input: z.strictObject({
    /** Only these; repeat the parameter for several. */
    status: z.optional(z.array(ContractStatus).check(z.maxLength(12))),
    /** Only those where the next step is the caller's. */
    turn: z.optional(z.enum(['mine', 'theirs'])),
    /** Words that begin words of the title, or of the name, company or address of the other side; or an amount. */
    search: z.optional(z.string().check(z.maxLength(200))),
    /** How many at once; 20 when left out. */
    limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
    cursor: z.optional(z.string().check(z.maxLength(200))),
  }),
  output: ContractSummary,
  errors: ['VALIDATION'],
});

/** Reads one contract. */
export const retrieveContract = operation({
  name: 'contracts.retrieve',
  method: 'GET',
  path: '/v1/contracts/:contractId',
  callers: SIGNED_IN,
  output: Contract,
  errors: ['NOT_FOUND'],
});

/** Rewrites a draft. */
export const updateContract = operation({
  name: 'contracts.update',
  method: 'PATCH',
  path: '/v1/contracts/:contractId',
  ifMatch: true,
  callers: SIGNED_IN,
  roles: ['freelancer'],
  input: ContractDraft,
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'VERSION_CONFLICT', 'VALIDATION', 'MIN_MILESTONE', 'EMAIL_TAKEN'],
});

/** Throws a draft away. It cannot be brought back. */
export const discardContract = operation({
  name: 'contracts.discard',
  method: 'DELETE',
  path: '/v1/contracts/:contractId',
  kind: 'nothing',
  status: 204,
  callers: SIGNED_IN,
  roles: ['freelancer'],
  errors: ['NOT_FOUND', 'WRONG_STATE'],
});

/** Signs a draft and sends it to the client, by mail. */
export const sendContract = operation({
  name: 'contracts.send',
  method: 'POST',
  path: '/v1/contracts/:contractId/send',
  callers: SIGNED_IN,
  roles: ['freelancer'],
  input: z.strictObject(signed),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'VERSION_CONFLICT', 'VALIDATION', 'MIN_MILESTONE'],
});

/** Replaces an offer that was not yet accepted by a new version; the old link stops working. */
export const reviseContract = operation({
  name: 'contracts.revise',
  method: 'POST',
  path: '/v1/contracts/:contractId/revise',
  ifMatch: true,
  callers: SIGNED_IN,
  roles: ['freelancer'],
  input: z.strictObject({ draft: ContractDraft, signature: Name }),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'VERSION_CONFLICT', 'VALIDATION', 'MIN_MILESTONE', 'EMAIL_TAKEN'],
});

/** Mails the invitation once more, with a new link. */
export const resendContract = operation({
  name: 'contracts.resend',
  method: 'POST',
  path: '/v1/contracts/:contractId/resend',
  callers: SIGNED_IN,
  roles: ['freelancer'],
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'WINDOW_CLOSED', 'RATE_LIMITED'],
});

/** Takes an offer back before it is accepted; the link stops working at once. */
export const withdrawContract = operation({
  name: 'contracts.withdraw',
  method: 'POST',
  path: '/v1/contracts/:contractId/withdraw',
  callers: SIGNED_IN,
  roles: ['freelancer'],
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE'],
});

/** Signs and accepts exactly the terms whose hash was shown. Charges nothing. */
export const acceptContract = operation({
  name: 'contracts.accept',
  method: 'POST',
  path: '/v1/contracts/:contractId/accept',
  money: true,
  callers: MONEY,
  roles: ['client'],
  input: z.strictObject(signed),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'WINDOW_CLOSED', 'VERSION_CONFLICT', 'VALIDATION'],
});

/** Declines an offer. */
export const declineContract = operation({
  name: 'contracts.decline',
  method: 'POST',
  path: '/v1/contracts/:contractId/decline',
  callers: SIGNED_IN,
  roles: ['client'],
  input: z.strictObject({ reason: z.optional(Reason) }),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE'],
});

/** Cancels a signed contract before it is funded. */
export const cancelContract = operation({
  name: 'contracts.cancel',
  method: 'POST',
  path: '/v1/contracts/:contractId/cancel',
  callers: SIGNED_IN,
  input: z.strictObject({ reason: z.optional(Reason) }),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'CHARGE_PENDING'],
});

/** Pays the next milestone, or all that are not funded, into escrow. */
export const fundContract = operation({
  name: 'contracts.fund',
  method: 'POST',
  path: '/v1/contracts/:contractId/fund',
  money: true,
  callers: MONEY,
  roles: ['client'],
  input: z.strictObject({ scope: z.enum(['next', 'all']), paymentMethod: PaymentMethodId, ...consent }),
  output: Funding,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'CONSENT_REQUIRED', 'CONSENT_STALE', 'CHARGE_FAILED', 'CHARGE_PENDING'],
});

/** Reads how a charge stands; asks the payment provider when it is not decided. */
export const retrieveCharge = operation({
  name: 'charges.retrieve',
  method: 'GET',
  path: '/v1/contracts/:contractId/charges/:chargeId',
  callers: SIGNED_IN,
  roles: ['client'],
  output: Charge,
  errors: ['NOT_FOUND'],
});

/** Ends a contract from the freelancer's side: what is held goes back to the client at once. */
export const endByFreelancer = operation({
  name: 'contracts.endByFreelancer',
  method: 'POST',
  path: '/v1/contracts/:contractId/end-by-freelancer',
  money: true,
  callers: MONEY,
  roles: ['freelancer'],
  input: z.strictObject({ reason: Reason, ...consent }),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'CONSENT_REQUIRED', 'CONSENT_STALE', 'CHARGE_PENDING', 'DISPUTE_OPEN'],
});

/** Ends a contract from the client's side, paying all, part or nothing of what is held. */
export const endByClient = operation({
  name: 'contracts.endByClient',
  method: 'POST',
  path: '/v1/contracts/:contractId/end-by-client',
  money: true,
  callers: MONEY,
  roles: ['client'],
  input: z.strictObject({ reason: Reason, pay: Share, ...consent }),
  output: Contract,
  errors: [
    'NOT_FOUND',
    'WRONG_STATE',
    'VALIDATION',
    'CONSENT_REQUIRED',
    'CONSENT_STALE',
    'CHARGE_PENDING',
    'DISPUTE_OPEN',
  ],
});

/** Agrees that what is still held goes back to the client who ended the contract. */
export const approveEscrowRefund = operation({
  name: 'escrowRefunds.approve',
  method: 'POST',
  path: '/v1/contracts/:contractId/escrow-refund/approve',
  money: true,
  callers: MONEY,
  roles: ['freelancer'],
  input: z.strictObject({ ...consent }),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'CONSENT_REQUIRED', 'CONSENT_STALE'],
});

/** Objects to the return of what is held: it stays held until the dispute is settled. */
export const openDispute = operation({
  name: 'disputes.open',
  method: 'POST',
  path: '/v1/contracts/:contractId/disputes',
  callers: SIGNED_IN,
  roles: ['freelancer'],
  input: z.strictObject({ statement: Reason }),
  output: Contract,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'WINDOW_CLOSED'],
});
