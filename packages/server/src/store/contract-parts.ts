import type { ChargeId, MilestoneChangeId, MilestoneId, PaymentRequestId } from '@handsel/protocol';
import type { ChargeRecord, MilestoneChangeRecord, MilestoneRecord, PaymentRequestRecord } from '../rules/state.ts';
import type { ChargesTable } from './tables/money.ts';
import type { MilestoneChangesTable, MilestonesTable, PaymentRequestsTable } from './tables/contracts.ts';

/** A milestone as a row; `place` is its number in the order of the work, from 0. */
export function milestoneRow(contractId: string, milestone: MilestoneRecord, place: number): MilestonesTable {
  return {
    contract_id: contractId,
    id: milestone.id,
    place,
    title: milestone.title,
    description: milestone.description,
    amount: milestone.amount,
    due_on: milestone.dueOn,
    state: milestone.state,
    escrow: milestone.escrow,
    funded: milestone.funded,
    released: milestone.released,
    carried_out: milestone.carriedOut,
    refunded: milestone.refunded,
    funded_at: milestone.fundedAt,
    submitted_at: milestone.submittedAt,
    auto_release_at: milestone.autoReleaseAt,
    paid_at: milestone.paidAt,
  };
}

/** The milestone a row stands for. */
export function milestoneOf(row: Omit<MilestonesTable, 'contract_id' | 'place'>): MilestoneRecord {
  return {
    id: row.id as MilestoneId,
    title: row.title,
    description: row.description,
    amount: row.amount,
    dueOn: row.due_on,
    state: row.state,
    escrow: row.escrow,
    funded: row.funded,
    released: row.released,
    carriedOut: row.carried_out,
    refunded: row.refunded,
    fundedAt: row.funded_at,
    submittedAt: row.submitted_at,
    autoReleaseAt: row.auto_release_at,
    paidAt: row.paid_at,
  };
}

/** A request for payment as a row. */
export function paymentRequestRow(contractId: string, request: PaymentRequestRecord): PaymentRequestsTable {
  return {
    contract_id: contractId,
    id: request.id,
    milestone_id: request.milestoneId,
    amount: request.amount,
    note: request.note,
    state: request.state,
    sent_at: request.sentAt,
    emailed_at: request.emailedAt,
    viewed_at: request.viewedAt,
    decided_at: request.decidedAt,
    answer: request.answer,
  };
}

/** The request for payment a row stands for. */
export function paymentRequestOf(row: PaymentRequestsTable): PaymentRequestRecord {
  return {
    id: row.id as PaymentRequestId,
    milestoneId: row.milestone_id as MilestoneId,
    amount: row.amount,
    note: row.note,
    state: row.state,
    sentAt: row.sent_at,
    emailedAt: row.emailed_at,
    viewedAt: row.viewed_at,
    decidedAt: row.decided_at,
    answer: row.answer,
  };
}

/** A proposed change as a row. */
export function milestoneChangeRow(contractId: string, change: MilestoneChangeRecord): MilestoneChangesTable {
  return {
    contract_id: contractId,
    id: change.id,
    proposed_by: change.by,
    items: JSON.stringify(change.items),
    note: change.note,
    state: change.state,
    created_at: change.createdAt,
    decided_at: change.decidedAt,
  };
}

/** The proposed change a row stands for. */
export function milestoneChangeOf(row: MilestoneChangesTable): MilestoneChangeRecord {
  return {
    id: row.id as MilestoneChangeId,
    by: row.proposed_by,
    items: JSON.parse(row.items) as MilestoneChangeRecord['items'],
    note: row.note,
    state: row.state,
    createdAt: row.created_at,
    decidedAt: row.decided_at,
  };
}

/** A charge as a row; the provider's name for it is written by whoever asks the provider. */
export function chargeRow(contractId: string, charge: ChargeRecord): Omit<ChargesTable, 'provider_ref'> {
  return {
    contract_id: contractId,
    id: charge.id,
    purpose: JSON.stringify(charge.purpose),
    amount: charge.amount,
    into_escrow: charge.intoEscrow,
    from_carried: charge.fromCarried,
    client_fee: charge.clientFee,
    initiation_fee: charge.initiationFee,
    status: charge.status,
    payment_method: charge.paymentMethod,
    confirmation_url: charge.confirmationUrl,
    failure_code: charge.failureCode,
    created_at: charge.createdAt,
  };
}

/** The charge a row stands for. */
export function chargeOf(row: Omit<ChargesTable, 'provider_ref'>): ChargeRecord {
  return {
    id: row.id as ChargeId,
    purpose: JSON.parse(row.purpose) as ChargeRecord['purpose'],
    amount: row.amount,
    intoEscrow: row.into_escrow,
    fromCarried: row.from_carried,
    clientFee: row.client_fee,
    initiationFee: row.initiation_fee,
    status: row.status,
    paymentMethod: row.payment_method,
    confirmationUrl: row.confirmation_url,
    failureCode: row.failure_code,
    createdAt: row.created_at,
  };
}
