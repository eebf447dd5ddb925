import { Refusal, type Role } from '@handsel/protocol';
import type { Command, CommandName } from './command.ts';
import type { Decision, RuleContext } from './decision.ts';
import { endByClient, endByFreelancer, openDispute, returnEscrow } from './ending.ts';
import { acceptChange, fund, settleCharge } from './funding.ts';
import { proposeChange, rejectChange, withdrawChange } from './milestone-changes.ts';
import {
  acceptOffer,
  cancelUnfunded,
  declineOffer,
  expireOffer,
  resendOffer,
  reviseOffer,
  sendOffer,
  updateDraft,
  verifyInvitation,
  withdrawOffer,
} from './offer.ts';
import { hold, releaseHold } from './pausing.ts';
import { approve, autoRelease, requestChanges, requestPayment, viewRequest, withdrawRequest } from './payment.ts';
import { remind } from './reminders.ts';
import type { ContractRecord } from './state.ts';
import { Step } from './step.ts';
import { type Target, trial } from './trial.ts';

/**
 * What a command comes to: the contract one version later, and everything that must be stored and told with it.
 *
 * Pure: the same contract, command and context give the same decision. A command that changes nothing (a request for
 * payment seen twice) answers a decision without events.
 * @throws {Refusal} when the charts or the rules do not allow it; nothing has happened then.
 */
export function decide(contract: ContractRecord, command: Command, context: RuleContext): Decision {
  const blocked = trial(contract, command.name, { role: context.actor.role, now: context.now }, targetOf(command));
  if (blocked) throw new Refusal(blocked.code, blocked.at === undefined ? {} : { at: blocked.at });
  const step = new Step(contract, context);
  carryOut(step, command);
  return step.decision();
}

/** What a command is about, besides the contract. */
export function targetOf(command: Command): Target {
  return {
    milestoneId: 'milestoneId' in command ? command.milestoneId : undefined,
    paymentRequestId: 'paymentRequestId' in command ? command.paymentRequestId : undefined,
    milestoneChangeId: 'milestoneChangeId' in command ? command.milestoneChangeId : undefined,
    chargeId: 'chargeId' in command ? command.chargeId : undefined,
  };
}

type CommandOf<Name extends CommandName> = Extract<Command, { name: Name }>;

const HANDLERS: { readonly [Name in CommandName]: (step: Step, command: CommandOf<Name>) => void } = {
  'contracts.update': (step, { draft }) => updateDraft(step, draft),
  'contracts.send': sendOffer,
  'contracts.revise': (step, { draft, signature }) => reviseOffer(step, draft, signature),
  'contracts.resend': resendOffer,
  'contracts.withdraw': withdrawOffer,
  'invitation.verified': verifyInvitation,
  'contracts.accept': acceptOffer,
  'contracts.decline': (step, { reason }) => declineOffer(step, reason),
  'contracts.cancel': (step, { reason }) => cancelUnfunded(step, reason),
  'contracts.fund': (step, { scope, paymentMethod }) => fund(step, scope, paymentMethod),
  'charge.settled': (step, { outcome }) => settleCharge(step, outcome),
  'paymentRequests.create': (step, { milestoneId, note }) => requestPayment(step, milestoneId, note),
  'paymentRequests.withdraw': withdrawRequest,
  'paymentRequests.view': viewRequest,
  'paymentRequests.requestChanges': (step, { note }) => requestChanges(step, note),
  'milestones.approve': approve,
  'milestoneChanges.create': (step, draft) => proposeChange(step, draft, sideOf(step)),
  'milestoneChanges.accept': (step, { paymentMethod }) => acceptChange(step, paymentMethod),
  'milestoneChanges.reject': (step, { reason }) => rejectChange(step, reason),
  'milestoneChanges.withdraw': withdrawChange,
  'contracts.endByFreelancer': (step, { reason }) => endByFreelancer(step, reason),
  'contracts.endByClient': (step, { reason, pay }) => endByClient(step, reason, pay),
  'escrowRefunds.approve': returnEscrow,
  'disputes.open': (step, { statement }) => openDispute(step, statement),
  'operator.hold': (step, { reason }) => hold(step, reason),
  'operator.releaseHold': releaseHold,
  'clock.expireOffer': expireOffer,
  'clock.cancelUnfunded': (step) => cancelUnfunded(step, undefined),
  'clock.autoRelease': (step, { milestoneId }) => autoRelease(step, milestoneId),
  'clock.returnEscrow': returnEscrow,
  'clock.remind': remind,
};

function carryOut(step: Step, command: Command): void {
  // Each name has the handler of its own command; the compiler cannot see that the two come from one lookup.
  const handler = HANDLERS[command.name] as (step: Step, command: Command) => void;
  handler(step, command);
}

function sideOf({ context }: Step): Role {
  const { role } = context.actor;
  if (role === 'system') throw new Refusal('WRONG_ROLE');
  return role;
}
