import assert from 'node:assert/strict';
import { type MilestoneChangeItem, type MoneyPreviewDraft, Refusal } from '@handsel/protocol';
import fc from 'fast-check';
import { actionsFor } from '../actions.ts';
import type { Doer } from '../chart.ts';
import { type Command, type CommandName } from '../command.ts';
import { CONTRACT_CHART } from '../contract-chart.ts';
import { decide } from '../decide.ts';
import { deadlinesOf } from '../deadlines.ts';
import { heldIn } from '../milestones.ts';
import { previewOf } from '../preview.ts';
import type { PlayOptions } from './play.ts';
import { type Play } from './play.ts';
import { DOERS, sampleOf } from './samples.ts';

/** One step of a walk: numbers that are read as a choice among what can be done, so that any list of them is a walk. */
export interface Stride {
  readonly who: number;
  readonly what: number;
  /** Where in a range an amount lies, from 0 to 1000. */
  readonly share: number;
  readonly end: boolean;
  readonly wait: number;
}

/** A walk and the contract it begins with. */
export const walks = fc.record({
  options: fc.record({
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    amounts: fc.array(fc.integer({ min: 5_000, max: 1_000_003 }), { minLength: 1, maxLength: 4 }),
    policy: fc.record({
      autoComplete: fc.boolean(),
      maxActiveMilestones: fc.constantFrom(1, 1, 2),
      securityHoldDays: fc.constantFrom(0, 5),
      fees: fc.record({
        freelancerBps: fc.constantFrom(0, 500, 1_000, 333),
        clientBps: fc.constantFrom(0, 300, 777),
        initiationMinor: fc.constantFrom(0, 499),
        clientFeeRefundable: fc.boolean(),
      }),
    }),
  }) satisfies fc.Arbitrary<PlayOptions>,
  strides: fc.array(
    fc.record({
      who: fc.nat(99),
      what: fc.nat(9_999),
      share: fc.nat(1_000),
      end: fc.boolean(),
      wait: fc.nat(9),
    }),
    { maxLength: 40 },
  ),
});

const NAMES = [...new Set(CONTRACT_CHART.edges.map(({ command }) => command))].filter(
  (name): name is CommandName => !['contracts.create', 'contractRequests.create', 'contracts.discard'].includes(name),
);

const ENDS: ReadonlySet<CommandName> = new Set<CommandName>([
  'contracts.decline',
  'contracts.withdraw',
  'contracts.cancel',
  'contracts.endByFreelancer',
  'contracts.endByClient',
  'disputes.open',
]);

/** Walks: each stride does one thing that is possible, or tries one that may not be. */
export function walk(play: Play, strides: readonly Stride[]): void {
  for (const stride of strides) {
    if (stride.wait === 0) play.after({ days: 1 + (stride.share % 16) });
    checkActions(play);
    checkDeadlines(play);
    const role = DOERS[stride.who % DOERS.length] ?? 'system';
    // Ends that come at once would make every walk a short one.
    const wanted = NAMES.filter((name) => stride.who % 8 === 0 || !ENDS.has(name));
    const possible = wanted.filter((name) => refusalOf(play, role, sampleOf(play, name)) === null);
    const names = possible.length > 0 && stride.who < 90 ? possible : NAMES;
    const name = names[stride.what % names.length];
    if (name) attempt(play, role, withShare(play, sampleOf(play, name), stride));
  }
}

function attempt(play: Play, role: Doer, command: Command): void {
  const before = play.contract;
  if (refusalOf(play, role, command) !== null) {
    assert.equal(play.contract, before, 'a refusal changes nothing');
    return;
  }
  const preview = previewDraftOf(command, play);
  const shown = preview && previewOf(play.contract, preview, play.context(role));
  play.as(role, command);
  if (shown) checkPreview(play, shown, before);
}

