import { css } from 'lit';

/** Label, leader, figure; a single rule above a sum (`.sub`), a double rule below the final one (`.total`). */
export const ledger = css`
  .ledger > div {
    display: flex;
    align-items: baseline;
    gap: var(--_2);
    padding-block: calc(var(--_1) * 1.25);
  }
  .ledger dt {
    display: flex;
    flex: 1;
    align-items: baseline;
    gap: var(--_2);
    min-inline-size: 0;
  }
  .ledger.numbered dt > span:first-child {
    min-inline-size: 0.75em;
    flex: none;
    color: var(--_ink-soft);
  }
  .ledger dt::after {
    content: '';
    flex: 1;
    min-inline-size: 0.5em;
    border-block-end: var(--_leader);
    translate: 0 -0.25em;
    opacity: 0.75;
  }
  .ledger dd {
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
    text-align: end;
    unicode-bidi: isolate;
  }
  .ledger :is(.sub, .total) {
    font-weight: var(--_strong);
    border-block-start: var(--_line) solid var(--_ink);
    margin-block-start: var(--_1);
  }
  .ledger .total {
    border-block-end: 3px double var(--_ink);
    margin-block-start: var(--_2);
    padding-block: var(--_2);
  }
  .ledger :is(.sub, .total) dt::after {
    border: 0;
  }
`;
