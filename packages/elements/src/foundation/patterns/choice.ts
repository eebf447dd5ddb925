import { css } from 'lit';

/** Radios and checkboxes of our own drawing, and the boxes that hold a radio with its consequence. */
export const choice = css`
  .choice {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: var(--_2);
  }
  .choice label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.6em;
    align-items: start;
    padding: 0.65em 0.75em;
    border: var(--_line) solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_field);
    cursor: pointer;
  }
  .choice label:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .choice label:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .choice :focus-visible {
    outline: 0;
  }
  .choice b {
    font-weight: var(--_strong);
  }
  .choice span {
    grid-column: 2;
    font-size: var(--_text-s);
    color: var(--_ink-soft);
    line-height: 1.4;
  }
  .choice input,
  .check input {
    margin-block-start: 0.2em;
  }
  .check {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.65em;
    align-items: start;
  }
  :is([type='radio'], [type='checkbox']) {
    appearance: none;
    inline-size: 18px;
    block-size: 18px;
    border: 1.5px solid var(--_rule);
    border-radius: 3px;
    background: var(--_field);
    flex: none;
    display: grid;
    place-items: center;
    cursor: pointer;
  }
  [type='radio'] {
    border-radius: 50%;
  }
  :is([type='radio'], [type='checkbox']):checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  [type='radio']:checked::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--_on-accent);
  }
  [type='checkbox']:checked::before {
    content: '';
    inline-size: 5px;
    block-size: 9px;
    border: solid var(--_on-accent);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -1px;
  }
  @media (forced-colors: active) {
    :is([type='radio'], [type='checkbox']) {
      appearance: auto;
    }
    .choice label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
