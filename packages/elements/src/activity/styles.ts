import { css } from 'lit';
import { base } from '../foundation/patterns/base.ts';
import { bones } from '../foundation/patterns/bones.ts';
import { buttons } from '../foundation/patterns/buttons.ts';
import { marks } from '../foundation/patterns/marks.ts';
import { notice } from '../foundation/patterns/notice.ts';
import { rows } from '../foundation/patterns/rows.ts';
import { type } from '../foundation/patterns/type.ts';
import { waiting } from '../foundation/patterns/waiting.ts';
import { tokens } from '../foundation/tokens.ts';
import { feedSheet } from './sheet.ts';

/** Everything the activity needs, and its reserved place. */
export const styles = [
  tokens,
  base,
  type,
  marks,
  rows,
  buttons,
  notice,
  waiting,
  bones,
  feedSheet,
  css`
    :host {
      min-block-size: 200px;
    }
  `,
];
