import { css } from 'lit';
import { base } from '../foundation/patterns/base.ts';
import { buttons } from '../foundation/patterns/buttons.ts';
import { dialog } from '../foundation/patterns/dialog.ts';
import { fields } from '../foundation/patterns/fields.ts';
import { ledger } from '../foundation/patterns/ledger.ts';
import { marks } from '../foundation/patterns/marks.ts';
import { notice } from '../foundation/patterns/notice.ts';
import { rows } from '../foundation/patterns/rows.ts';
import { type } from '../foundation/patterns/type.ts';
import { waiting } from '../foundation/patterns/waiting.ts';
import { tokens } from '../foundation/tokens.ts';

/** What comes behind the first paint: the button's states and the confirmation. */
export const lateStyles = [
  tokens,
  base,
  waiting,
  type,
  marks,
  buttons,
  fields,
  ledger,
  notice,
  rows,
  dialog,
  css`
    /* As wide as the button in a row of the page's: the sheet is what is measured. */
    .root {
      container-type: normal;
    }
    dialog {
      container-type: inline-size;
    }
    .place {
      inline-size: min(168px, 100%);
      block-size: var(--_control);
      border-radius: var(--_radius);
    }
    .ask {
      inline-size: var(--_ask, auto);
    }
    .ask.primary {
      background: var(--handsel-request-payment-background, var(--_accent));
    }
    .ask.primary:hover {
      background: var(--handsel-request-payment-background, var(--_accent-hover));
    }
    .reason .button {
      min-block-size: 0;
      padding: 0;
      font-size: inherit;
      font-weight: var(--_weight);
    }
    .under {
      margin-block-start: 6px;
    }
    dialog > * + * {
      margin-block-start: 18px;
    }
    dialog > .what {
      margin-block-start: 4px;
    }
    dialog > .error {
      margin-block-start: var(--_3);
    }
    dialog > .error:not(:has(span)) {
      margin: 0;
    }
    .top {
      display: flex;
      justify-content: space-between;
      gap: var(--_4);
      align-items: start;
    }
    .top .button {
      margin-block-start: -10px;
      margin-inline-end: -12px;
      flex: none;
    }
    .until {
      font-weight: var(--_strong);
      white-space: nowrap;
    }
    .sent .line {
      padding-block: var(--_2);
    }
    .sent + .cut {
      margin-block: var(--_4);
    }
    .plain-total {
      margin-block-start: 0;
    }
    .ledger.plain-total .total {
      border-block-start: 0;
      margin-block-start: 0;
    }
    @container (max-width: 390px) {
      .actions.end {
        flex-direction: column-reverse;
        align-items: stretch;
      }
      .actions.end .plain {
        align-self: center;
      }
    }
    @media (max-width: 400px) {
      dialog {
        padding: var(--_4);
      }
    }
  `,
];
