import { css } from 'lit';
import { priced } from './priced.ts';

/** A proposed change of the milestones, line by line. */
export const proposal = css`
  ${priced}
  .proposal {
    border-block: 1px solid var(--_hairline);
  }
  .proposal .order {
    list-style: decimal inside;
  }
  .told {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;
