import { css } from 'lit';

/** The native dialog as a raised sheet with our scrim. */
export const dialog = css`
  dialog {
    inline-size: min(30em, calc(100vi - 2 * var(--_4)));
    max-block-size: calc(100dvb - 2 * var(--_4));
    padding: var(--_5);
    overflow: auto;
    background: var(--_raised);
    color: var(--_ink);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-sheet);
    box-shadow: var(--_shadow);
    font-size: var(--_unit);
    line-height: 1.5;
  }
  dialog::backdrop {
    background: var(--_scrim, oklch(0.2 0.03 240 / 0.5));
  }
`;
