import { base } from '../foundation/patterns/base.ts';
import { buttons } from '../foundation/patterns/buttons.ts';
import { choice } from '../foundation/patterns/choice.ts';
import { fields } from '../foundation/patterns/fields.ts';
import { ledger } from '../foundation/patterns/ledger.ts';
import { marks } from '../foundation/patterns/marks.ts';
import { notice } from '../foundation/patterns/notice.ts';
import { person } from '../foundation/patterns/person.ts';
import { proposal } from '../foundation/patterns/proposal.ts';
import { signature } from '../foundation/patterns/signature.ts';
import { type } from '../foundation/patterns/type.ts';
import { waiting } from '../foundation/patterns/waiting.ts';
import { tokens } from '../foundation/tokens.ts';
import { sheet } from './sheet.ts';
import { widths } from './widths.ts';

/** Everything the review is drawn with. */
export const styles = [
  tokens,
  base,
  type,
  marks,
  buttons,
  fields,
  choice,
  ledger,
  notice,
  person,
  proposal,
  signature,
  waiting,
  sheet,
  widths,
];
