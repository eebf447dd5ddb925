import type { Contract, MoneyPreview } from '@handsel/protocol';
import type { Command } from './command.ts';
import { payable, type PanelName } from './panel.ts';
import { endsWith, type Typed } from './typed.ts';

/** What a command is made of besides the panel. */
export interface Ingredients {
  readonly contract: Contract;
  readonly typed: Typed;
  /** The figures that stood on the screen; needed where money moves. */
  readonly preview: MoneyPreview | undefined;
  /** What the provider's card field gave; needed where a card is charged. */
  readonly paymentMethod: string;
}

function reason(text: string): { reason?: string } {
  return text.trim() === '' ? {} : { reason: text.trim() };
}

/** The command of a panel's primary button; undefined while something it needs is not there. */
export function commandOf(panel: PanelName, ingredients: Ingredients): Command | undefined {
  const { contract, typed, preview } = ingredients;
  switch (panel) {
    case 'sign':
      return {
        name: 'contracts.accept',
        input: { termsHash: contract.terms.hash, signature: typed.signature.trim() },
      };
    case 'decline':
      return { name: 'contracts.decline', input: reason(typed.reason) };
    case 'cancel':
      return { name: 'contracts.cancel', input: reason(typed.reason) };
    case 'changes':
      return contract.paymentRequest
        ? {
            name: 'paymentRequests.requestChanges',
            paymentRequestId: contract.paymentRequest.id,
            input: { note: typed.note.trim() },
          }
        : undefined;
    case 'reject':
      return contract.milestoneChange
        ? {
            name: 'milestoneChanges.reject',
            milestoneChangeId: contract.milestoneChange.id,
            input: reason(typed.reason),
          }
        : undefined;
    case 'fund':
    case 'approve':
    case 'end':
    case 'change':
      return preview && moneyCommand(panel, ingredients, preview);
    case 'charge':
    case 'still':
      return undefined;
  }
}

function moneyCommand(
  panel: 'fund' | 'approve' | 'end' | 'change',
  { contract, typed, paymentMethod }: Ingredients,
  preview: MoneyPreview,
): Command | undefined {
  const { consentToken } = preview;
  switch (panel) {
    case 'fund':
      return { name: 'contracts.fund', input: { scope: typed.scope, paymentMethod, consentToken } };
    case 'approve': {
      const milestone = payable(contract);
      if (!milestone) return undefined;
      const comment = typed.comment.trim();
      return {
        name: 'milestones.approve',
        milestoneId: milestone.id,
        input: {
          amount: preview.release,
          ...(comment && { comment }),
          ...(typed.release === 'less' && { underpaymentReason: typed.lessReason.trim() }),
          end: endsWith(typed, contract, milestone),
          consentToken,
        },
      };
    }
    case 'end':
      return {
        name: 'contracts.endByClient',
        input: { reason: typed.endReason.trim(), pay: preview.release, consentToken },
      };
    case 'change': {
      const change = contract.milestoneChange;
      if (!change) return undefined;
      const paid = preview.charge.amount > 0 ? { paymentMethod } : {};
      return { name: 'milestoneChanges.accept', milestoneChangeId: change.id, input: { ...paid, consentToken } };
    }
  }
}
