import type { Contract } from '@handsel/protocol';
import { shortName } from '../foundation/people.ts';
import type { Writing } from '../foundation/writing.ts';
import type { MilestoneEditorWords } from '../locales/en/milestone-editor.ts';
import type { Measure } from './check.ts';
import type { MilestoneSheet } from './sheet.ts';

/** Everything the templates need; they keep nothing and decide nothing. */
export interface EditorView {
  readonly words: MilestoneEditorWords;
  readonly write: Writing;
  readonly measure: Measure;
  readonly sheet: MilestoneSheet;
  /** The signed contract whose change is asked for. */
  readonly contract: Contract | undefined;
  /** How the other side is called. */
  readonly who: string;
  /** Part of a form that has its own title, sum and primary button. */
  readonly inline: boolean;
  readonly locked: boolean;
  /** Whether the list of changes is shown instead of the rows. */
  readonly showing: boolean;
  readonly lifted: number | undefined;
  readonly to: number | undefined;
  /** What is wrong with the whole; empty when nothing is. */
  readonly fault: string;
  toggle(): void;
}

/** The part of the view that follows from the words, the measure and the contract. */
export function viewOf(
  measure: Measure,
  contract: Contract | undefined,
): Pick<EditorView, 'words' | 'write' | 'measure' | 'contract' | 'who'> {
  const { words, write } = measure;
  const other = contract && (contract.viewer === 'client' ? contract.freelancer : contract.client);
  return { words, write, measure, contract, who: other ? shortName(other, words.theClient) : words.theClient };
}
