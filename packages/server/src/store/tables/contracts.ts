import type { ContractStatus, MilestoneState, PaymentRequest, Role } from '@handsel/protocol';
import type { MilestoneChangeRecord } from '../../rules/state.ts';

// As the drivers give and take them: instants and dates as text, whole numbers, no booleans. JSON is text and is read
// by whoever reads the row.

/** One row for each contract: what lists sort and filter by, and all single values. */
export interface ContractsTable {
  id: string;
  version: number;
  seq: number;
  status: ContractStatus;
  origin: 'freelancer' | 'request';
  title: string;
  description: string;
  currency: string;
  freelancer_id: string;
  freelancer_email: string;
  freelancer_name: string | null;
  freelancer_company: string | null;
  client_id: string | null;
  client_email: string;
  /** The client's e-mail address in lower case, to find by. */
  client_address: string;
  client_name: string | null;
  client_company: string | null;
  terms_version: number;
  terms_body: string;
  terms_hash: string;
  offer_ends_on: string | null;
  /** JSON: the signatures under the terms as they are. */
  signatures: string;
  payment_request_id: string | null;
  milestone_change_id: string | null;
  charge_id: string | null;
  total: number;
  paid: number;
  escrow: number;
  carried: number;
  fees: number;
  client_fees: number;
  returned: number;
  refund_amount: number | null;
  refund_requested_at: string | null;
  refund_due_at: string | null;
  hold_reason: string | null;
  end_reason: string | null;
  /** JSON. */
  policy: string;
  next_by: Role | 'nobody';
  next_action: string | null;
  next_milestone_id: string | null;
  next_until: string | null;
  milestone_number: number | null;
  milestone_count: number;
  milestone_state: MilestoneState | null;
  milestone_title: string | null;
  created_at: string;
  updated_at: string;
  sent_at: string | null;
  accepted_at: string | null;
  started_at: string | null;
  ended_at: string | null;
  expires_at: string | null;
  discarded_at: string | null;
}

/** The words a contract is found by; `side` says whose words they are, since one searches for the other. */
export interface ContractWordsTable {
  contract_id: string;
  side: 'both' | Role;
  word: string;
}

/** Every version of the terms that was ever sent, exactly as hashed. */
export interface TermsVersionsTable {
  contract_id: string;
  version: number;
  hash: string;
  document: string;
  at: string;
}

/** Every signature ever given. */
export interface SignaturesTable {
  contract_id: string;
  terms_hash: string;
  role: Role;
  name: string;
  at: string;
}

export interface MilestonesTable {
  contract_id: string;
  id: string;
  place: number;
  title: string;
  description: string;
  amount: number;
  due_on: string | null;
  state: MilestoneState;
  escrow: number;
  funded: number;
  released: number;
  carried_out: number;
  refunded: number;
  funded_at: string | null;
  submitted_at: string | null;
  auto_release_at: string | null;
  paid_at: string | null;
}

export interface PaymentRequestsTable {
  contract_id: string;
  id: string;
  milestone_id: string;
  amount: number;
  note: string;
  state: PaymentRequest['state'];
  sent_at: string;
  emailed_at: string | null;
  viewed_at: string | null;
  decided_at: string | null;
  answer: string | null;
}

export interface MilestoneChangesTable {
  contract_id: string;
  id: string;
  proposed_by: Role;
  /** JSON. */
  items: string;
  note: string;
  state: MilestoneChangeRecord['state'];
  created_at: string;
  decided_at: string | null;
}

export interface EventsTable {
  contract_id: string;
  seq: number;
  id: string;
  type: string;
  at: string;
  actor_role: Role | 'system';
  actor_name: string | null;
  /** JSON, exactly as hashed. */
  data: string;
  prev_hash: string;
  hash: string;
}
