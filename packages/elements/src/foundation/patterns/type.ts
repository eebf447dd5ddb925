import { css } from 'lit';

/** Titles, second text, figures and the two small helpers of layout that go with them. */
export const type = css`
  .title {
    font-size: var(--_text-xl);
    font-weight: var(--_strong);
    line-height: 1.2;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .head {
    font-weight: var(--_strong);
    line-height: 1.35;
  }
  .soft {
    color: var(--_ink-soft);
  }
  .small {
    font-size: var(--_text-s);
    line-height: 1.45;
  }
  .tiny {
    font-size: var(--_text-xs);
    line-height: 1.4;
  }
  .strong {
    font-weight: var(--_strong);
  }
  .number,
  .money {
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  .sum {
    font-size: var(--_text-2xl);
    font-weight: var(--_strong);
    line-height: 1.1;
    letter-spacing: -0.018em;
  }
  .between {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_4);
  }
  .cluster {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
  }
`;
