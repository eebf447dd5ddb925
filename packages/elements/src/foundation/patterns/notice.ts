import { css } from 'lit';

/** A notice between hairlines. */
export const notice = css`
  .notice {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr);
    border-block: 1px solid var(--_hairline);
    padding-block: var(--_3);
    font-size: var(--_text-s);
    line-height: 1.5;
  }
  .notice :is(.icon, .mark) {
    margin-block-start: 0.05em;
  }
`;
