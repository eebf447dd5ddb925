import type { Statement } from './statement.ts';

interface Rule {
  /** The invariant, in a word that can be searched for. */
  readonly rule: string;
  /** Rows that break it: `contract_id` and `detail`. */
  readonly broken: string;
}

const FINAL = `('completed', 'cancelled', 'declined', 'withdrawn', 'expired')`;

/** Minus the sum of an account's postings: what we owe there. */
const owed = (account: string): string =>
  `coalesce((select -sum(p.amount) from postings p where p.contract_id = c.id and p.account = ${account}), 0)`;

/** What entries of one template moved out of the accounts that hold money. */
const moved = (template: string, account: string): string =>
  `coalesce((select sum(p.amount) from postings p
    join entries e on e.contract_id = p.contract_id and e.id = p.entry_id
    where p.contract_id = c.id and e.template = '${template}' and p.amount > 0 and (${account})), 0)`;

const journal: readonly Rule[] = [
  {
    rule: 'entry sums to zero',
    broken: `select contract_id, entry_id as detail from postings
      group by contract_id, entry_id having sum(amount) <> 0 or count(*) < 2 or count(distinct currency) > 1`,
  },
  {
    rule: 'posting has an entry',
    broken: `select p.contract_id, p.entry_id as detail from postings p where not exists
      (select 1 from entries e where e.contract_id = p.contract_id and e.id = p.entry_id)`,
  },
  {
    rule: 'entry has postings',
    broken: `select e.contract_id, e.id as detail from entries e where not exists
      (select 1 from postings p where p.contract_id = e.contract_id and p.entry_id = e.id)`,
  },
  {
    rule: 'entry has an event',
    broken: `select e.contract_id, e.id as detail from entries e where not exists
      (select 1 from events v where v.contract_id = e.contract_id and v.seq = e.event_seq)`,
  },
  {
    rule: 'entries are numbered without a gap',
    broken: `select contract_id, cast(max(n) as text) as detail from entries
      group by contract_id having max(n) <> count(*) or min(n) <> 1`,
  },
  {
    rule: 'one currency',
    broken: `select c.id as contract_id, p.entry_id as detail from postings p
      join contracts c on c.id = p.contract_id where p.currency <> c.currency`,
  },
];

const balances: readonly Rule[] = [
  {
    rule: 'guarded balance is not negative',
    broken: `select contract_id, account as detail from accounts where guarded = 1 and balance < 0`,
  },
  {
    rule: 'balance equals postings',
    broken: `select a.contract_id, a.account as detail from accounts a where a.guarded = 1 and a.balance <>
      coalesce((select -sum(p.amount) from postings p
        where p.contract_id = a.contract_id and p.account = a.account), 0)`,
  },
  {
    rule: 'guarded balance was never negative',
    broken: `select distinct contract_id, account as detail from (
      select p.contract_id, p.account, sum(-p.amount) over (
        partition by p.contract_id, p.account order by e.n, p.amount, p.n) as owed
      from postings p
      join entries e on e.contract_id = p.contract_id and e.id = p.entry_id
      join accounts a on a.contract_id = p.contract_id and a.account = p.account and a.guarded = 1) prefix
    where owed < 0`,
  },
];

const milestones: readonly Rule[] = [
  {
    rule: 'milestone adds up',
    broken: `select contract_id, id as detail from milestones
      where funded <> escrow + released + carried_out + refunded`,
  },
  {
    rule: 'milestone escrow equals its account',
    broken: `select c.contract_id, c.id as detail from milestones c where c.escrow <> coalesce((select -sum(p.amount)
      from postings p where p.contract_id = c.contract_id and p.account = 'escrow:' || c.id), 0)`,
  },
  {
    rule: 'milestone was released once',
    broken: `select e.contract_id, e.milestone_id as detail from entries e where e.template = 'release' and e.milestone_id is not null
      group by e.contract_id, e.milestone_id having count(*) > 1`,
  },
  {
    rule: 'settled milestone holds nothing',
    broken: `select contract_id, id as detail from milestones where state in ('paid', 'refunded') and escrow <> 0`,
  },
];

const contracts: readonly Rule[] = [
  {
    rule: 'paid equals releases',
    broken: `select c.id as contract_id, cast(c.paid as text) as detail from contracts c
      where c.paid <> ${moved('release', `p.account like 'escrow:%' or p.account = 'carry'`)}
        or c.paid < coalesce((select sum(m.released) from milestones m where m.contract_id = c.id), 0)`,
  },
  {
    rule: 'carried equals its account',
    broken: `select c.id as contract_id, cast(c.carried as text) as detail from contracts c
      where c.carried <> ${owed(`'carry'`)}`,
  },
  {
    rule: 'escrow equals what is held',
    broken: `select c.id as contract_id, cast(c.escrow as text) as detail from contracts c where c.escrow <>
      c.carried + coalesce((select sum(m.escrow) from milestones m where m.contract_id = c.id), 0)`,
  },
  {
    rule: 'fees equal their account',
    broken: `select c.id as contract_id, cast(c.fees as text) as detail from contracts c
      where c.fees <> ${owed(`'fee:freelancer'`)}`,
  },
  {
    rule: 'final contract holds nothing',
    broken: `select c.id as contract_id, c.status as detail from contracts c where c.status in ${FINAL} and (
      c.escrow <> 0 or c.carried <> 0 or exists (select 1 from accounts a where a.contract_id = c.id
        and (a.account like 'escrow:%' or a.account = 'carry') and a.balance <> 0))`,
  },
  {
    rule: 'events are numbered without a gap',
    broken: `select c.id as contract_id, cast(c.seq as text) as detail from contracts c where
      c.seq <> (select count(*) from events v where v.contract_id = c.id)
      or c.seq <> coalesce((select max(v.seq) from events v where v.contract_id = c.id), 0)`,
  },
  {
    rule: 'events are chained',
    broken: `select v.contract_id, cast(v.seq as text) as detail from events v where v.seq > 1 and not exists
      (select 1 from events w where w.contract_id = v.contract_id and w.seq = v.seq - 1 and w.hash = v.prev_hash)`,
  },
  {
    rule: 'at most one charge is open',
    broken: `select contract_id, cast(count(*) as text) as detail from charges
      where status in ('pending', 'requires_confirmation') group by contract_id having count(*) > 1`,
  },
];

const RULES: readonly Rule[] = [...journal, ...balances, ...milestones, ...contracts];

/** A view of everything that is wrong with the money; it must never have a row. */
export const auditSchema: readonly Statement[] = [
  `create view ledger_audit as ${RULES.map(
    ({ rule, broken }) => `select '${rule}' as rule, contract_id, detail from (${broken}) r`,
  ).join(' union all ')}`,
];
