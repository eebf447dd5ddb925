import { css } from 'lit';
import { signature } from '../foundation/patterns/signature.ts';

/** How the details look, alone or in the workroom. */
export const detailsSheet = css`
  .details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: 46em;
  }
  .details > section {
    padding-block: var(--_5);
    border-block-start: 1px solid var(--_hairline);
  }
  .details > section:first-child {
    padding-block-start: 0;
    border: 0;
  }
  .details .head {
    margin-block-end: var(--_2);
  }
  .prose {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .clauses > li {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr);
    padding-block: 6px;
  }
  .numeral {
    font-weight: var(--_strong);
    font-variant-numeric: tabular-nums;
  }
  .parties {
    display: grid;
    gap: var(--_3) var(--_5);
  }
  .parties > li {
    display: flex;
    gap: 10px;
    align-items: center;
  }
  .parties > li > span:last-child {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .halves .cut {
    margin-block: var(--_4);
  }
  ${signature}
  .signature.open {
    border-block-end-style: dashed;
    border-color: var(--_rule);
  }
  .half .small {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
    margin-block-start: 6px;
  }
  .halves + p {
    margin-block-start: var(--_4);
  }
  .details code {
    font-size: var(--_text-xs);
    overflow-wrap: anywhere;
  }
  .facts > div {
    display: grid;
    grid-template-columns: 8em minmax(0, 1fr);
    padding-block: 3px;
  }
  .facts .number {
    white-space: normal;
  }
  @container (min-width: 520px) {
    .parties {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .halves {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 var(--_6);
    }
    .halves .cut {
      display: none;
    }
  }
`;
