import { ChargeId, ContractId, MilestoneChangeId, MilestoneId, PaymentRequestId } from './ids.ts';
import type { PathIds } from './operation.ts';
import type { Schema } from './schema.ts';

/** What each id in a path looks like. */
export const PATH_IDS: { readonly [N in keyof PathIds]: Schema<PathIds[N]> } = {
  contractId: ContractId,
  milestoneId: MilestoneId,
  paymentRequestId: PaymentRequestId,
  milestoneChangeId: MilestoneChangeId,
  chargeId: ChargeId,
};

/** The ids a path asks for, in order. */
export function idsOf(path: string): (keyof PathIds)[] {
  return path
    .split('/')
    .filter((segment) => segment.startsWith(':'))
    .map((segment) => segment.slice(1) as keyof PathIds);
}
