import { css } from 'lit';

/** Tabs with counts; the one thing that may scroll sideways. */
export const tabs = css`
  .tabs {
    display: flex;
    gap: var(--_5);
    border-block-end: 1px solid var(--_hairline);
    overflow-x: auto;
    scrollbar-width: none;
  }
  [role='tab'] {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    min-block-size: var(--_control);
    padding: 0;
    margin-block-end: -1px;
    background: none;
    border: 0;
    border-block-end: 3px solid transparent;
    color: var(--_ink-soft);
    font-weight: var(--_strong);
    white-space: nowrap;
    cursor: pointer;
  }
  [role='tab']:focus-visible {
    outline-offset: -2px;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--_ink);
    border-color: var(--_accent);
  }
  .count {
    font-weight: var(--_weight);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }
  .new {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_logged);
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'] {
      border-color: Highlight;
    }
    [role='tab'] {
      border-color: Canvas;
    }
  }
`;
