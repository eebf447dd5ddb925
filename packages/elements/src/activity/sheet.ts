import { css } from 'lit';

/** How the activity looks, alone or in the workroom. */
export const feedSheet = css`
  .feed > li {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr) auto;
    align-items: baseline;
    column-gap: 0;
    padding-block: 6px;
    font-size: var(--_text-s);
    line-height: 1.45;
    content-visibility: auto;
    contain-intrinsic-size: auto 100% auto 34px;
  }
  .feed .day {
    grid-column: 1 / -1;
    padding-block: var(--_2) var(--_1);
    border-block-end: 1px solid var(--_hairline);
    margin-block-end: 6px;
  }
  .feed li:first-child .day {
    padding-block-start: 0;
  }
  .feed .mark,
  .feed .dot {
    align-self: start;
  }
  .feed .mark {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin-block-start: 0.14em;
  }
  .feed .dot {
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: var(--_rule);
    margin-block-start: 0.55em;
    margin-inline: 0.4em 0;
  }
  .feed + .button {
    padding-inline: 0;
    font-size: var(--_text-s);
  }
  .feed time {
    padding-inline-start: var(--_3);
  }
  .feed blockquote {
    margin: 2px 0 4px;
    padding-inline-start: var(--_3);
    border-inline-start: 2px solid var(--_hairline);
    overflow-wrap: anywhere;
  }
  .prose {
    white-space: pre-line;
  }
  @media (forced-colors: active) {
    .feed .dot {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
