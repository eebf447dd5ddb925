import { css } from 'lit';

/** What changes with the width of the element, never of the window. */
export const widths = css`
  @container (min-width: 520px) {
    .unfold {
      display: none;
    }
    .halves {
      grid-template-columns: minmax(0, 1fr) 8px minmax(0, 1fr);
      gap: 0 var(--_5);
    }
    .between-halves {
      position: relative;
    }
    .between-halves .cut {
      display: none;
    }
    .between-halves .down {
      display: block;
      position: absolute;
      inset: 0;
      inline-size: 8px;
      block-size: 100%;
    }
    .lead {
      font-size: var(--_text-3xl);
    }
  }
  @container (max-width: 519.98px) {
    .clauses:not(.unfolded) .folds {
      display: none;
    }
    .clauses.unfolded .unfold {
      display: none;
    }
  }
  @container (min-width: 760px) {
    .two {
      grid-template-columns: minmax(0, 46em) minmax(17em, 21em);
      justify-content: space-between;
      gap: 0 56px;
    }
    .side {
      border-inline-start: 1px solid var(--_hairline);
      padding-inline-start: 40px;
      max-inline-size: none;
    }
    .figure-large.long {
      font-size: var(--_text-2xl);
    }
    .decides .side {
      grid-column: 2;
      grid-row: 1;
    }
    .decides .agreement {
      grid-column: 1;
      grid-row: 1;
    }
  }
`;
