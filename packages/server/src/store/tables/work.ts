export interface JobsTable {
  /** Empty when it belongs to no contract. */
  contract_id: string;
  id: string;
  kind: string;
  subject: string;
  /** JSON. */
  data: string;
  run_at: string;
  tries: number;
  lease: string | null;
  lease_until: string | null;
  done_at: string | null;
  dead_at: string | null;
  last_error: string | null;
  created_at: string;
}

export interface MailsTable {
  /** Empty when it belongs to no contract. */
  contract_id: string;
  id: string;
  template: string;
  to_email: string;
  subject: string;
  text: string;
  html: string;
  created_at: string;
  run_at: string;
  tries: number;
  lease: string | null;
  lease_until: string | null;
  sent_at: string | null;
  dead_at: string | null;
  last_error: string | null;
}

export interface ConsentsTable {
  contract_id: string;
  token_hash: string;
  party_id: string;
  command: string;
  fingerprint: string;
  contract_version: number;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface IdempotencyKeysTable {
  scope: string;
  key: string;
  fingerprint: string;
  status: 'running' | 'done';
  body: string | null;
  contract_id: string | null;
  ref: string | null;
  created_at: string;
}

/** How often something was done in one stretch of time. */
export interface RateWindowsTable {
  key: string;
  n: number;
  taken: number;
  ends_at: string;
}
