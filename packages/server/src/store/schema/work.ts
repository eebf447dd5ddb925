import type { Statement } from './statement.ts';

// `contract_id` is empty where something belongs to no contract: it is part of the key, and a key has no nulls.

/** What is still to be done, and what must not be done twice. */
export const workSchema: readonly Statement[] = [
  `create table jobs (
    contract_id {text} not null,
    id {text} not null,
    kind {text} not null,
    subject {text} not null,
    data {text} not null,
    run_at {instant} not null,
    tries {int} not null default 0 check (tries >= 0),
    lease {text},
    lease_until {instant},
    done_at {instant},
    dead_at {instant},
    last_error {text},
    created_at {instant} not null,
    primary key (contract_id, id)
  ) {strict}`,
  'create index jobs_waiting on jobs (run_at) where done_at is null and dead_at is null',
  `create table mails (
    contract_id {text} not null,
    id {text} not null,
    template {text} not null,
    to_email {text} not null,
    subject {text} not null,
    text {text} not null,
    html {text} not null,
    created_at {instant} not null,
    run_at {instant} not null,
    tries {int} not null default 0 check (tries >= 0),
    lease {text},
    lease_until {instant},
    sent_at {instant},
    dead_at {instant},
    last_error {text},
    primary key (contract_id, id)
  ) {strict}`,
  'create index mails_waiting on mails (run_at) where sent_at is null and dead_at is null',
  'create index mails_newest on mails (created_at, id)',
  `create table consents (
    contract_id {text} not null references contracts (id),
    token_hash {text} not null,
    party_id {text} not null,
    command {text} not null,
    fingerprint {text} not null,
    contract_version {int} not null,
    created_at {instant} not null,
    expires_at {instant} not null,
    used_at {instant},
    primary key (contract_id, token_hash)
  ) {strict}`,
  `create table idempotency_keys (
    scope {text} not null,
    key {text} not null,
    fingerprint {text} not null,
    status {text} not null check (status in ('running', 'done')),
    body {text},
    contract_id {text},
    ref {text},
    created_at {instant} not null,
    primary key (scope, key)
  ) {strict}`,
  'create index idempotency_keys_of_ref on idempotency_keys (ref)',
  'create index idempotency_keys_by_age on idempotency_keys (created_at)',
  `create table rate_windows (
    key {text} not null,
    n {int} not null,
    taken {int} not null check (taken > 0),
    ends_at {instant} not null,
    primary key (key, n)
  ) {strict}`,
  'create index rate_windows_by_end on rate_windows (ends_at)',
];
