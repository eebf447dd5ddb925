import type { Charge, Contract, Money, MoneyPreview } from '@handsel/protocol';
import { LONGEST } from '@handsel/protocol/longest';
import type { Writing } from '../foundation/writing.ts';
import type { ContractReviewWords } from '../locales/en/contract-review.ts';
import { type PanelName, payable } from './panel.ts';
import type { Fault, Faults, Typed } from './typed.ts';

/** Everything the templates need; they keep nothing and decide nothing. */
export interface ReviewView {
  readonly contract: Contract;
  readonly words: ContractReviewWords;
  readonly write: Writing;
  /** How the client calls the freelancer. */
  readonly who: string;
  readonly panel: PanelName;
  readonly typed: Typed;
  readonly faults: Faults;
  /** True while a command is on its way. */
  readonly busy: boolean;
  readonly offline: boolean;
  /** What went wrong, in words; empty when nothing did. */
  readonly problem: string;
  readonly preview: MoneyPreview | undefined;
  readonly previewing: boolean;
  readonly charge: Charge | undefined;
  /** What has just happened, until the person goes on. */
  readonly fact: string;
  /** Whether all clauses are open on a narrow page. */
  readonly unfolded: boolean;
  /** Whether the page has brought a card field of its provider. */
  readonly ownCardField: boolean;
  go(panel: PanelName | ''): void;
  type(field: keyof Typed, value: string): void;
  /** The person has left a field: figures may be asked for. */
  commit(): void;
  /** Does what the panel's primary button says. */
  press(): void;
  unfold(): void;
}

/** Words a fault. */
export function wordFault(view: ReviewView, field: keyof Typed, fault: Fault): string {
  const { words, write, contract } = view;
  switch (fault.kind) {
    case 'missing':
      return missing(view, field);
    case 'too_long':
      return field === 'signature' ? words.signTooLong : words.tooLong(write.count(longestOf(field)));
    case 'not_less':
      return words.amountNotLess(write.money(most(contract, field)));
    case 'too_much':
      return words.amountTooMuch(write.money(most(contract, field)));
    case 'nothing':
      return words.amountNothing;
    case 'amount':
      return words.amountFaults[fault.refusal];
  }
}

// A release takes from one milestone, an end from everything that is held.
function most(contract: Contract, field: keyof Typed): Money {
  return (field === 'less' ? payable(contract)?.escrow : undefined) ?? contract.figures.escrow;
}

function missing({ words }: ReviewView, field: keyof Typed): string {
  if (field === 'signature') return words.signMissing;
  if (field === 'note') return words.changesMissing;
  if (field === 'endReason') return words.endMissing;
  return field === 'pay' ? words.endPayMissing : words.reasonMissing;
}

/** How long a text may be. */
export function longestOf(field: keyof Typed): number {
  if (field === 'signature') return LONGEST.name;
  return field === 'note' || field === 'comment' ? LONGEST.note : LONGEST.reason;
}
