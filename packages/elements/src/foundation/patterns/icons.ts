import { css } from 'lit';

/** Icons at the height of the text beside them, alone: what a first paint needs of everything drawn. */
export const icons = css`
  .icon,
  .mark {
    inline-size: calc(var(--_unit) * 1.25);
    block-size: calc(var(--_unit) * 1.25);
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.28em;
    overflow: visible;
  }
`;
