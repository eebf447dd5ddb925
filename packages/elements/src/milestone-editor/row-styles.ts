import { css } from 'lit';

/** The closed rows: grip, numeral, words, amount, tools; lifted and its goal while it is dragged. */
export const rowStyles = css`
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    padding-block: var(--_3);
    border-block-end: 1px solid var(--_hairline);
    position: relative;
  }
  /* Hundreds of rows: those out of sight are not laid out; the room for focus rings stays inside each row. */
  .many .row {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 61px;
    margin-inline: -6px;
    padding-inline: 6px;
  }
  .handle {
    display: grid;
    grid-template-columns: 22px minmax(var(--_margin), auto);
    align-items: center;
    align-self: stretch;
  }
  .inline .handle:not(.movable) {
    grid-template-columns: minmax(var(--_margin), auto);
  }
  .inline .handle {
    grid-template-columns: 16px minmax(var(--_margin), auto);
  }
  .handle.movable {
    cursor: grab;
    touch-action: none;
  }
  .handle .icon {
    color: var(--_rule);
    margin-inline-start: -6px;
  }
  .handle.movable:hover .icon {
    color: var(--_ink);
  }
  .handle .numeral {
    grid-column: -2;
  }
  .numeral {
    padding-inline-end: var(--_2);
    color: var(--_ink-soft);
    font-weight: var(--_strong);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .words {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .row .amount {
    padding-inline: var(--_4) 10px;
  }
  .tools {
    display: flex;
    justify-content: end;
  }
  .tools [aria-disabled='true'] {
    border-color: transparent;
    opacity: 0.45;
  }
  .lifted {
    background: var(--_raised);
    box-shadow: var(--_shadow);
    outline: 1px solid var(--_rule);
    border-radius: var(--_radius-sheet);
    border-color: transparent;
    margin-inline: -12px;
    padding-inline: 12px;
    cursor: grabbing;
    touch-action: none;
    z-index: 1;
  }
  .many .lifted {
    content-visibility: visible;
  }
  .drop-before::before,
  .drop-after::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    block-size: 2px;
    background: var(--_focus);
  }
  .drop-before::before {
    inset-block-start: -1px;
  }
  .drop-after::after {
    inset-block-end: -1px;
  }
  @container (max-width: 519px) {
    /* A long figure takes its own line before a name is broken into pieces. */
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      row-gap: 6px;
    }
    .words {
      flex: 1 1 8em;
    }
    .handle,
    .inline .handle,
    .inline .handle:not(.movable) {
      grid-template-columns: minmax(var(--_margin), auto);
      align-items: start;
    }
    .handle .icon {
      display: none;
    }
    .row .amount {
      margin-inline-start: auto;
      padding-inline-end: 0;
    }
    .tools {
      flex: 0 0 100%;
      justify-content: start;
      padding-inline-start: calc(var(--_margin) - 10px);
    }
    .lifted {
      margin-inline: -8px;
      padding-inline: 8px;
    }
  }
  @media (forced-colors: active) {
    .drop-before::before,
    .drop-after::after {
      background: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .lifted {
      transition: none;
    }
  }
`;
