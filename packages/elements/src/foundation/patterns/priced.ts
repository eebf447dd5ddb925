import { css } from 'lit';

/** Lines of a name and a price, with whatever is said below them. */
export const priced = css`
  .priced > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    padding-block: var(--_2);
  }
  .priced > li + li {
    border-block-start: 1px dotted var(--_rule);
  }
  /* A long figure takes its own line before a name is broken into pieces. */
  .priced .name {
    flex: 1 1 10em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .priced .money {
    margin-inline-start: auto;
  }
  .priced .small {
    flex-basis: 100%;
  }
`;
