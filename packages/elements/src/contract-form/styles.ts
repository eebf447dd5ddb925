import { css } from 'lit';
import { base } from '../foundation/patterns/base.ts';
import { icons } from '../foundation/patterns/icons.ts';
import { inputs } from '../foundation/patterns/inputs.ts';
import { mainButtons } from '../foundation/patterns/main-buttons.ts';
import { notice } from '../foundation/patterns/notice.ts';
import { steps } from '../foundation/patterns/steps.ts';
import { type } from '../foundation/patterns/type.ts';
import { waiting } from '../foundation/patterns/waiting.ts';
import { tokens } from '../foundation/tokens.ts';

const form = css`
  :host {
    min-block-size: 560px;
  }
  .form {
    max-inline-size: 34em;
  }
  .form > * + *,
  .step > * + * {
    margin-block-start: 22px;
  }
  .step[hidden],
  .problem:not(:has(span)) {
    display: none;
  }
  .lead {
    margin-block-start: 6px;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 22px var(--_4);
  }
  .two > :nth-child(3) {
    grid-column: 1 / -1;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3);
    align-items: center;
    justify-content: space-between;
    padding-block-start: 4px;
  }
  .foot > span {
    flex: 1 1 8em;
  }
  .foot > .primary {
    margin-inline-start: auto;
  }
  .form > .state-line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_3);
    margin-block-start: var(--_3);
  }
  .error:not(:has(span)) {
    margin: 0;
  }
  .button.inline {
    min-block-size: 0;
    padding: 0;
    font: inherit;
  }
  .bones {
    display: grid;
    gap: var(--_5);
  }
  ::slotted([slot='trap']) {
    position: absolute !important;
    inline-size: 1px !important;
    min-block-size: 1px !important;
    block-size: 1px !important;
    padding: 0 !important;
    overflow: hidden !important;
    clip-path: inset(50%) !important;
  }
  @container (max-width: 519px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 330px) {
    .steps {
      font-size: 11px;
      gap: 3px;
    }
  }
`;

/** What the first paint needs: the ground, the ruler, fields and buttons. */
export const styles = [tokens, base, type, icons, mainButtons, inputs, steps, notice, waiting, form];