/** The code of the refusal, or null. */
export function refusalOf(play: Play, role: Doer, command: Command): string | null {
  try {
    decide(play.contract, command, play.context(role));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** A command with an amount somewhere in its range, and sometimes with an end. */
function withShare(play: Play, command: Command, { share, end, what }: Stride): Command {
  const { contract } = play;
  switch (command.name) {
    case 'milestones.approve': {
      const { id: milestoneId, escrow } = contract.milestones[what % contract.milestones.length] ?? play.step(1);
      const amount = share > 500 ? escrow : Math.round((escrow * share) / 500);
      return { ...command, milestoneId, amount, underpaymentReason: 'Not all of it.', end: end && what % 3 === 0 };
    }
    case 'contracts.endByClient':
      return { ...command, pay: share > 700 ? heldIn(contract) : Math.round((heldIn(contract) * share) / 700) };
    case 'contracts.fund':
      return { ...command, scope: end ? 'all' : 'next' };
    case 'charge.settled':
      if (share < 100) return { ...command, outcome: { status: 'failed', failureCode: 'card_declined' } };
      if (share > 900)
        return { ...command, outcome: { status: 'requires_confirmation', confirmationUrl: 'https://b' } };
      return command;
    case 'milestoneChanges.create':
      return { ...command, items: [itemOf(play, share, what)] };
    default:
      return command;
  }
}

function itemOf({ contract }: Play, share: number, what: number): MilestoneChangeItem {
  const { currency, milestones } = contract;
  const milestone = milestones[what % milestones.length];
  assert.ok(milestone);
  const amount = { amount: 6_000 + share * 31, currency };
  switch (share % 5) {
    case 0:
      return { op: 'add', title: 'One more', amount };
    case 1:
      return { op: 'remove', milestoneId: milestone.id };
    case 2:
      return { op: 'reorder', milestoneIds: milestones.map(({ id }) => id).reverse() };
    case 3:
      return { op: 'edit', milestoneId: milestone.id, title: 'Another title' };
    default:
      return { op: 'edit', milestoneId: milestone.id, amount: { ...amount, amount: milestone.amount + share } };
  }
}

function previewDraftOf(command: Command, { contract }: Play): MoneyPreviewDraft | null {
  const money = (amount: number) => ({ amount, currency: contract.currency });
  switch (command.name) {
    case 'contracts.fund':
      return { command: command.name, scope: command.scope };
    case 'milestones.approve':
      return {
        command: command.name,
        milestoneId: command.milestoneId,
        amount: money(command.amount),
        end: command.end ?? false,
      };
    case 'contracts.endByClient':
      return { command: command.name, pay: money(command.pay) };
    case 'contracts.endByFreelancer':
    case 'escrowRefunds.approve':
    case 'milestoneChanges.accept':
      return { command: command.name };
    default:
      return null;
  }
}

/** What was shown before a money command is what the books and the orders then say. */
function checkPreview(play: Play, shown: ReturnType<typeof previewOf>, before: Play['contract']): void {
  const { contract, last } = play;
  const asked = contract.status === 'ending' ? heldIn(contract) : 0;
  const charged = contract.charge?.id === before.charge?.id ? null : contract.charge;
  assert.equal(shown.release.amount, contract.paid - before.paid);
  assert.equal(shown.freelancerFee.amount, contract.fees - before.fees);
  assert.equal(shown.net.amount, shown.release.amount - shown.freelancerFee.amount);
  assert.equal(shown.refund.amount, contract.returned - before.returned + asked);
  const carried = last.entries.filter(({ template }) => template === 'carry').flatMap(({ postings }) => postings);
  assert.equal(
    shown.carry.amount,
    carried.reduce((sum, { amount }) => sum + Math.max(0, amount), 0),
  );
  assert.equal(shown.charge.amount, charged?.amount ?? 0);
  assert.equal(shown.fromCarried.amount, charged?.fromCarried ?? 0);
  assert.equal(shown.charge.amount, shown.intoEscrow.amount + shown.clientFee.amount);
}

// What a menu offers is judged by what is asked for besides, too: a form with a wrong field is still a form.
const FIELDS = new Set(['VALIDATION', 'MIN_MILESTONE', 'EMAIL_TAKEN']);
const NOT_IN_MENUS = new Set(['paymentRequests.view', 'invitation.verified']);

/** What the menus offer is what the rules let happen, in both directions. */
function checkActions(play: Play): void {
  for (const role of ['freelancer', 'client'] as const) {
    const actions = actionsFor(play.contract, role, play.now).filter(({ name }) => name !== 'contracts.discard');
    for (const name of NAMES) {
      if (NOT_IN_MENUS.has(name)) continue;
      const refused = refusalOf(play, role, sampleOf(play, name));
      const possible = refused === null || FIELDS.has(refused);
      const offered = actions.some((action) => action.name === name && action.allowed);
      assert.equal(offered, possible, `${role}, ${play.contract.status}: ${name} (${refused})`);
    }
    for (const action of actions) assert.equal(action.allowed, action.reason === undefined, 'a refusal has a reason');
  }
}

/** What the clock will do at a deadline can be done then. */
function checkDeadlines(play: Play): void {
  const due = { offer: 'clock.expireOffer', funding: 'clock.cancelUnfunded', refund: 'clock.returnEscrow' } as const;
  for (const { kind, at, milestoneId } of deadlinesOf(play.contract)) {
    const then = play.fork();
    then.now = at;
    const command: Command =
      kind === 'review' && milestoneId ? { name: 'clock.autoRelease', milestoneId } : { name: dueName(kind) };
    assert.equal(refusalOf(then, 'system', command), null, `${kind} at ${at}`);
  }
  function dueName(kind: string): (typeof due)[keyof typeof due] {
    return kind === 'offer' ? due.offer : kind === 'funding' ? due.funding : due.refund;
  }
}
