import type { Role } from '@handsel/protocol';

export interface PartiesTable {
  id: string;
  email: string;
  name: string | null;
  company: string | null;
  currency: string;
  /** Since when this person may write contracts; null for somebody who only is a client. */
  freelancer_since: string | null;
  /** The payment provider's account this freelancer is paid to; null while none is connected. */
  payment_account: string | null;
  created_at: string;
  updated_at: string;
}

export interface ApiKeysTable {
  hash: string;
  kind: 'publishable' | 'secret';
  party_id: string;
  /** JSON; null for any. */
  origins: string | null;
  label: string;
  last4: string;
  /** The key itself where it stands in public pages anyway; null for a secret one. */
  public_value: string | null;
  created_at: string;
  revoked_at: string | null;
}

export interface SessionsTable {
  token_hash: string;
  kind: 'embedded' | 'hosted' | 'trusted';
  role: Role;
  party_id: string | null;
  contract_id: string | null;
  /** JSON; null for any. */
  origins: string | null;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
}

export interface EmailCodesTable {
  id: string;
  purpose: 'signin' | 'invitation';
  subject: string;
  code_hash: string;
  tries: number;
  sent_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface InvitationsTable {
  contract_id: string;
  token_hash: string;
  email: string;
  status: 'sent' | 'verified' | 'accepted' | 'replaced' | 'withdrawn' | 'expired';
  sent_at: string;
  verified_at: string | null;
  expires_at: string;
}
