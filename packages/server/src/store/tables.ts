import type {
  ContractWordsTable,
  ContractsTable,
  EventsTable,
  MilestoneChangesTable,
  MilestonesTable,
  PaymentRequestsTable,
  SignaturesTable,
  TermsVersionsTable,
} from './tables/contracts.ts';
import type {
  AccountsTable,
  ChargesTable,
  EntriesTable,
  LedgerAuditView,
  PaymentOrdersTable,
  PostingsTable,
} from './tables/money.ts';
import type {
  ApiKeysTable,
  EmailCodesTable,
  InvitationsTable,
  PartiesTable,
  SessionsTable,
} from './tables/identity.ts';
import type { ConsentsTable, IdempotencyKeysTable, JobsTable, MailsTable, RateWindowsTable } from './tables/work.ts';

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
