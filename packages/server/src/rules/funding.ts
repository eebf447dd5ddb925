import { type MilestoneId, Refusal } from '@handsel/protocol';
import type { ChargeOutcome } from './command.ts';
import { type FundingQuote, quoteFunding, quoteParts } from './figures.ts';
import { fundEntry } from './ledger.ts';
import { concludeChange, openRevision } from './milestone-changes.ts';
import { inProgress, openCharge } from './milestones.ts';
import type { ChargePurpose, ChargeRecord } from './state.ts';
import type { Step } from './step.ts';

/** Pays the next milestone, or all that wait for money. */
export function fund(step: Step, scope: 'next' | 'all', paymentMethod: string): void {
  const quote = quoteFunding(step.contract, scope);
  startCharge(step, quote, { kind: 'fund', milestoneIds: quote.milestoneIds }, paymentMethod);
}

/** Agrees to the open proposal; where it raises what is held, the difference is charged before anything changes. */
export function acceptChange(step: Step, paymentMethod: string | undefined): void {
  const { contract, context } = step;
  const { change, raised } = openRevision(contract, context.newId);
  if (raised.length === 0) return concludeChange(step);
  const quote = quoteParts(contract, raised);
  if (quote.amount > 0 && paymentMethod === undefined) {
    const message = 'This raises what is held, so it needs a payment method.';
    throw new Refusal('VALIDATION', { errors: [{ pointer: '/paymentMethod', code: 'required', message }] });
  }
  startCharge(step, quote, { kind: 'change', milestoneChangeId: change.id }, paymentMethod ?? '');
}

/** Notes that a charge is wanted; one that needs nothing from outside is settled at once. */
export function startCharge(step: Step, quote: FundingQuote, purpose: ChargePurpose, paymentMethod: string): void {
  const { context } = step;
  const { amount, intoEscrow, fromCarried, clientFee, initiationFee } = quote;
  const charge: ChargeRecord = {
    id: context.newId('chg'),
    purpose,
    amount,
    intoEscrow,
    fromCarried,
    clientFee,
    initiationFee,
    status: 'pending',
    paymentMethod,
    confirmationUrl: null,
    failureCode: null,
    createdAt: context.now,
  };
  step.change({ charge });
  if (amount === 0) return succeed(step, charge);
  step.tell('charge.started', { ...chargeFacts(step, charge), milestoneIds: quote.milestoneIds });
}

/** Takes the provider's answer to the open charge. */
export function settleCharge(step: Step, outcome: ChargeOutcome): void {
  const charge = openCharge(step.contract);
  if (!charge) return;
  switch (outcome.status) {
    case 'succeeded':
      return succeed(step, charge);
    case 'failed':
      return fail(step, charge, outcome.failureCode);
    case 'requires_confirmation':
      return step.change({ charge: { ...charge, ...outcome } });
  }
}

function fail(step: Step, charge: ChargeRecord, failureCode: string): void {
  step.change({ charge: { ...charge, status: 'failed', failureCode, confirmationUrl: null } });
  step.tell('charge.failed', chargeFacts(step, charge));
  step.mail('charge_failed', 'client', { amount: charge.amount, failureCode });
}

// What it pays for, not what it costs: both sides read events, and cards and fees are the client's business.
function chargeFacts(step: Step, { id, intoEscrow, fromCarried }: ChargeRecord) {
  return { chargeId: id, amount: step.money(intoEscrow + fromCarried) };
}

function succeed(step: Step, charge: ChargeRecord): void {
  const { contract } = step;
  const first = contract.startedAt === null;
  const parts = partsOf(step, charge);
  step.change({
    charge: { ...charge, status: 'succeeded', confirmationUrl: null },
    carried: contract.carried - charge.fromCarried,
    clientFees: contract.clientFees + charge.clientFee,
  });
  if (charge.amount > 0) step.tell('charge.succeeded', chargeFacts(step, charge));
  if (charge.purpose.kind === 'change') concludeChange(step);
  for (const { milestoneId, amount } of parts) receive(step, milestoneId, amount);
  if (parts.length > 0) step.post(fundEntry({ ...charge, parts }));
  if (first) start(step);
  if (charge.purpose.kind === 'fund') activateNext(step, new Set(charge.purpose.milestoneIds));
  sayFunded(step, charge, parts);
}

function partsOf({ contract, context }: Step, { purpose }: ChargeRecord): Parts {
  if (purpose.kind === 'change') return openRevision(contract, context.newId).raised;
  return contract.milestones
    .filter(({ id }) => purpose.milestoneIds.includes(id))
    .map(({ id, amount }) => ({ milestoneId: id, amount }));
}

type Parts = readonly { readonly milestoneId: MilestoneId; readonly amount: number }[];

function receive(step: Step, milestoneId: MilestoneId, amount: number): void {
  const { title, funded, escrow, fundedAt } = step.milestone(milestoneId);
  step.changeMilestone(milestoneId, {
    funded: funded + amount,
    escrow: escrow + amount,
    fundedAt: fundedAt ?? step.context.now,
  });
  step.tell('milestone.funded', { milestoneId, title, amount: step.money(amount) });
}

function start(step: Step): void {
  step.change({ status: 'active', startedAt: step.context.now, expiresAt: null });
  step.tell('contract.activated');
}

function sayFunded(step: Step, charge: ChargeRecord, parts: Parts): void {
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const only = parts.length === 1 ? parts[0] : undefined;
  const facts = { amount, milestone: only ? step.milestone(only.milestoneId).title : null };
  // Of an accepted change the freelancer hears as such.
  if (charge.purpose.kind === 'fund') step.mail('contract_funded_freelancer', 'freelancer', facts);
  step.mail('contract_funded_client', 'client', { ...facts, charged: charge.amount });
}

/**
 * Lets the next milestones that hold money be worked on, as many at once as the policy allows.
 * Those just funded need no event of their own for it: `milestone.funded` says so.
 */
export function activateNext(step: Step, told: ReadonlySet<MilestoneId> = new Set()): void {
  const { contract } = step;
  let room = contract.policy.maxActiveMilestones - inProgress(contract).length;
  for (const { id, title, state, escrow } of contract.milestones) {
    if (room <= 0) return;
    if (state !== 'planned' || escrow === 0) continue;
    step.changeMilestone(id, { state: 'active' });
    if (!told.has(id)) step.tell('milestone.activated', { milestoneId: id, title });
    room -= 1;
  }
}
