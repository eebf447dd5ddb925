import { css } from 'lit';

/** A proposed change of the milestones, line by line. */
export const proposal = css`
  .proposal {
    border-block: 1px solid var(--_hairline);
  }
  .proposal > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    padding-block: var(--_2);
  }
  .proposal > li + li {
    border-block-start: 1px dotted var(--_rule);
  }
  /* A long figure takes its own line before a name is broken into pieces. */
  .proposal .name {
    flex: 1 1 8em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .proposal .money {
    margin-inline-start: auto;
  }
  .proposal .small {
    flex-basis: 100%;
  }
  .proposal .order {
    list-style: decimal inside;
  }
  .told {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;
