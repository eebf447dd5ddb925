import { css } from 'lit';

/** The grid of every list: a margin for marks, a column for words, a column for money. */
export const rows = css`
  .rows > li,
  .line {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr) auto;
    align-items: baseline;
    padding-block: var(--_3);
  }
  .rows > li + li,
  .rows.top > li:first-child {
    border-block-start: 1px solid var(--_hairline);
  }
  :is(.rows, .line) .figure {
    text-align: end;
    padding-inline-start: var(--_4);
  }
  .rows .mark,
  .line > .mark {
    align-self: start;
    margin-block-start: 0.12em;
  }
`;
