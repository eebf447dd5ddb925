import type { ContractId, PartyId, Policy, Signature } from '@handsel/protocol';
import type { ContractRecord } from '../rules/state.ts';
import { currentMilestoneId } from '../rules/milestones.ts';
import { nextStep } from '../rules/next.ts';
import type { ContractsTable } from './tables/contracts.ts';

/** What a contract's own row holds. */
export function contractRow(contract: ContractRecord): Omit<ContractsTable, 'discarded_at'> {
  return {
    id: contract.id,
    version: contract.version,
    seq: contract.seq,
    status: contract.status,
    origin: contract.origin,
    title: contract.title,
    description: contract.description,
    currency: contract.currency,
    ...sides(contract),
    ...terms(contract),
    payment_request_id: contract.paymentRequest?.id ?? null,
    milestone_change_id: contract.milestoneChange?.id ?? null,
    charge_id: contract.charge?.id ?? null,
    ...sums(contract),
    hold_reason: contract.holdReason,
    end_reason: contract.endReason,
    policy: JSON.stringify(contract.policy),
    ...times(contract),
    ...line(contract),
  };
}

function sides({ freelancer, client }: ContractRecord) {
  return {
    freelancer_id: freelancer.partyId,
    freelancer_email: freelancer.email,
    freelancer_name: freelancer.name,
    freelancer_company: freelancer.company,
    client_id: client.partyId,
    client_email: client.email,
    client_address: client.email.toLowerCase(),
    client_name: client.name,
    client_company: client.company,
  };
}

function terms({ terms: { version, body, hash, offerEndsOn }, signatures }: ContractRecord) {
  return {
    terms_version: version,
    terms_body: body,
    terms_hash: hash,
    offer_ends_on: offerEndsOn,
    signatures: JSON.stringify(signatures),
  };
}

function sums(contract: ContractRecord) {
  const { escrowRefund } = contract;
  return {
    paid: contract.paid,
    carried: contract.carried,
    fees: contract.fees,
    client_fees: contract.clientFees,
    returned: contract.returned,
    refund_amount: escrowRefund?.amount ?? null,
    refund_requested_at: escrowRefund?.requestedAt ?? null,
    refund_due_at: escrowRefund?.dueAt ?? null,
  };
}

function times(contract: ContractRecord) {
  return {
    created_at: contract.createdAt,
    updated_at: contract.updatedAt,
    sent_at: contract.sentAt,
    accepted_at: contract.acceptedAt,
    started_at: contract.startedAt,
    ended_at: contract.endedAt,
    expires_at: contract.expiresAt,
  };
}

/** What a list shows of a contract beside its own values, kept so that a list reads one row for each. */
function line(contract: ContractRecord) {
  const { milestones } = contract;
  const next = nextStep(contract);
  const shown = next.milestoneId ?? currentMilestoneId(contract);
  const index = milestones.findIndex(({ id }) => id === shown);
  const milestone = milestones[index];
  return {
    total: milestones.reduce((sum, { amount }) => sum + amount, 0),
    escrow: milestones.reduce((sum, { escrow }) => sum + escrow, contract.carried),
    next_by: next.by,
    next_action: next.action,
    next_milestone_id: next.milestoneId,
    next_until: next.until,
    milestone_number: milestone ? index + 1 : null,
    milestone_count: milestones.length,
    milestone_state: milestone?.state ?? null,
    milestone_title: milestone?.title ?? null,
  };
}

/** The parts of a contract that are rows of their own. */
export type Parts = Pick<ContractRecord, 'milestones' | 'paymentRequest' | 'milestoneChange' | 'charge'>;

/** The contract a row and its parts stand for. */
export function contractOf(row: ContractsTable, parts: Parts): ContractRecord {
  return {
    id: row.id as ContractId,
    status: row.status,
    origin: row.origin,
    title: row.title,
    description: row.description,
    currency: row.currency,
    ...sidesOf(row),
    terms: termsOf(row),
    signatures: JSON.parse(row.signatures) as Signature[],
    ...parts,
    carried: row.carried,
    paid: row.paid,
    fees: row.fees,
    clientFees: row.client_fees,
    returned: row.returned,
    escrowRefund: escrowRefundOf(row),
    holdReason: row.hold_reason,
    endReason: row.end_reason,
    policy: JSON.parse(row.policy) as Policy,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    sentAt: row.sent_at,
    acceptedAt: row.accepted_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    expiresAt: row.expires_at,
    version: row.version,
    seq: row.seq,
  };
}

function sidesOf(row: ContractsTable): Pick<ContractRecord, 'freelancer' | 'client'> {
  return {
    freelancer: {
      partyId: row.freelancer_id as PartyId,
      email: row.freelancer_email,
      name: row.freelancer_name,
      company: row.freelancer_company,
    },
    client: {
      partyId: row.client_id as PartyId | null,
      email: row.client_email,
      name: row.client_name,
      company: row.client_company,
    },
  };
}

function termsOf(row: ContractsTable): ContractRecord['terms'] {
  return {
    version: row.terms_version,
    body: row.terms_body,
    offerEndsOn: row.offer_ends_on,
    hash: row.terms_hash,
  };
}

function escrowRefundOf(row: ContractsTable): ContractRecord['escrowRefund'] {
  const { refund_amount: amount, refund_requested_at: requestedAt, refund_due_at: dueAt } = row;
  return amount === null || requestedAt === null || dueAt === null ? null : { amount, requestedAt, dueAt };
}
