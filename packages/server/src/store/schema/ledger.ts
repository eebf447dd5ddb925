import { appendOnly, type Statement } from './statement.ts';

// The entry is the seal: postings are written first, their entry last. The entry refuses postings that do not add up
// to nothing; a sealed entry refuses more postings; postings without an entry die at commit, by the deferred key.

const tables: readonly Statement[] = [
  // A balance is kept where it must not fall below nothing: what we owe somebody. Credits raise it.
  `create table accounts (
    contract_id {text} not null,
    account {text} not null,
    currency {text} not null,
    guarded {int} not null check (guarded in (0, 1)),
    balance {int} not null default 0,
    primary key (contract_id, account),
    unique (contract_id, account, currency),
    foreign key (contract_id, currency) references contracts (id, currency),
    check (guarded = 0 or balance >= 0),
    check (guarded = 1 or balance = 0)
  ) {strict}`,
  `create table entries (
    contract_id {text} not null,
    id {text} not null,
    n {int} not null check (n > 0),
    template {text} not null,
    milestone_id {text},
    event_seq {int} not null,
    at {instant} not null,
    primary key (contract_id, id),
    unique (contract_id, n),
    foreign key (contract_id, event_seq) references events (contract_id, seq),
    foreign key (contract_id, milestone_id) references milestones (contract_id, id)
  ) {strict}`,
  `create table postings (
    contract_id {text} not null,
    entry_id {text} not null,
    n {int} not null check (n > 0),
    account {text} not null,
    currency {text} not null,
    amount {int} not null check (amount <> 0),
    primary key (contract_id, entry_id, n),
    foreign key (contract_id, account, currency) references accounts (contract_id, account, currency),
    foreign key (contract_id, entry_id) references entries (contract_id, id) deferrable initially deferred
  ) {strict}`,
  'create index postings_of_account on postings (contract_id, account)',
];

const UNBALANCED = `(select count(*) from postings where contract_id = new.contract_id and entry_id = new.id) < 2
  or exists (select 1 from postings where contract_id = new.contract_id and entry_id = new.id
    group by currency having sum(amount) <> 0)`;

const SEALED = `exists (select 1 from entries where contract_id = new.contract_id and id = new.entry_id)`;

const KEEP_BALANCE = `update accounts set balance = balance - new.amount
  where contract_id = new.contract_id and account = new.account and guarded = 1;`;

const sqliteTriggers: readonly Statement[] = [
  {
    sqlite: `create trigger entries_sum before insert on entries when ${UNBALANCED} begin
      select raise(abort, 'entry does not sum to zero'); end`,
  },
  {
    sqlite: `create trigger postings_sealed before insert on postings when ${SEALED} begin
      select raise(abort, 'entry is sealed'); end`,
  },
  { sqlite: `create trigger postings_balance after insert on postings begin ${KEEP_BALANCE} end` },
  {
    sqlite: `create trigger accounts_fixed before update on accounts
      when new.contract_id <> old.contract_id or new.account <> old.account or new.currency <> old.currency
        or new.guarded <> old.guarded
      begin select raise(abort, 'only the balance of an account changes'); end`,
  },
  {
    sqlite: `create trigger accounts_no_delete before delete on accounts begin
      select raise(abort, 'accounts are never removed'); end`,
  },
];

const postgresFunctions: readonly Statement[] = [
  {
    postgres: `create function seal_entry() returns trigger language plpgsql as $$
      begin if ${UNBALANCED} then raise exception 'entry does not sum to zero'; end if; return new; end $$`,
  },
  // Another session's entry is invisible until it commits, so its seal is too: who posts to one entry takes turns.
  {
    postgres: `create function take_posting() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(new.contract_id || ' ' || new.entry_id, 0));
        if ${SEALED} then raise exception 'entry is sealed'; end if; return new; end $$`,
  },
  {
    postgres: `create function keep_balance() returns trigger language plpgsql as $$
      begin ${KEEP_BALANCE} return null; end $$`,
  },
  // A transaction that looks at an older moment sees no seal even then: sum once more before its commit.
  {
    postgres: `create function sum_entry() returns trigger language plpgsql as $$
      begin if exists (select 1 from postings where contract_id = new.contract_id and entry_id = new.entry_id
        group by currency having sum(amount) <> 0)
      then raise exception 'entry does not sum to zero'; end if; return null; end $$`,
  },
  {
    postgres: `create function fix_account() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (new.contract_id, new.account, new.currency, new.guarded)
          = (old.contract_id, old.account, old.currency, old.guarded) then return new; end if;
        raise exception 'only the balance of an account changes';
      end $$`,
  },
];

const postgresTriggers: readonly Statement[] = [
  { postgres: 'create trigger entries_sum before insert on entries for each row execute function seal_entry()' },
  { postgres: 'create trigger postings_sealed before insert on postings for each row execute function take_posting()' },
  { postgres: 'create trigger postings_balance after insert on postings for each row execute function keep_balance()' },
  {
    postgres: `create constraint trigger postings_sum after insert on postings deferrable initially deferred
      for each row execute function sum_entry()`,
  },
  {
    postgres: `create trigger accounts_fixed before update or delete on accounts
      for each row execute function fix_account()`,
  },
];

/** The journal: accounts, entries and postings that cannot be changed, and must add up. */
export const ledgerSchema: readonly Statement[] = [
  ...tables,
  ...sqliteTriggers,
  ...postgresFunctions,
  ...postgresTriggers,
  ...appendOnly('entries'),
  ...appendOnly('postings'),
];
