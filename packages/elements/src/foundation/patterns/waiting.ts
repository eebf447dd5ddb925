import { css } from 'lit';

/** Bones at final positions (no shimmer) and the turning arc of a busy button. */
export const waiting = css`
  .bone {
    display: block;
    block-size: 0.8em;
    border-radius: 2px;
    background: color-mix(in oklab, var(--_ink) 10%, transparent);
  }
  .spin {
    animation: spin 900ms linear infinite;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spin {
      display: none;
    }
  }
`;
