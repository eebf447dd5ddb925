import { css } from 'lit';

/** The buttons every form begins with: `primary`, `second`, `plain`, `wide`. */
export const mainButtons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: var(--_control);
    padding: 0.35em 1.15em;
    border: var(--_line) solid transparent;
    border-radius: var(--_radius);
    background: transparent;
    font-weight: var(--_strong);
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--_fast),
      border-color var(--_fast);
  }
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: var(--_accent-hover);
  }
  .button.second {
    border-color: var(--_rule);
    color: var(--_ink);
  }
  .button.second:hover {
    background: var(--_wash);
    border-color: var(--_ink-soft);
  }
  .button.plain {
    color: var(--_accent);
    padding-inline: 0.5em;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
  }
  .button.wide {
    inline-size: 100%;
  }
  .button[aria-disabled='true'] {
    background: transparent;
    color: var(--_ink-soft);
    border: var(--_line) dashed var(--_rule);
    cursor: not-allowed;
  }
  .button[aria-busy='true'] {
    cursor: progress;
  }
`;
