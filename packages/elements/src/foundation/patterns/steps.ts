import { css } from 'lit';

/** The ruler of steps: bars and names, no bubbles. */
export const steps = css`
  .steps {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: 4px;
    font-size: var(--_text-xs);
    line-height: 1.3;
  }
  .steps li {
    border-block-start: 3px solid var(--_hairline);
    padding-block-start: 6px;
    color: var(--_ink-soft);
    white-space: nowrap;
  }
  .steps :is(.done, [aria-current]) {
    border-color: var(--_accent);
  }
  .steps [aria-current] {
    color: var(--_ink);
    font-weight: var(--_strong);
  }
  .steps .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    vertical-align: -0.2em;
    stroke-width: 2;
  }
  @container (max-width: 400px) {
    .steps .icon {
      display: none;
    }
  }
`;
