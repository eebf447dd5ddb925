import type { Contract, ContractRequest, Money, Policy } from '@handsel/protocol';
import type { Writing } from '../foundation/writing.ts';
import type { ContractFormLaterWords } from '../locales/en/contract-form-later.ts';
import type { Faults, Step, TextName, Values, Writer } from './values.ts';

/** What fields are measured by, and how faults are worded. */
export interface Rules {
  readonly writer: Writer;
  readonly words: ContractFormLaterWords;
  readonly write: Writing;
  readonly policy: Policy;
  readonly currency: string;
  readonly smallest: Money;
  /** The civil date where the person is. */
  readonly today: string;
}

/** Everything the templates of the later steps need; they keep nothing and decide nothing. */
export interface LaterView extends Rules {
  readonly values: Values;
  readonly faults: Faults;
  /** The freelancer's name, as a client reads it. */
  readonly who: string;
  /** What was sent; undefined before. */
  readonly sent: Contract | undefined;
  /** What was asked for; undefined before. */
  readonly requested: ContractRequest | undefined;
  readonly withdrawing: boolean;
  /** Whether the milestone editor is loaded; undefined while it is on its way. */
  readonly editor: 'loading' | 'here' | 'failed';
  set(change: Partial<Values>): void;
  leave(field: TextName): void;
  go(step: Step): void;
  /** Takes the editor as soon as it stands in the page. */
  adopt(editor: Element | undefined): void;
  loadEditor(): void;
  withdraw(): void;
  another(): void;
}
