import { css } from 'lit';

/** What the first paint needs: the place of the button, in the ink of the page. Tokens come with what uses them. */
export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
    min-block-size: 44px;
  }
  :host([hidden]) {
    display: none !important;
  }
  .place {
    display: block;
    inline-size: min(168px, 100%);
    block-size: 44px;
    border-radius: 4px;
    background: color-mix(in oklab, currentColor 10%, transparent);
  }
`;
