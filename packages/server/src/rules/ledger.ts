import { feeOf, type MilestoneId } from '@handsel/protocol';
import type { EntryDraft, Posting } from './decision.ts';
import type { ContractRecord } from './state.ts';

/** The accounts of one contract's books. What we owe is credit, so below nothing; what we have is debit. */
export const ACCOUNTS = {
  cash: 'cash',
  /** Carried over from milestones that were paid in part. */
  carry: 'carry',
  /** Released, but still in the security hold. */
  payeePending: 'payee:pending',
  payeeAvailable: 'payee:available',
  /** On its way back to the client. */
  clientCredit: 'client:credit',
  freelancerFee: 'fee:freelancer',
  clientFee: 'fee:client',
  initiationFee: 'fee:initiation',
} as const;

/** The account of what is held for one milestone. */
export function escrowOf(milestoneId: MilestoneId): string {
  return `escrow:${milestoneId}`;
}

/** Whether what we owe there may never fall below nothing: held money, and what is on its way to a side. */
export function isGuarded(account: string): boolean {
  return /^(?:escrow:|carry$|client:credit$|payee:)/.test(account);
}

/** A part of a sum: of one milestone, or of what was carried over. */
export interface Part {
  readonly milestoneId: MilestoneId | null;
  readonly amount: number;
}

const accountOf = ({ milestoneId }: Part): string => (milestoneId === null ? ACCOUNTS.carry : escrowOf(milestoneId));

const total = (parts: readonly Part[]): number => parts.reduce((sum, { amount }) => sum + amount, 0);

// An entry that is about one milestone says so; one about several names them in its accounts.
function entry(template: string, parts: readonly Part[], postings: readonly Posting[]): EntryDraft {
  const only = parts.length === 1 ? parts[0] : undefined;
  return {
    template,
    milestoneId: only?.milestoneId ?? null,
    postings: postings.filter(({ amount }) => amount !== 0),
  };
}

/** What a client pays in at once, and what that covers. */
export interface Funding {
  readonly parts: readonly Part[];
  readonly fromCarried: number;
  readonly clientFee: number;
  readonly initiationFee: number;
}

/** What was carried over is used first; the rest and the fees come from outside. */
export function fundEntry({ parts, fromCarried, clientFee, initiationFee }: Funding): EntryDraft {
  return entry('fund', parts, [
    { account: ACCOUNTS.carry, amount: fromCarried },
    { account: ACCOUNTS.cash, amount: total(parts) - fromCarried + clientFee + initiationFee },
    ...parts.map((part) => ({ account: accountOf(part), amount: -part.amount })),
    { account: ACCOUNTS.clientFee, amount: -clientFee },
    { account: ACCOUNTS.initiationFee, amount: -initiationFee },
  ]);
}

/** What a release is worth to both: the fee is rounded once, on the whole of it. */
export function splitRelease(
  { currency, policy }: Pick<ContractRecord, 'currency' | 'policy'>,
  amount: number,
): { readonly fee: number; readonly net: number } {
  const fee = feeOf({ amount, currency }, policy.fees.freelancerBps).amount;
  return { fee, net: amount - fee };
}

/** Held money becomes the freelancer's, less the fee. */
export function releaseEntry(contract: ContractRecord, parts: readonly Part[]): EntryDraft {
  const amount = total(parts);
  const { fee, net } = splitRelease(contract, amount);
  const payee = contract.policy.securityHoldDays > 0 ? ACCOUNTS.payeePending : ACCOUNTS.payeeAvailable;
  return entry('release', parts, [
    ...parts.map((part) => ({ account: accountOf(part), amount: part.amount })),
    { account: payee, amount: -net },
    { account: ACCOUNTS.freelancerFee, amount: -fee },
  ]);
}

/** What was not approved waits for the next milestone. */
export function carryEntry(milestoneId: MilestoneId, amount: number): EntryDraft {
  const parts = [{ milestoneId, amount }];
  return entry('carry', parts, [
    { account: escrowOf(milestoneId), amount },
    { account: ACCOUNTS.carry, amount: -amount },
  ]);
}

/** Held money becomes the client's again, with its share of the client's fee. */
export function returnEntry(parts: readonly Part[], clientFee: number): EntryDraft {
  return entry('escrow_return', parts, [
    ...parts.map((part) => ({ account: accountOf(part), amount: part.amount })),
    { account: ACCOUNTS.clientFee, amount: clientFee },
    { account: ACCOUNTS.clientCredit, amount: -(total(parts) + clientFee) },
  ]);
}

/** What is the client's goes back to where it came from. */
export function payBackEntry(amount: number): EntryDraft {
  return entry(
    'pay_back',
    [],
    [
      { account: ACCOUNTS.clientCredit, amount },
      { account: ACCOUNTS.cash, amount: -amount },
    ],
  );
}

/** The client's fee that comes back with returned money: its share of what was taken, so that never more comes back. */
export function returnedFee(
  { policy, clientFees }: Pick<ContractRecord, 'policy' | 'clientFees'>,
  amount: number,
  paidIn: number,
): number {
  if (!policy.fees.clientFeeRefundable || paidIn === 0) return 0;
  const share = (BigInt(clientFees) * BigInt(amount) * 2n + BigInt(paidIn)) / (BigInt(paidIn) * 2n);
  return Number(share);
}
