import { FIELD_TEXTS } from './descriptions/fields.ts';
import { OPERATION_TEXTS } from './descriptions/operations.ts';
import { SCHEMA_TEXTS } from './descriptions/schemas.ts';

/** What people read in the document. */
export interface Descriptions {
  /** By the name of the operation: `contracts.send`. The first sentence becomes its summary. */
  readonly operations: Readonly<Record<string, string>>;
  /** By the name of the schema: `Contract`. */
  readonly schemas: Readonly<Record<string, string>>;
  /** By schema or operation and field: `Figures.paid`, `contracts.list.limit`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the comments in the protocol's own sources say. */
export const DESCRIPTIONS: Descriptions = {
  operations: OPERATION_TEXTS,
  schemas: SCHEMA_TEXTS,
  fields: FIELD_TEXTS,
};

/** The first sentence of a text, without its full stop. */
export function firstSentence(text: string): string {
  return text.replace(/\.(?:\s[\s\S]*)?$|\. [\s\S]*$/, '');
}
