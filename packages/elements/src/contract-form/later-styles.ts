import { css } from 'lit';
import { buttons } from '../foundation/patterns/buttons.ts';
import { choice } from '../foundation/patterns/choice.ts';
import { ledger } from '../foundation/patterns/ledger.ts';
import { marks } from '../foundation/patterns/marks.ts';
import { moneyInput } from '../foundation/patterns/money-input.ts';
import { rows } from '../foundation/patterns/rows.ts';

/** All marks and all buttons. They stand before the first styles, which know better where to put them. */
export const earlierStyles = [marks, buttons];

/** What comes behind the first paint: choices, figures, the review, the signature, and what happens next. */
export const laterStyles = [
  moneyInput,
  choice,
  ledger,
  rows,
  css`
    .half {
      max-inline-size: 21em;
    }
    .faults ul {
      margin-block-start: var(--_1);
    }
    .faults .button {
      min-block-size: 32px;
      padding: 0;
      font-weight: var(--_weight);
      text-align: start;
      color: inherit;
    }
    .faults {
      color: var(--_word);
    }
    .clauses {
      margin-block-start: 6px;
      font-size: var(--_text-s);
      line-height: 1.5;
    }
    .clauses li,
    .then li {
      display: grid;
      grid-template-columns: var(--_margin) minmax(0, 1fr);
      padding-block: 7px;
    }
    .clauses .number {
      color: var(--_ink-soft);
    }
    .review > div {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--_4);
      padding-block: 10px;
      border-block-end: 1px solid var(--_hairline);
    }
    .review dd {
      margin: 0;
      grid-column: 1;
      overflow-wrap: anywhere;
    }
    .review .change {
      grid-column: 2;
      grid-row: 1 / span 2;
      align-self: center;
      font-size: var(--_text-s);
    }
    .review .button {
      min-block-size: 24px;
    }
    .long {
      white-space: pre-line;
    }
    .step > .after-cut {
      margin-block-start: 0;
    }
    .sign {
      display: flex;
      align-items: end;
      gap: 10px;
      padding: 4px 2px 6px;
      border-block-end: 1.5px solid var(--_ink);
    }
    .sign:has(:focus-visible) {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
      border-radius: var(--_radius);
    }
    .sign b {
      font-weight: 400;
      color: var(--_ink-soft);
    }
    .sign input {
      flex: 1;
      min-inline-size: 0;
      padding: 0;
      border: 0;
      outline: 0;
      background: none;
      font:
        italic 1.5em/1.2 ui-serif,
        Georgia,
        serif;
    }
    .sign:has([aria-invalid='true']) {
      border-color: var(--_dispute);
      border-inline-start: 4px solid var(--_dispute);
      padding-inline-start: 8px;
    }
    .step > .reminder {
      margin-block-start: 10px;
    }
    .then li {
      padding-block: var(--_2);
    }
    .step > .sent-line {
      margin-block-start: 0;
      padding-block: 0;
    }
    .stands {
      margin-block-start: 4px;
    }
    .actions .plain {
      padding-inline: 0;
      margin-inline-start: var(--_1);
    }
    p .button.inline {
      vertical-align: baseline;
    }
  `,
];
