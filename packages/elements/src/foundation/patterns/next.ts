import { css } from 'lit';

/** The next step below its accent rule. */
export const next = css`
  .next {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_4) var(--_5);
    align-items: center;
    justify-content: space-between;
    border-block-start: 3px solid var(--_accent);
    border-block-end: 1px solid var(--_hairline);
    padding-block: var(--_4) var(--_5);
  }
  .next > :first-child {
    flex: 1 1 20em;
  }
`;
