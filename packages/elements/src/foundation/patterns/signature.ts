import { css } from 'lit';

/** A name, written as a signature on its line. */
export const signature = css`
  .signature {
    min-block-size: 1.6em;
    padding: 2px 2px 4px;
    border-block-end: 1.5px solid var(--_ink);
    font:
      italic 1.5em/1.25 ui-serif,
      Georgia,
      serif;
    overflow-wrap: anywhere;
  }
`;
