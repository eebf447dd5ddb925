import { css } from 'lit';

/** A notice between hairlines, and the next step below its accent rule. */
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
  .next {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_4) var(--_5);
    align-items: center;
    justify-content: space-between;
    border-block-start: 3px solid var(--_accent);
    border-block-end: 1px solid var(--_hairline);
    padding-block: var(--_4) var(--_5);
  }
  .next > :first-child {
    flex: 1 1 20em;
  }
`;
