import { css } from 'lit';

/** Labels, inputs to write on, help and errors below them, and the money input. Slotted inputs look the same. */
export const fields = css`
  .label {
    display: block;
    font-weight: var(--_strong);
    line-height: 1.35;
    margin-block-end: var(--_1);
  }
  .optional {
    font-weight: var(--_weight);
    color: var(--_ink-soft);
  }
  .input,
  .money-input,
  ::slotted(input) {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: 0.5em 0.75em;
    background: var(--_field);
    border: 1px solid var(--_rule);
    border-block-end: 2px solid var(--_ink-soft);
    border-radius: var(--_radius);
    font: inherit;
    color: var(--_ink);
    line-height: 1.45;
  }
  textarea.input {
    padding-block: 0.6em;
    resize: vertical;
  }
  .input[readonly] {
    background: transparent;
    border-style: dashed;
  }
  .help,
  .error {
    font-size: var(--_text-s);
    line-height: 1.45;
    margin-block-start: calc(var(--_1) * 1.5);
    color: var(--_ink-soft);
  }
  .help.split {
    display: flex;
    justify-content: space-between;
    gap: var(--_4);
  }
  .error {
    display: flex;
    gap: 0.45em;
    color: var(--_dispute);
    font-weight: var(--_strong);
  }
  .error:empty {
    display: none;
  }
  .error .icon {
    inline-size: 1.2em;
    block-size: 1.2em;
    margin-block-start: 0.12em;
  }
  [aria-invalid='true'],
  .money-input:has([aria-invalid='true']),
  ::slotted([aria-invalid='true']) {
    border-color: var(--_dispute);
    border-inline-start-width: 4px;
  }
  .money-input {
    display: flex;
    align-items: stretch;
    padding: 0;
  }
  .money-input:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .money-input > span {
    display: flex;
    align-items: center;
    padding-inline: 0.75em;
    color: var(--_ink-soft);
  }
  .money-input > span:last-child {
    border-inline-start: 1px solid var(--_hairline);
    font-size: var(--_text-s);
  }
  .money-input > input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    outline: 0;
    background: none;
    padding: 0.5em 0;
    padding-inline-end: 0.75em;
    text-align: end;
    font-variant-numeric: tabular-nums lining-nums;
  }
`;
