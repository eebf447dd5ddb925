import { appendOnly, refuseChange, type Statement } from './statement.ts';

// Every child row carries its contract's id as the first part of its key, so that a database spread over many
// machines can keep a contract and all that belongs to it on one of them.

const contracts: readonly Statement[] = [
  `create table contracts (
    id {text} not null primary key,
    version {int} not null check (version > 0),
    seq {int} not null check (seq >= 0),
    status {text} not null check (status in ('draft', 'pending_acceptance', 'pending_funding', 'active', 'paused',
      'ending', 'in_dispute', 'completed', 'cancelled', 'declined', 'withdrawn', 'expired')),
    origin {text} not null check (origin in ('freelancer', 'request')),
    title {text} not null,
    description {text} not null,
    currency {text} not null check (length(currency) = 3),
    freelancer_id {text} not null references parties (id),
    freelancer_email {text} not null,
    freelancer_name {text},
    freelancer_company {text},
    client_id {text} references parties (id),
    client_email {text} not null,
    client_address {text} not null,
    client_name {text},
    client_company {text},
    terms_version {int} not null check (terms_version > 0),
    terms_body {text} not null,
    terms_hash {text} not null,
    offer_ends_on {text},
    signatures {text} not null,
    payment_request_id {text},
    milestone_change_id {text},
    charge_id {text},
    total {int} not null check (total >= 0),
    paid {int} not null check (paid >= 0),
    escrow {int} not null check (escrow >= 0),
    carried {int} not null check (carried >= 0),
    fees {int} not null check (fees >= 0),
    client_fees {int} not null check (client_fees >= 0),
    returned {int} not null check (returned >= 0),
    refund_amount {int} check (refund_amount >= 0),
    refund_requested_at {instant},
    refund_due_at {instant},
    hold_reason {text},
    end_reason {text},
    policy {text} not null,
    next_by {text} not null check (next_by in ('freelancer', 'client', 'nobody')),
    next_action {text},
    next_milestone_id {text},
    next_until {instant},
    milestone_number {int},
    milestone_count {int} not null check (milestone_count >= 0),
    milestone_state {text},
    milestone_title {text},
    created_at {instant} not null,
    updated_at {instant} not null,
    sent_at {instant},
    accepted_at {instant},
    started_at {instant},
    ended_at {instant},
    expires_at {instant},
    discarded_at {instant},
    unique (id, currency)
  ) {strict}`,
  'create index contracts_of_freelancer on contracts (freelancer_id, updated_at, id)',
  'create index contracts_of_address on contracts (client_address, updated_at, id)',
  // Finding is done on words cut in code: the engines' own search tables cut them differently.
  `create table contract_words (
    contract_id {text} not null references contracts (id),
    side {text} not null check (side in ('both', 'freelancer', 'client')),
    word {text} not null,
    primary key (contract_id, word, side)
  ) {strict}`,
  // A word that few contracts have leads to them; without this, every word of everybody would be looked at.
  'create index contract_words_by_word on contract_words (word, contract_id)',
];

const terms: readonly Statement[] = [
  `create table terms_versions (
    contract_id {text} not null references contracts (id),
    version {int} not null check (version > 0),
    hash {text} not null,
    document {text} not null,
    at {instant} not null,
    primary key (contract_id, version),
    unique (contract_id, hash)
  ) {strict}`,
  ...appendOnly('terms_versions'),
  // Nobody can have signed what was not kept.
  `create table signatures (
    contract_id {text} not null references contracts (id),
    terms_hash {text} not null,
    role {text} not null check (role in ('freelancer', 'client')),
    name {text} not null,
    at {instant} not null,
    primary key (contract_id, terms_hash, role),
    foreign key (contract_id, terms_hash) references terms_versions (contract_id, hash)
  ) {strict}`,
  ...appendOnly('signatures'),
];

