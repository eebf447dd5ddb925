import { css } from 'lit';
import { mainButtons } from './main-buttons.ts';

/** Buttons: `primary`, `second`, `plain`, `danger`, `square` (an icon with a name), `compact`, `wide`; and the reason below. */
export const buttons = css`
  .button.danger {
    border-color: var(--_dispute);
    color: var(--_dispute);
  }
  .button.compact {
    min-block-size: calc(var(--_control) - 8px);
    font-size: var(--_text-s);
    padding-inline: 0.9em;
  }
  .button.square {
    inline-size: var(--_control);
    padding: 0;
    color: var(--_ink-soft);
  }
  .button.square.compact {
    inline-size: calc(var(--_control) - 8px);
  }
  @media (pointer: coarse) {
    .button.square.compact {
      inline-size: var(--_control);
      min-block-size: var(--_control);
    }
  }
  .button.square:hover {
    background: var(--_wash);
    color: var(--_ink);
  }
  ${mainButtons}
  .reason {
    display: flex;
    gap: 0.5em;
    font-size: var(--_text-s);
    color: var(--_ink-soft);
    margin-block-start: var(--_2);
    line-height: 1.45;
  }
  .reason :is(.icon, .mark) {
    inline-size: 1.2em;
    block-size: 1.2em;
    margin-block-start: 0.12em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3);
    align-items: center;
  }
  .actions.end {
    justify-content: flex-end;
  }
  @media (forced-colors: active) {
    .button:is(.plain, .square) {
      border-color: Canvas;
    }
    .button.primary:not([aria-disabled='true']) {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;
