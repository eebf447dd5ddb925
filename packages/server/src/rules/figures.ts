import { feeOf, type Figures, type MilestoneId, type Money } from '@handsel/protocol';
import { isOver } from './contract-chart.ts';
import type { Funding } from './ledger.ts';
import { heldIn, unfunded } from './milestones.ts';
import type { ContractRecord } from './state.ts';

/** The sums of a contract, with the fees, which are only the freelancer's business. */
export function figuresOf(contract: ContractRecord): Figures {
  const money = (amount: number): Money => ({ amount, currency: contract.currency });
  const { milestones, status, carried, paid, fees, returned } = contract;
  const open = isOver(status) ? [] : unfunded(contract);
  return {
    total: money(milestones.reduce((sum, { amount }) => sum + amount, 0)),
    paid: money(paid),
    escrow: money(heldIn(contract)),
    carried: money(carried),
    unfunded: money(open.reduce((sum, { amount }) => sum + amount, 0)),
    returned: money(returned),
    fees: money(fees),
    received: money(paid - fees),
  };
}

/** What a client is to pay, and for which milestones. */
export interface FundingQuote extends Funding {
  readonly milestoneIds: readonly MilestoneId[];
  /** From outside, without fees. */
  readonly intoEscrow: number;
  /** All that is charged. */
  readonly amount: number;
}

/** What funding the next milestone, or all that wait for money, costs. */
export function quoteFunding(contract: ContractRecord, scope: 'next' | 'all'): FundingQuote {
  const waiting = unfunded(contract);
  const wanted = scope === 'next' ? waiting.slice(0, 1) : waiting;
  return quoteParts(
    contract,
    wanted.map(({ id, amount }) => ({ milestoneId: id, amount })),
  );
}

/** What paying these parts into escrow costs: what was carried over first, then the rest with the fees on it. */
export function quoteParts(
  contract: ContractRecord,
  parts: readonly { readonly milestoneId: MilestoneId; readonly amount: number }[],
): FundingQuote {
  const { policy, currency, carried, startedAt } = contract;
  const need = parts.reduce((sum, { amount }) => sum + amount, 0);
  const fromCarried = Math.min(carried, need);
  const intoEscrow = need - fromCarried;
  const clientFee = feeOf({ amount: intoEscrow, currency }, policy.fees.clientBps).amount;
  const initiationFee = startedAt === null ? policy.fees.initiationMinor : 0;
  return {
    parts,
    milestoneIds: parts.map(({ milestoneId }) => milestoneId),
    fromCarried,
    intoEscrow,
    clientFee,
    initiationFee,
    amount: intoEscrow + clientFee + initiationFee,
  };
}
