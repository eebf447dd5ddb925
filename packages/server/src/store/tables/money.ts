import type { ChargeRecord } from '../../rules/state.ts';

export interface ChargesTable {
  contract_id: string;
  id: string;
  /** JSON. */
  purpose: string;
  amount: number;
  into_escrow: number;
  from_carried: number;
  client_fee: number;
  initiation_fee: number;
  status: ChargeRecord['status'];
  payment_method: string;
  confirmation_url: string | null;
  failure_code: string | null;
  /** The provider's own name for it. */
  provider_ref: string | null;
  created_at: string;
}

/** Money that must leave through the payment provider. */
export interface PaymentOrdersTable {
  contract_id: string;
  id: string;
  kind: 'transfer' | 'refund';
  amount: number;
  currency: string;
  event_seq: number;
  status: 'open' | 'done' | 'failed';
  provider_ref: string | null;
  failure_code: string | null;
  created_at: string;
  decided_at: string | null;
}

export interface AccountsTable {
  contract_id: string;
  account: string;
  currency: string;
  guarded: 0 | 1;
  balance: number;
}

export interface EntriesTable {
  contract_id: string;
  id: string;
  n: number;
  template: string;
  milestone_id: string | null;
  event_seq: number;
  at: string;
}

export interface PostingsTable {
  contract_id: string;
  entry_id: string;
  n: number;
  account: string;
  currency: string;
  amount: number;
}

/** What is wrong with the money: no row, ever. */
export interface LedgerAuditView {
  rule: string;
  contract_id: string;
  detail: string;
}
