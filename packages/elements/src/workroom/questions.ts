import type { Money, MoneyPreviewDraft } from '@handsel/protocol';
import type { CommandName } from './commands.ts';
import type { Telling } from './next-step.ts';

/** What is asked before a command is carried out. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly press: string;
  readonly busy: string;
  /** Its label, where a reason is asked for. */
  readonly reason?: string;
  readonly reasonRequired?: boolean;
  /** It ends or throws away something: outlined in red. */
  readonly danger?: boolean;
  /** Its figures are shown first, and their token is sent. */
  readonly preview?: MoneyPreviewDraft;
}

/** The question of a command, in words. Editing milestones has a form of its own instead. */
export function questionOf(name: Exclude<CommandName, 'milestoneChanges.create'>, told: Telling): Question {
  const { contract, words, write, who } = told;
  const escrow = contract.figures.escrow;
  switch (name) {
    case 'contracts.discard':
      return { ...words.discard, danger: true };
    case 'contracts.resend':
      return { ...words.resend, text: words.resend.text(contract.client.email ?? who) };
    case 'contracts.withdraw':
      return { ...words.withdraw, text: words.withdraw.text(who), danger: true };
    case 'contracts.cancel':
      return { ...words.cancel, text: words.cancel.text(who), danger: true };
    case 'contracts.endByFreelancer':
      return endQuestion(told, escrow);
    case 'escrowRefunds.approve': {
      const { refund } = words;
      const amount = write.money(escrow);
      const question = { title: refund.title(amount, who), text: refund.text(who), press: refund.press(amount) };
      return { ...question, busy: refund.busy, preview: { command: name } };
    }
    case 'disputes.open': {
      const { object } = words;
      return { ...object, text: object.text(write.money(escrow)), reasonRequired: true };
    }
    case 'paymentRequests.withdraw': {
      const { takeBack } = words;
      return { ...takeBack, text: takeBack.text(who, write.money(contract.paymentRequest?.amount ?? escrow)) };
    }
    case 'milestoneChanges.accept':
      return { ...words.acceptChange, preview: { command: name } };
    case 'milestoneChanges.reject':
      return words.rejectChange;
    case 'milestoneChanges.withdraw':
      return words.withdrawChange;
  }
}

function endQuestion({ words, write, who }: Telling, escrow: Money): Question {
  const { end } = words;
  const amount = write.money(escrow);
  const nothing = escrow.amount === 0;
  return {
    title: end.title,
    text: nothing ? end.textNothing(who) : end.text(who, amount),
    press: nothing ? end.pressNothing : end.press(who, amount),
    busy: end.busy,
    reason: end.reason,
    reasonRequired: true,
    danger: true,
    preview: { command: 'contracts.endByFreelancer' },
  };
}
