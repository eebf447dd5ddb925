import { css } from 'lit';

/** What is the review's own: the agreement and, beside or below it, what is to be done. */
export const sheet = css`
  :host {
    min-block-size: 640px;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_6) 0;
    align-items: start;
  }
  .side {
    max-inline-size: 34em;
  }
  .side > * + * {
    margin-block-start: var(--_4);
  }
  .root > .notice {
    margin-block-end: var(--_5);
  }
  .side .state {
    white-space: normal;
    align-items: start;
  }
  .gap {
    margin-block-start: 6px;
  }
  .prose > p {
    white-space: pre-line;
  }
  .prose > p + p {
    margin-block-start: var(--_2);
  }
  .lead {
    font-size: var(--_text-2xl);
    font-weight: var(--_strong);
    line-height: 1.1;
    letter-spacing: -0.022em;
    text-wrap: balance;
  }
  .lead + .prose {
    margin-block-start: var(--_3);
  }
  .parties {
    display: flex;
    gap: 10px;
    align-items: center;
    margin-block-end: var(--_4);
  }
  .parties > :last-child,
  .choice b,
  .choice span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .clauses {
    margin-block-start: var(--_5);
  }
  .clause {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr);
    padding-block: var(--_4);
    border-block-start: 1px solid var(--_hairline);
  }
  .clause:nth-child(2) {
    border-block-start: 0;
  }
  .numeral {
    font-weight: var(--_strong);
    color: var(--_ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .clause h3 {
    font-size: var(--_text-m);
  }
  .clause h3 + * {
    margin-block-start: var(--_1);
  }
  .milestones {
    margin-block-start: var(--_2);
  }
  .halves {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
    border-block-start: 1px solid var(--_ink);
    padding-block-start: var(--_4);
    margin-block-start: var(--_2);
  }
  .half {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 6px;
  }
  .between-halves .cut {
    margin-block: 0;
  }
  .between-halves .down {
    display: none;
  }
  .signature {
    display: flex;
    gap: 10px;
    align-items: end;
    min-block-size: 1.7em;
    font-size: 1.625em;
  }
  .signature .cross {
    font: 400 0.6em/1.6 system-ui;
    color: var(--_ink-soft);
  }
  .signature input {
    flex: 1;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
  }
  .signature:has([aria-invalid='true']) {
    border-color: var(--_dispute);
    border-inline-start: 4px solid var(--_dispute);
    padding-inline-start: 8px;
  }
  .figure-large {
    font-size: var(--_text-3xl);
    font-weight: var(--_strong);
    letter-spacing: -0.022em;
    line-height: 1.15;
  }
  .figure-large.long {
    font-size: min(var(--_text-3xl), 9cqi);
  }
  .fact {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr);
    padding-block-end: var(--_4);
    border-block-end: 1px solid var(--_hairline);
    font-weight: var(--_strong);
    color: var(--_paid);
  }
  .fact .mark {
    animation: seal var(--_seal) var(--_ease);
  }
  @keyframes seal {
    from {
      opacity: 0;
      scale: 0.6;
    }
  }
  blockquote {
    margin: 0;
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_rule);
    overflow-wrap: anywhere;
  }
  .choice.stacked {
    grid-template-columns: minmax(0, 1fr);
  }
  details > summary {
    cursor: pointer;
    color: var(--_accent);
    font-weight: var(--_strong);
    padding-block: var(--_2);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
    list-style-position: inside;
  }
  .inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
    padding-block: var(--_2);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_4);
  }
  .links:empty {
    display: none;
  }
  .links .button {
    padding-inline: 0;
  }
  .links.centred {
    justify-content: center;
  }
  .links.stacked {
    flex-direction: column;
    align-items: start;
  }
  .promises {
    display: grid;
    gap: var(--_3);
    border-block-start: 1px solid var(--_hairline);
    padding-block-start: var(--_4);
    margin-block-start: var(--_5);
  }
  .promises li {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr);
    font-size: var(--_text-s);
    line-height: 1.5;
  }
  .promises .icon {
    color: var(--_ink-soft);
  }
  .side .error:not(:has(span)) {
    margin: 0;
  }
  .bones {
    display: grid;
    gap: var(--_4);
    padding-block: var(--_3);
  }
  .loading {
    display: grid;
    gap: var(--_5);
    padding-block: var(--_4);
    max-inline-size: 46em;
  }
  .loading .bone:first-child {
    block-size: var(--_text-3xl);
    inline-size: 60%;
  }
  .loading .bone:nth-child(3n) {
    inline-size: 80%;
  }
  .clauses .unfold {
    padding-inline: 0;
  }
  .state + .title {
    margin-block-start: 6px;
  }
  .error:not(:has(span)) {
    margin: 0;
  }
`;
