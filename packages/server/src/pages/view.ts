import type { Action, Charge, Contract, Milestone, MoneyPreview, MoneyPreviewDraft } from '@handsel/protocol';
import type { Answer, PageCalls } from './calls.ts';
import { type Attempt, type FieldNames } from './attempt.ts';
import { type FormState, stateOf } from './fields.ts';
import type { Form } from './form.ts';
import type { SafeHtml } from './html.ts';

/** What the parts of a contract's page are written from. */
export interface View {
  readonly contract: Contract;
  /** How a sentence names the other side. */
  readonly who: string;
  readonly query: URLSearchParams;
  /** The form that did not get through, if this page is the answer to one. */
  readonly attempt: Attempt | undefined;
  /** What the money command of this page would do. */
  readonly preview: MoneyPreview | undefined;
  /** Why there is no preview. */
  readonly unclear: string;
  /** The charge that is not decided. */
  readonly charge: Charge | undefined;
  newKey(): string;
}

/** What a step of a contract needs to be made. */
export interface Making {
  readonly calls: PageCalls;
  readonly contract: Contract;
  readonly form: Form;
}

/** Something a person can do with a contract by one form. */
export interface Step {
  /** What its form says in `do`. */
  readonly wish: string;
  /** The action that has to be allowed for it. */
  readonly action: string;
  /** Its form, as it stands in the page. */
  render(view: View): SafeHtml;
  /** Faults that need no API to be seen. */
  check?(making: Making): Readonly<Record<string, string>>;
  make(making: Making): Promise<Answer<unknown>>;
  /** Which fields of the form the API speaks of. */
  readonly names?: FieldNames;
  /** Where it leads, when not back to the contract. */
  readonly to?: string;
}

/** One decision at a time: what stands beside the agreement. */
export interface Panel {
  /** The figures it shows; undefined when it moves no money. */
  wants?(view: View): MoneyPreviewDraft | undefined;
  render(view: View): SafeHtml;
}

/** The state of one form of the page. */
export function at(view: View, wish: string): FormState {
  return stateOf(wish, view.newKey, view.attempt);
}

/** The action of that name that may be made here and now. */
export function allowed({ actions }: Contract, name: string): Action | undefined {
  return actions.find((action) => action.name === name && action.allowed && !action.hosted);
}

/** The milestones the next payment into escrow is for. */
export function fundable({ milestones }: Contract): Milestone[] {
  return milestones.filter(({ state, escrow }) => state === 'planned' && escrow.amount === 0);
}

/** The milestone that money can be released for now: the one that was asked for, else one that may be. */
export function payable(contract: Contract): Milestone | undefined {
  const ids = contract.actions
    .filter(({ name, allowed: may, hosted }) => name === 'milestones.approve' && may && !hosted)
    .map(({ milestoneId }) => milestoneId);
  const may = contract.milestones.filter(({ id }) => ids.includes(id));
  return may.find(({ state }) => state === 'submitted') ?? may[0];
}

/** The number of a milestone, as people count. */
export function numberOf({ milestones }: Contract, { id }: Milestone): number {
  return milestones.findIndex((one) => one.id === id) + 1;
}

/** Whether the other side waits for an answer to its proposal. */
export function changeToAnswer({ milestoneChange, viewer }: Contract): boolean {
  return milestoneChange?.state === 'open' && milestoneChange.by !== viewer;
}
