import { createHash } from 'node:crypto';
import {
  addDays,
  canonicalJson,
  type ContractDraft,
  DEFAULT_POLICY,
  type Instant,
  type MilestoneDraft,
  type MilestoneId,
  type Policy,
} from '@handsel/protocol';
import type { Doer } from '../chart.ts';
import type { ChargeOutcome, Command } from '../command.ts';
import { createContract } from '../create.ts';
import { decide } from '../decide.ts';
import type { Decision, RuleContext } from '../decision.ts';
import type { ContractRecord, MilestoneRecord } from '../state.ts';
import { termsDocument } from '../terms-document.ts';
import { Books } from './books.ts';
import { checkStep } from './checks.ts';

/** Where every play begins in time: a Friday. */
export const START = '2026-11-20T09:30:00.000Z';

/** What a play may be told. */
export interface PlayOptions {
  readonly draft?: Partial<ContractDraft>;
  /** Milestones of these amounts, in minor units. */
  readonly amounts?: readonly number[];
  readonly currency?: string;
  readonly policy?: Partial<Omit<Policy, 'fees'>> & { readonly fees?: Partial<Policy['fees']> };
  readonly origin?: ContractRecord['origin'];
}

/** A draft of milestones with these amounts, called "Step 1", "Step 2" and so on. */
export function draftOf({ draft, amounts = [120_000, 80_000], currency = 'USD' }: PlayOptions = {}): ContractDraft {
  const milestones: MilestoneDraft[] = amounts.map((amount, index) => ({
    title: `Step ${index + 1}`,
    amount: { amount, currency },
  }));
  const client = { email: 'Kim@arden.example', name: 'Kim Arden' };
  return { client, title: 'A website', description: 'Five pages.', currency, milestones, ...draft };
}

/** One contract, played by both sides and the clock as the shell would, with its books; every step is checked. */
export class Play {
  contract: ContractRecord;
  books: Books;
  now: Instant = START;
  /** What the last command came to. */
  last: Decision;
  ids = 0;

  constructor(options: PlayOptions = {}) {
    const fees = { ...DEFAULT_POLICY.fees, ...options.policy?.fees };
    const policy = { ...DEFAULT_POLICY, ...options.policy, fees };
    const freelancer = { partyId: 'pty_rin', email: 'rin@vale.example', name: 'Rin Vale', company: null } as const;
    this.books = new Books();
    const origin = options.origin ?? 'freelancer';
    const by = origin === 'request' ? 'client' : 'freelancer';
    this.last = createContract(draftOf(options), origin, freelancer, policy, this.context(by));
    this.contract = seal(this.last.contract);
  }

  /** The same play from here on, on its own. */
  fork(): Play {
    const copy = Object.assign(Object.create(Play.prototype) as Play, this);
    copy.books = this.books.copy();
    return copy;
  }

  context(role: Doer): RuleContext {
    const name = { freelancer: 'Rin Vale', client: 'Kim Arden', system: null }[role];
    return { now: this.now, actor: { role, name }, newId: (prefix) => `${prefix}_${++this.ids}` };
  }

  /** Decides a command, checks what must hold, posts it, and goes on from there. */
  as(role: Doer, command: Command): this {
    const before = frozen(this.contract);
    const decision = decide(before, command, this.context(role));
    this.contract = seal(decision.contract);
    this.books.post(decision.entries);
    this.last = decision;
    checkStep(before, command, this);
    return this;
  }

  after({ days }: { readonly days: number }): this {
    this.now = addDays(this.now, days);
    return this;
  }

  /** The milestone at that place, counted from one as people do. */
  step(number: number): MilestoneRecord {
    const milestone = this.contract.milestones[number - 1];
    if (!milestone) throw new Error(`There is no step ${number}.`);
    return milestone;
  }

  id(number: number): MilestoneId {
    return this.step(number).id;
  }

  send(): this {
    return this.as('freelancer', {
      name: 'contracts.send',
      termsHash: this.contract.terms.hash,
      signature: 'Rin Vale',
    });
  }

  accept(): this {
    return this.as('client', { name: 'contracts.accept', termsHash: this.contract.terms.hash, signature: 'Kim Arden' });
  }

  charge(scope: 'next' | 'all' = 'next'): this {
    return this.as('client', { name: 'contracts.fund', scope, paymentMethod: 'pm_sim_success_visa' });
  }

  settle(outcome: ChargeOutcome = { status: 'succeeded' }): this {
    const { charge } = this.contract;
    if (!charge) throw new Error('There is no charge.');
    return this.as('system', { name: 'charge.settled', chargeId: charge.id, outcome });
  }

  fund(scope: 'next' | 'all' = 'next'): this {
    this.charge(scope);
    return this.contract.charge?.status === 'pending' ? this.settle() : this;
  }

  request(number = 1, note = 'It is done.'): this {
    return this.as('freelancer', { name: 'paymentRequests.create', milestoneId: this.id(number), note });
  }

  approve(number: number, amount = this.step(number).escrow, rest: { end?: boolean; why?: string } = {}): this {
    return this.as('client', {
      name: 'milestones.approve',
      milestoneId: this.id(number),
      amount,
      underpaymentReason: rest.why ?? (amount < this.step(number).escrow ? 'Half of it is missing.' : undefined),
      end: rest.end,
    });
  }
}

/** Hashes the terms as the shell does, as long as they may still change. */
function seal(contract: ContractRecord): ContractRecord {
  if (contract.status !== 'draft' && contract.status !== 'pending_acceptance') return contract;
  const hash = createHash('sha256')
    .update(canonicalJson(termsDocument(contract)))
    .digest('hex');
  const signatures = contract.signatures.map((each) => (each.termsHash === '' ? { ...each, termsHash: hash } : each));
  return { ...contract, signatures, terms: { ...contract.terms, hash } };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
