import { css } from 'lit';

/** Buttons: `primary`, `second`, `plain`, `danger`, `square` (an icon with a name), `compact`, `wide`; and the reason below. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: var(--_control);
    padding: 0.35em 1.15em;
    border: 1px solid transparent;
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
  .button.danger {
    border-color: var(--_dispute);
    color: var(--_dispute);
  }
  .button.compact {
    min-block-size: calc(var(--_control) - 8px);
    font-size: var(--_text-s);
    padding-inline: 0.9em;
  }
  .button.square {
    inline-size: var(--_control);
    padding: 0;
    color: var(--_ink-soft);
  }
  .button.square.compact {
    inline-size: calc(var(--_control) - 8px);
  }
  @media (pointer: coarse) {
    .button.square.compact {
      inline-size: var(--_control);
      min-block-size: var(--_control);
    }
  }
  .button.square:hover {
    background: var(--_wash);
    color: var(--_ink);
  }
  .button.wide {
    inline-size: 100%;
  }
  .button[aria-disabled='true'] {
    background: transparent;
    color: var(--_ink-soft);
    border: 1px dashed var(--_rule);
    cursor: not-allowed;
  }
  .button[aria-busy='true'] {
    cursor: progress;
  }
  .reason {
    display: flex;
    gap: 0.5em;
    font-size: var(--_text-s);
    color: var(--_ink-soft);
    margin-block-start: var(--_2);
    line-height: 1.45;
  }
  .reason :is(.icon, .mark) {
    inline-size: 1.2em;
    block-size: 1.2em;
    margin-block-start: 0.12em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3);
    align-items: center;
  }
  .actions.end {
    justify-content: flex-end;
  }
`;
