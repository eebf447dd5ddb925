import { css } from 'lit';
import { base } from '../foundation/patterns/base.ts';
import { waiting } from '../foundation/patterns/waiting.ts';
import { tokens } from '../foundation/tokens.ts';

/** What the first paint needs: the ground, and the place of the button. */
export const styles = [
  tokens,
  base,
  waiting,
  css`
    :host {
      min-block-size: 44px;
    }
    .button-bone {
      inline-size: min(168px, 100%);
      block-size: var(--_control);
      border-radius: var(--_radius);
    }
  `,
];
