import type { ContractFormWords } from '../locales/en/contract-form.ts';
import type { FieldName, Faults, Step, TextName, Values, Writer } from './values.ts';

/** Everything the templates of the first paint need; they keep nothing and decide nothing. */
export interface FormView {
  readonly words: ContractFormWords;
  readonly locale: string;
  readonly writer: Writer;
  /** A draft that exists, an offer to be replaced, or a new contract. */
  readonly subject: 'new' | 'draft' | 'offer';
  /** The freelancer's name, as a client reads it. */
  readonly who: string;
  readonly values: Values;
  readonly step: Step;
  readonly faults: Faults;
  /** A press is being carried out. */
  readonly busy: boolean;
  /** What went wrong, in words; empty when nothing did. */
  readonly problem: string;
  /** What the draft has come to, in words; empty when there is nothing to say. */
  readonly draftLine: string;
  /** Whether everything can be started over: something was restored. */
  readonly restored: boolean;
  readonly offline: boolean;
  /** Whether the contract to be edited is here. */
  readonly reading: 'ready' | 'loading' | 'failed';
  type(field: TextName, value: string): void;
  leave(field: TextName): void;
  next(): void;
  back(): void;
  go(step: Step): void;
  startOver(): void;
  /** Reads the contract once more. */
  again(): void;
  /** Takes the focus to a field. */
  focus(field: FieldName): void;
}
