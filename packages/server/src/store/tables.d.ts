import type { ContractStatus, MilestoneState, PaymentRequest, Role } from '@handsel/protocol';
import type { ChargeRecord, MilestoneChangeRecord } from '../rules/state.ts';
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
    /** What it tells of, such as a request for payment. */
    ref: string | null;
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
    http_status: number | null;
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
/** Every table and view, for Kysely. */
export interface Tables {
    contracts: ContractsTable;
    contract_words: ContractWordsTable;
    terms_versions: TermsVersionsTable;
    signatures: SignaturesTable;
    milestones: MilestonesTable;
    payment_requests: PaymentRequestsTable;
    milestone_changes: MilestoneChangesTable;
    charges: ChargesTable;
    payment_orders: PaymentOrdersTable;
    events: EventsTable;
    accounts: AccountsTable;
    entries: EntriesTable;
    postings: PostingsTable;
    ledger_audit: LedgerAuditView;
    parties: PartiesTable;
    api_keys: ApiKeysTable;
    sessions: SessionsTable;
    email_codes: EmailCodesTable;
    invitations: InvitationsTable;
    jobs: JobsTable;
    mails: MailsTable;
    consents: ConsentsTable;
    idempotency_keys: IdempotencyKeysTable;
    rate_windows: RateWindowsTable;
}
//# sourceMappingURL=tables.d.ts.map