import type { Contract, Milestone, MoneyPreview, MoneyPreviewDraft, OfferedPaymentMethod } from '@handsel/protocol';
import { LONGEST } from '@handsel/protocol/longest';
import type { AmountRefusal } from '@handsel/protocol/money';
import { readAmount } from '../foundation/form/typed-amount.ts';
import { fundable, type PanelName, payable } from './panel.ts';

/** What the person has typed and chosen; texts are kept over a reload. */
export interface Typed {
  readonly signature: string;
  /** Why declined, cancelled or rejected. */
  readonly reason: string;
  /** What should be different. */
  readonly note: string;
  readonly comment: string;
  readonly release: 'all' | 'less';
  readonly less: string;
  readonly lessReason: string;
  /** What happens after the payment; empty until chosen, then the usual thing happens. */
  readonly after: '' | 'end' | 'open';
  readonly scope: 'next' | 'all';
  /** The way to pay, by the backend's name; empty until chosen, then the usual one. */
  readonly card: string;
  readonly pay: '' | 'all' | 'part' | 'none';
  readonly part: string;
  readonly endReason: string;
}

/** Nothing typed yet. */
export const UNTYPED: Typed = {
  signature: '',
  reason: '',
  note: '',
  comment: '',
  release: 'all',
  less: '',
  lessReason: '',
  after: '',
  scope: 'next',
  card: '',
  pay: '',
  part: '',
  endReason: '',
};

/** Why a field is not right; the words are the element's. */
export type Fault =
  | { readonly kind: 'missing' | 'too_long' | 'not_less' | 'too_much' | 'nothing' }
  | { readonly kind: 'amount'; readonly refusal: AmountRefusal };

/** The faults of a panel, by field. */
export type Faults = Readonly<Partial<Record<keyof Typed, Fault>>>;

const MISSING: Fault = { kind: 'missing' };

/** Reads a typed amount in minor units, or says what is wrong with it. */
function minorUnits(text: string, currency: string, locale: string): number | Fault {
  const read = readAmount(text, currency, locale);
  return read.ok ? read.money.amount : { kind: 'amount', refusal: read.reason };
}

function text(value: string, longest: number, required: boolean): Fault | undefined {
  if (required && value.trim() === '') return MISSING;
  return value.length > longest ? { kind: 'too_long' } : undefined;
}

function part(value: string, held: number, currency: string, locale: string, least: number): Fault | undefined {
  const amount = minorUnits(value, currency, locale);
  if (typeof amount !== 'number') return amount;
  if (amount < least) return { kind: 'nothing' };
  if (amount > held) return { kind: 'too_much' };
  return amount === held ? { kind: 'not_less' } : undefined;
}

/** What is held for everything that is not settled. */
export function held(contract: Contract): number {
  return contract.figures.escrow.amount;
}

/** Everything that is not right in a panel, all at once. */
export function faultsOf(panel: PanelName, typed: Typed, contract: Contract, locale: string): Faults {
  const { currency } = contract;
  const found: Partial<Record<keyof Typed, Fault | undefined>> = {};
  if (panel === 'sign') found.signature = text(typed.signature, LONGEST.name, true);
  if (panel === 'decline' || panel === 'cancel' || panel === 'reject')
    found.reason = text(typed.reason, LONGEST.reason, false);
  if (panel === 'changes') found.note = text(typed.note, LONGEST.note, true);
  if (panel === 'approve') {
    found.comment = text(typed.comment, LONGEST.note, false);
    if (typed.release === 'less') {
      found.less = part(typed.less, payable(contract)?.escrow.amount ?? 0, currency, locale, 1);
      found.lessReason = text(typed.lessReason, LONGEST.reason, true);
    }
  }
  if (panel === 'end') {
    found.endReason = text(typed.endReason, LONGEST.reason, true);
    if (held(contract) > 0 && typed.pay === '') found.pay = MISSING;
    if (typed.pay === 'part') found.part = part(typed.part, held(contract), currency, locale, 1);
  }
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined));
}

function approvalDraft(typed: Typed, contract: Contract, locale: string): MoneyPreviewDraft | undefined {
  const milestone = payable(contract);
  if (!milestone) return undefined;
  const less = typed.release === 'less';
  const amount = less ? minorUnits(typed.less, contract.currency, locale) : milestone.escrow.amount;
  if (typeof amount !== 'number') return undefined;
  return {
    command: 'milestones.approve',
    milestoneId: milestone.id,
    amount: { amount, currency: contract.currency },
    ...(less && { underpaymentReason: typed.lessReason.trim() }),
    end: endsWith(typed, contract, milestone),
  };
}

/** Whether there is more to do after this milestone. */
export function hasMore(contract: Contract, milestone: Milestone): boolean {
  return contract.milestones.some(({ id, state }) => id !== milestone.id && state !== 'paid' && state !== 'refunded');
}

/** Whether the contract ends with this payment: what was chosen, else what is usual. */
export function endsWith(typed: Typed, contract: Contract, milestone: Milestone): boolean {
  if (typed.after !== '') return typed.after === 'end';
  return !hasMore(contract, milestone) && contract.policy.autoComplete;
}

/** What is to be paid at the end, in minor units; undefined while that is not known. */
export function endShare(typed: Typed, contract: Contract, locale: string): number | undefined {
  if (held(contract) === 0 || typed.pay === 'none') return 0;
  if (typed.pay === 'all') return held(contract);
  const amount = typed.pay === 'part' ? minorUnits(typed.part, contract.currency, locale) : undefined;
  return typeof amount === 'number' ? amount : undefined;
}

/** The money command a panel is about, with its figures; undefined while they are not known or wrong. */
export function previewDraft(
  panel: PanelName,
  typed: Typed,
  contract: Contract,
  locale: string,
): MoneyPreviewDraft | undefined {
  const faults = faultsOf(panel, typed, contract, locale);
  switch (panel) {
    case 'fund':
      return fundable(contract).length > 0 ? { command: 'contracts.fund', scope: typed.scope } : undefined;
    case 'approve':
      return Object.keys(faults).length > 0 ? undefined : approvalDraft(typed, contract, locale);
    case 'end': {
      const pay = faults.part || faults.pay ? undefined : endShare(typed, contract, locale);
      return pay === undefined
        ? undefined
        : { command: 'contracts.endByClient', pay: { amount: pay, currency: contract.currency } };
    }
    case 'change':
      return { command: 'milestoneChanges.accept' };
    case 'sign':
    case 'decline':
    case 'cancel':
    case 'charge':
    case 'changes':
    case 'reject':
    case 'still':
      return undefined;
  }
}

/** The way to pay that was chosen, as long as it is offered; else the usual one. */
export function chosenMethod({ paymentMethods }: MoneyPreview, { card }: Typed): OfferedPaymentMethod | undefined {
  return paymentMethods.find(({ id }) => id === card) ?? paymentMethods[0];
}
