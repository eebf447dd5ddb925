import { css } from 'lit';

/** Bones of rows at their final size, and the button below a failure. */
export const bones = css`
  .bone-row {
    align-items: center;
    padding-block: 27px;
  }
  .bone-coin {
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
  }
  .bone-line {
    inline-size: 62%;
  }
  .bone-row:nth-child(2n) .bone-line {
    inline-size: 48%;
  }
  .bone-figure {
    inline-size: 5em;
  }
  .retry {
    margin-block-start: var(--_3);
  }
`;
