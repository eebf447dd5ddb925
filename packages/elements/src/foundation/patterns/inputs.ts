import { css } from 'lit';

// A page's own rules for inputs must not make slotted ones look unlike the fields beside them: hence `!important`.
/** Labels, inputs to write on, help and errors below them. Slotted inputs look the same. */
export const inputs = css`
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
  .money-input {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: 0.5em 0.75em;
    background: var(--_field);
    border: var(--_line) solid var(--_rule);
    border-block-end: 2px solid var(--_ink-soft);
    border-radius: var(--_radius);
    font: inherit;
    color: var(--_ink);
    line-height: 1.45;
  }
  ::slotted(input) {
    display: block !important;
    box-sizing: border-box !important;
    inline-size: 100% !important;
    min-block-size: var(--_control) !important;
    margin: 0 !important;
    padding: 0.5em 0.75em !important;
    background: var(--_field) !important;
    border: var(--_line) solid var(--_rule) !important;
    border-block-end: 2px solid var(--_ink-soft) !important;
    border-radius: var(--_radius) !important;
    font: inherit !important;
    color: var(--_ink) !important;
    line-height: 1.45 !important;
  }
  ::slotted(:focus-visible) {
    outline: 2px solid var(--_focus) !important;
    outline-offset: 2px !important;
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
  .money-input:has([aria-invalid='true']) {
    border-color: var(--_dispute);
    border-inline-start-width: 4px;
  }
  ::slotted([aria-invalid='true']) {
    border-color: var(--_dispute) !important;
    border-inline-start-width: 4px !important;
  }
`;
