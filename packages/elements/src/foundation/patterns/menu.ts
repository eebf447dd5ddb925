import { css } from 'lit';

/** A menu of buttons and links on a raised sheet; a refused item carries its reason. */
export const menu = css`
  .menu {
    padding: var(--_1);
    min-inline-size: 15em;
    background: var(--_raised);
    color: var(--_ink);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-sheet);
    box-shadow: var(--_shadow);
  }
  .menu :is(button, a) {
    display: flex;
    inline-size: 100%;
    gap: 0.7em;
    align-items: center;
    min-block-size: 40px;
    padding: 0.3em 0.75em;
    border: 0;
    background: none;
    border-radius: 2px;
    color: var(--_ink);
    text-decoration: none;
    text-align: start;
    cursor: pointer;
  }
  .menu :is(button, a):is(:hover, :focus-visible) {
    background: var(--_wash);
  }
  .menu .icon {
    color: var(--_ink-soft);
  }
  .menu hr {
    border: 0;
    border-block-start: 1px solid var(--_hairline);
    margin: var(--_1) 0;
  }
  .menu [aria-disabled='true'] {
    color: var(--_ink-soft);
    cursor: not-allowed;
  }
  .menu small {
    display: block;
    font-size: var(--_text-xs);
    color: var(--_ink-soft);
    line-height: 1.35;
  }
  @media (pointer: coarse) {
    .menu :is(button, a) {
      min-block-size: 44px;
    }
  }
`;
