import { css } from 'lit';

/** How the timeline looks, alone or in the workroom. */
export const timelineSheet = css`
  .timeline > li {
    position: relative;
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr);
    padding-block: var(--_4);
    content-visibility: auto;
    contain-intrinsic-size: auto 100% auto 78px;
  }
  .timeline > li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(var(--_unit) * 0.625 - 0.75px);
    inset-block: calc(var(--_4) + var(--_unit) * 1.75) -0.5em;
    border-inline-start: 1.5px dotted var(--_rule);
  }
  .timeline > li.past::before {
    border-inline-start: 1.5px solid var(--_paid-mark);
  }
  .timeline .mark {
    position: relative;
    margin-block-start: 0.14em;
  }
  .timeline .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--_4);
    padding-block-end: var(--_4);
    margin-block-end: calc(-1 * var(--_4));
    border-block-end: 1px solid var(--_hairline);
  }
  .timeline li:last-child .body {
    border: 0;
  }
  .timeline .name {
    text-align: match-parent;
  }
  .timeline .amount {
    text-align: end;
  }
  .timeline .word {
    font-size: var(--_text-s);
    font-weight: var(--_strong);
    line-height: 1.45;
    color: var(--_word);
  }
  .timeline summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }
  .prose {
    white-space: pre-line;
  }
  /* The figure takes a line of its own, with its state at the end, as in the list. */
  @container (max-width: 320px) {
    .timeline :is(.name, .about) {
      grid-column: 1 / -1;
    }
    .timeline .amount {
      order: 1;
    }
    .timeline .amount:not(.word) {
      text-align: start;
    }
  }
`;
