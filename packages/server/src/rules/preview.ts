import type { Money, MoneyPreview, MoneyPreviewDraft } from '@handsel/protocol';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { Decision, EntryDraft, RuleContext } from './decision.ts';
import { ACCOUNTS } from './ledger.ts';
import { minorOf } from './minor.ts';
import type { ContractRecord } from './state.ts';

/** The figures of a money command, before anything is moved. */
export type PreviewFigures = Pick<
  MoneyPreview,
  'charge' | 'intoEscrow' | 'clientFee' | 'fromCarried' | 'release' | 'freelancerFee' | 'net' | 'refund' | 'carry'
>;

/**
 * What a money command would do now: the command is decided, and its figures are read off the decision.
 * @throws {Refusal} where the command itself would be refused.
 */
export function previewOf(contract: ContractRecord, draft: MoneyPreviewDraft, context: RuleContext): PreviewFigures {
  const decision = decide(contract, commandOf(contract, draft), context);
  const figures = { ...chargeFigures(contract, decision), ...postedFigures(contract, decision) };
  const money = (amount: number): Money => ({ amount, currency: contract.currency });
  return {
    charge: money(figures.charge),
    intoEscrow: money(figures.intoEscrow),
    clientFee: money(figures.clientFee),
    fromCarried: money(figures.fromCarried),
    release: money(figures.release),
    freelancerFee: money(figures.freelancerFee),
    net: money(figures.release - figures.freelancerFee),
    refund: money(figures.refund),
    carry: money(figures.carry),
  };
}

// What the command needs besides figures is asked for only when it is made.
const LATER = '…';

function commandOf(contract: ContractRecord, draft: MoneyPreviewDraft): Command {
  switch (draft.command) {
    case 'contracts.fund':
      return { name: draft.command, scope: draft.scope, paymentMethod: LATER };
    case 'milestones.approve':
      return {
        name: draft.command,
        milestoneId: draft.milestoneId,
        amount: minorOf(draft.amount, contract, '/amount'),
        underpaymentReason: draft.underpaymentReason || LATER,
        end: draft.end,
      };
    case 'milestoneChanges.accept':
      return {
        name: draft.command,
        milestoneChangeId: contract.milestoneChange?.id ?? 'mcr_none',
        paymentMethod: LATER,
      };
    case 'contracts.endByClient':
      return { name: draft.command, reason: LATER, pay: minorOf(draft.pay, contract, '/pay') };
    case 'contracts.endByFreelancer':
      return { name: draft.command, reason: LATER };
    case 'escrowRefunds.approve':
      return { name: draft.command };
  }
}

function chargeFigures(before: ContractRecord, { contract: { charge } }: Decision) {
  if (!charge || charge.id === before.charge?.id) return { charge: 0, intoEscrow: 0, clientFee: 0, fromCarried: 0 };
  const { amount, intoEscrow, clientFee, initiationFee, fromCarried } = charge;
  return { charge: amount, intoEscrow, clientFee: clientFee + initiationFee, fromCarried };
}

function postedFigures(before: ContractRecord, { contract, entries }: Decision) {
  // What the freelancer is first asked about goes back as well, unless there is an objection.
  const asked = before.escrowRefund === null ? (contract.escrowRefund?.amount ?? 0) : 0;
  return {
    release: debits(entries, 'release'),
    freelancerFee: credits(entries, 'release', ACCOUNTS.freelancerFee),
    refund: debits(entries, 'pay_back') + asked,
    carry: debits(entries, 'carry'),
  };
}

function debits(entries: readonly EntryDraft[], template: string): number {
  return legs(entries, template).reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
}

function credits(entries: readonly EntryDraft[], template: string, account: string): number {
  const own = legs(entries, template).filter((leg) => leg.account === account);
  return own.reduce((sum, { amount }) => sum + Math.max(0, -amount), 0);
}

function legs(entries: readonly EntryDraft[], template: string) {
  return entries.filter((entry) => entry.template === template).flatMap(({ postings }) => postings);
}
