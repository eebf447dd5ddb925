import type { Statement } from './statement.ts';

/** People, and everything that lets them in. Secrets are kept as SHA-256 only. */
export const partySchema: readonly Statement[] = [
  `create table parties (
    id {text} not null primary key,
    email {text} not null unique check (email = lower(email)),
    name {text},
    company {text},
    currency {text} not null check (length(currency) = 3),
    freelancer_since {instant},
    payment_account {text},
    created_at {instant} not null,
    updated_at {instant} not null
  ) {strict}`,
];

/** Keys, sessions, codes and invitations. */
export const identitySchema: readonly Statement[] = [
  `create table api_keys (
    hash {text} not null primary key,
    kind {text} not null check (kind in ('publishable', 'secret')),
    party_id {text} not null references parties (id),
    origins {text},
    label {text} not null,
    last4 {text} not null,
    public_value {text},
    created_at {instant} not null,
    revoked_at {instant},
    check (kind = 'publishable' or public_value is null)
  ) {strict}`,
  'create index api_keys_of_party on api_keys (party_id)',
  `create table sessions (
    token_hash {text} not null primary key,
    kind {text} not null check (kind in ('embedded', 'hosted', 'trusted')),
    role {text} not null check (role in ('freelancer', 'client')),
    party_id {text} references parties (id),
    contract_id {text},
    origins {text},
    created_at {instant} not null,
    expires_at {instant} not null,
    revoked_at {instant}
  ) {strict}`,
  'create index sessions_by_end on sessions (expires_at)',
  `create table email_codes (
    id {text} not null primary key,
    purpose {text} not null check (purpose in ('signin', 'invitation')),
    subject {text} not null,
    code_hash {text} not null,
    tries {int} not null default 0 check (tries >= 0),
    sent_at {instant} not null,
    expires_at {instant} not null,
    used_at {instant}
  ) {strict}`,
  'create index email_codes_of_subject on email_codes (purpose, subject)',
  `create table invitations (
    contract_id {text} not null references contracts (id),
    token_hash {text} not null,
    email {text} not null,
    status {text} not null check (status in ('sent', 'verified', 'accepted', 'replaced', 'withdrawn', 'expired')),
    sent_at {instant} not null,
    verified_at {instant},
    expires_at {instant} not null,
    primary key (contract_id, token_hash)
  ) {strict}`,
  'create index invitations_by_token on invitations (token_hash)',
];
