import assert from 'node:assert/strict';
import { Contract, EVENT_TYPES } from '@handsel/protocol';
import * as z from 'zod/mini';
import { actionsFor } from '../actions.ts';
import { type Chart, leads, NOWHERE } from '../chart.ts';
import type { Command } from '../command.ts';
import { CONTRACT_CHART, isOver } from '../contract-chart.ts';
import { deadlinesOf } from '../deadlines.ts';
import { figuresOf } from '../figures.ts';
import { ACCOUNTS, escrowOf } from '../ledger.ts';
import { MILESTONE_CHART } from '../milestone-chart.ts';
import { heldIn, inProgress, openCharge, openRequest } from '../milestones.ts';
import { nextStep } from '../next.ts';
import { PAYMENT_REQUEST_CHART } from '../payment-request-chart.ts';
import type { ContractRecord } from '../state.ts';
import { viewOf } from '../view.ts';
import type { Play } from './play.ts';

/** Every move of every chart that any play has made, for the test that all of them were made. */
export const seen = new Set<string>();

/** Names one move of a chart. */
export function moveName(chart: string, command: string, from: string, to: string): string {
  return `${chart}: ${from} --${command}--> ${to}`;
}

/** Asserts all that must hold after any step, whatever it was. */
export function checkStep(before: ContractRecord, command: Command, play: Play): void {
  const { contract, last } = play;
  assert.equal(contract.version, before.version + 1, 'one version for each step');
  assert.equal(contract.updatedAt, play.now);
  for (const { type } of last.events) assert.ok(EVENT_TYPES.includes(type));
  checkMoves(before, command, contract);
  checkMilestones(contract, play);
  checkBooks(contract, play);
  checkOrders(before, play);
  checkState(contract);
  checkNext(contract, play);
  for (const viewer of ['freelancer', 'client'] as const) {
    const view = viewOf(contract, viewer, { url: 'u', simulated: true, credential: 'hosted', now: play.now });
    assert.ok(z.safeParse(Contract, view).success, `the ${viewer}'s view is a contract`);
  }
}

function checkMoves(before: ContractRecord, { name }: Command, after: ContractRecord): void {
  const check = <State extends string>(
    chart: Chart<State>,
    from: State | typeof NOWHERE,
    to: State | typeof NOWHERE,
  ) => {
    if (from === to && !leads(chart, from, name, to)) return;
    assert.ok(leads(chart, from, name, to), moveName(chart.name, name, from, to));
    seen.add(moveName(chart.name, name, from, to));
  };
  check(CONTRACT_CHART, before.status, after.status);
  const was = new Map(before.milestones.map(({ id, state }) => [id, state]));
  for (const { id, state } of after.milestones) check(MILESTONE_CHART, was.get(id) ?? NOWHERE, state);
  const kept = new Set(after.milestones.map(({ id }) => id));
  for (const { id, state } of before.milestones) if (!kept.has(id)) check(MILESTONE_CHART, state, NOWHERE);
  const { paymentRequest } = after;
  if (!paymentRequest) return;
  const same = before.paymentRequest?.id === paymentRequest.id ? before.paymentRequest.state : NOWHERE;
  check(PAYMENT_REQUEST_CHART, same, paymentRequest.state);
}

function checkMilestones(contract: ContractRecord, { books }: Play): void {
  for (const milestone of contract.milestones) {
    const { id, state, escrow, funded, released, carriedOut, refunded, amount } = milestone;
    assert.equal(funded, escrow + released + carriedOut + refunded, `${id} adds up`);
    assert.ok(Math.min(escrow, released, carriedOut, refunded) >= 0, `${id} is never below nothing`);
    assert.equal(books.owed(escrowOf(id)), escrow, `the escrow of ${id} is that of the books`);
    if (state === 'paid' || state === 'refunded') assert.equal(escrow, 0, `${id} is settled and holds nothing`);
    if (inProgress(contract).includes(milestone) && contract.status !== 'ending') assert.equal(escrow, amount);
    assert.equal(milestone.autoReleaseAt !== null, state === 'submitted', `${id} is armed while it is submitted`);
  }
  assert.ok(inProgress(contract).length <= contract.policy.maxActiveMilestones);
}

function checkBooks(contract: ContractRecord, { books }: Play): void {
  const { carried, paid, fees, clientFees } = contract;
  assert.equal(books.owed(ACCOUNTS.carry), carried);
  assert.equal(books.owed(ACCOUNTS.freelancerFee), fees);
  assert.equal(books.owed(ACCOUNTS.clientFee), clientFees);
  assert.equal(books.owed(ACCOUNTS.clientCredit), 0, 'what is the client’s has left');
  assert.equal(books.owed(ACCOUNTS.payeePending) + books.owed(ACCOUNTS.payeeAvailable), paid - fees);
  assert.equal(books.debited('release'), paid, 'paid is the sum of what was released');
  assert.equal(books.debited('pay_back'), contract.returned);
  const held = books.accounts.filter((account) => account.startsWith('escrow:')).map((account) => books.owed(account));
  assert.equal(
    held.reduce((sum, owed) => sum + owed, carried),
    heldIn(contract),
  );
  assert.equal(figuresOf(contract).escrow.amount, heldIn(contract));
  if (isOver(contract.status)) assert.equal(heldIn(contract), 0, 'a contract that is over holds nothing');
}

function checkOrders(before: ContractRecord, { contract, last }: Play): void {
  const sum = (kind: string) =>
    last.orders.filter((order) => order.kind === kind).reduce((total, { amount }) => total + amount, 0);
  assert.equal(sum('transfer'), contract.paid - contract.fees - (before.paid - before.fees));
  assert.equal(sum('refund'), contract.returned - before.returned);
}

function checkState(contract: ContractRecord): void {
  const { status, milestoneChange, endedAt, escrowRefund } = contract;
  assert.equal(endedAt !== null, isOver(status), 'it has an end when it is over');
  if (status === 'active' || status === 'paused') return;
  assert.equal(openRequest(contract), null, 'nothing is asked for where nobody can answer');
  assert.notEqual(milestoneChange?.state, 'open');
  if (status !== 'pending_funding') assert.equal(openCharge(contract), null);
  if (status === 'ending') assert.equal(escrowRefund?.amount, heldIn(contract));
}

function checkNext(contract: ContractRecord, { now }: Play): void {
  const { by, action, until } = nextStep(contract);
  if (until !== null)
    assert.ok(
      deadlinesOf(contract).some(({ at }) => at === until),
      'a date is a deadline',
    );
  if (by === 'nobody' || action === null || action === 'charges.retrieve') return;
  const due = deadlinesOf(contract).some(({ at }) => at <= now);
  const found = actionsFor(contract, by, now).find(({ name }) => name === action);
  assert.ok(found && (found.allowed || due), `${by} can do what is next: ${action}`);
}
