import type {
  ChargeId,
  ContractStatus,
  Instant,
  MilestoneChangeId,
  MilestoneId,
  MilestoneState,
  PaymentRequestId,
  Reason,
} from '@handsel/protocol';
import { type ChartCommand, type Doer, type Edge, edgesOf } from './chart.ts';
import { CONTRACT_CHART, isOver } from './contract-chart.ts';
import { block, type Block, GUARDS, type Situation } from './guards.ts';
import { MILESTONE_CHART } from './milestone-chart.ts';
import { PAYMENT_REQUEST_CHART } from './payment-request-chart.ts';
import type { ContractRecord, MilestoneRecord } from './state.ts';

/** What a command is about, besides the contract. */
export interface Target {
  readonly milestoneId?: MilestoneId | undefined;
  readonly paymentRequestId?: PaymentRequestId | undefined;
  readonly milestoneChangeId?: MilestoneChangeId | undefined;
  readonly chargeId?: ChargeId | undefined;
}

/** Asks the charts whether a command may happen now. Null means yes; what it says is not looked at here. */
export function trial(
  contract: ContractRecord,
  command: ChartCommand,
  { role, now }: { readonly role: Doer; readonly now: Instant },
  target: Target = {},
): Block | null {
  const rows = edgesOf(CONTRACT_CHART, command);
  if (!rows.some(({ by }) => by.includes(role))) return block('WRONG_STATE', 'WRONG_ROLE');
  const row = rows.find(({ from, by }) => from.includes(contract.status) && by.includes(role));
  if (!row) return outOfState(contract.status, command);
  if (!isKnown(contract, target)) return block('WRONG_STATE', 'NOT_FOUND');
  const milestone = milestoneOf(contract, target);
  const situation = { role, now, milestone };
  return (
    firstBlock(contract, row, situation) ??
    requestBlock(contract, command, target) ??
    milestoneBlock(contract, command, situation)
  );
}

function isKnown(contract: ContractRecord, target: Target): boolean {
  const { milestoneId, paymentRequestId, milestoneChangeId, chargeId } = target;
  return (
    (milestoneId === undefined || contract.milestones.some(({ id }) => id === milestoneId)) &&
    (paymentRequestId === undefined || contract.paymentRequest?.id === paymentRequestId) &&
    (milestoneChangeId === undefined || contract.milestoneChange?.id === milestoneChangeId) &&
    (chargeId === undefined || contract.charge?.id === chargeId)
  );
}

function milestoneOf(contract: ContractRecord, target: Target): MilestoneRecord | undefined {
  const wanted = target.paymentRequestId === undefined ? target.milestoneId : contract.paymentRequest?.milestoneId;
  return contract.milestones.find(({ id }) => id === wanted);
}

function firstBlock<State extends string>(
  contract: ContractRecord,
  { guards }: Edge<State>,
  situation: Situation,
): Block | null {
  for (const name of guards) {
    const blocked = GUARDS[name](contract, situation);
    if (blocked) return blocked;
  }
  return null;
}

function requestBlock(contract: ContractRecord, command: ChartCommand, target: Target): Block | null {
  const state = contract.paymentRequest?.state;
  if (target.paymentRequestId === undefined || state === undefined) return null;
  const rows = edgesOf(PAYMENT_REQUEST_CHART, command);
  return rows.some(({ from }) => from.includes(state)) ? null : block('NOT_REQUESTED');
}

function milestoneBlock(contract: ContractRecord, command: ChartCommand, situation: Situation): Block | null {
  const rows = edgesOf(MILESTONE_CHART, command);
  const { milestone } = situation;
  if (rows.length === 0 || !milestone) return null;
  const row = rows.find(({ from }) => from.includes(milestone.state));
  return row ? firstBlock(contract, row, situation) : milestoneOutOfState(milestone.state);
}

const NEEDS_ACTIVE: ReadonlySet<ChartCommand> = new Set(['paymentRequests.create']);
const ENDS: ReadonlySet<ChartCommand> = new Set(['contracts.endByFreelancer', 'contracts.endByClient']);

function outOfState(status: ContractStatus, command: ChartCommand): Block {
  const reason = reasonOf(status);
  if (NEEDS_ACTIVE.has(command)) return block(reason, 'NOT_ACTIVE');
  return block(reason, status === 'in_dispute' && ENDS.has(command) ? 'DISPUTE_OPEN' : 'WRONG_STATE');
}

function reasonOf(status: ContractStatus): Reason {
  if (isOver(status)) return 'CONTRACT_OVER';
  if (status === 'draft' || status === 'pending_acceptance') return 'NOT_ACTIVE';
  if (status === 'pending_funding') return 'NOT_FUNDED';
  if (status === 'paused') return 'PAUSED';
  return status === 'in_dispute' ? 'DISPUTE_OPEN' : 'WRONG_STATE';
}

function milestoneOutOfState(state: MilestoneState): Block {
  switch (state) {
    case 'planned':
      return block('NOT_FUNDED', 'NOT_FUNDED');
    case 'active':
    case 'changes_requested':
      return block('NOT_REQUESTED');
    case 'submitted':
      return block('ALREADY_REQUESTED');
    case 'in_dispute':
      return block('DISPUTE_OPEN', 'DISPUTE_OPEN');
    case 'paid':
    case 'refunded':
      return block('WRONG_STATE');
  }
}