const milestones: Statement = `create table milestones (
    contract_id {text} not null references contracts (id),
    id {text} not null,
    place {int} not null check (place >= 0),
    title {text} not null,
    description {text} not null,
    amount {int} not null check (amount > 0),
    due_on {text},
    state {text} not null check (state in ('planned', 'active', 'submitted', 'changes_requested', 'paid', 'refunded',
      'in_dispute')),
    escrow {int} not null check (escrow >= 0),
    funded {int} not null check (funded >= 0),
    released {int} not null check (released >= 0),
    carried_out {int} not null check (carried_out >= 0),
    refunded {int} not null check (refunded >= 0),
    funded_at {instant},
    submitted_at {instant},
    auto_release_at {instant},
    paid_at {instant},
    primary key (contract_id, id),
    check (funded = escrow + released + carried_out + refunded),
    check (state not in ('paid', 'refunded') or escrow = 0)
  ) {strict}`;

const requests: readonly Statement[] = [
  `create table payment_requests (
    contract_id {text} not null references contracts (id),
    id {text} not null,
    milestone_id {text} not null,
    amount {int} not null check (amount > 0),
    note {text} not null,
    state {text} not null check (state in ('sent', 'viewed', 'changes_requested', 'withdrawn', 'cancelled', 'disputed',
      'paid', 'auto_paid')),
    sent_at {instant} not null,
    emailed_at {instant},
    viewed_at {instant},
    decided_at {instant},
    answer {text},
    primary key (contract_id, id),
    foreign key (contract_id, milestone_id) references milestones (contract_id, id)
  ) {strict}`,
  `create table milestone_changes (
    contract_id {text} not null references contracts (id),
    id {text} not null,
    proposed_by {text} not null check (proposed_by in ('freelancer', 'client')),
    items {text} not null,
    note {text} not null,
    state {text} not null check (state in ('open', 'accepted', 'rejected', 'withdrawn', 'superseded')),
    created_at {instant} not null,
    decided_at {instant},
    primary key (contract_id, id)
  ) {strict}`,
];

const payments: readonly Statement[] = [
  `create table charges (
    contract_id {text} not null references contracts (id),
    id {text} not null,
    purpose {text} not null,
    amount {int} not null check (amount >= 0),
    into_escrow {int} not null check (into_escrow >= 0),
    from_carried {int} not null check (from_carried >= 0),
    client_fee {int} not null check (client_fee >= 0),
    initiation_fee {int} not null check (initiation_fee >= 0),
    status {text} not null check (status in ('pending', 'requires_confirmation', 'succeeded', 'failed')),
    payment_method {text} not null,
    confirmation_url {text},
    failure_code {text},
    provider_ref {text},
    created_at {instant} not null,
    primary key (contract_id, id)
  ) {strict}`,
  // Two open charges would pay twice for one milestone.
  `create unique index charges_open on charges (contract_id) where status in ('pending', 'requires_confirmation')`,
  `create table payment_orders (
    contract_id {text} not null references contracts (id),
    id {text} not null,
    kind {text} not null check (kind in ('transfer', 'refund')),
    amount {int} not null check (amount > 0),
    currency {text} not null,
    event_seq {int} not null,
    status {text} not null check (status in ('open', 'done', 'failed')),
    provider_ref {text},
    failure_code {text},
    created_at {instant} not null,
    decided_at {instant},
    primary key (contract_id, id)
  ) {strict}`,
];

const CHAIN = `new.seq > 1 and not exists (select 1 from events
  where contract_id = new.contract_id and seq = new.seq - 1 and hash = new.prev_hash)`;

const events: readonly Statement[] = [
  `create table events (
    contract_id {text} not null references contracts (id),
    seq {int} not null check (seq > 0),
    id {text} not null,
    type {text} not null,
    at {instant} not null,
    actor_role {text} not null check (actor_role in ('freelancer', 'client', 'system')),
    actor_name {text},
    data {text} not null,
    prev_hash {text} not null,
    hash {text} not null,
    primary key (contract_id, seq)
  ) {strict}`,
  {
    sqlite: `create trigger events_chain before insert on events when ${CHAIN} begin
      select raise(abort, 'event does not follow the one before'); end`,
    postgres: `create function follow_event() returns trigger language plpgsql as $$
      begin if ${CHAIN} then raise exception 'event does not follow the one before'; end if; return new; end $$`,
  },
  { postgres: 'create trigger events_chain before insert on events for each row execute function follow_event()' },
  ...appendOnly('events'),
];

/** Contracts, and everything that belongs to one of them but its money. */
export const contractSchema: readonly Statement[] = [
  refuseChange,
  ...contracts,
  ...terms,
  milestones,
  ...requests,
  ...payments,
  ...events,
];
