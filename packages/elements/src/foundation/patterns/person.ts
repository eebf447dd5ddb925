import { css } from 'lit';

/** A person's initials in a ring. */
export const person = css`
  .face {
    display: inline-grid;
    place-items: center;
    inline-size: 2.25em;
    block-size: 2.25em;
    flex: none;
    border: 1px solid var(--_rule);
    border-radius: 50%;
    background: var(--_field);
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
    font-weight: var(--_strong);
    font-variant-numeric: lining-nums;
    letter-spacing: 0.02em;
  }
`;
