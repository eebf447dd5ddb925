import { css } from 'lit';

/** Bones at final positions (no shimmer), seen only when waiting takes longer than 200 ms; the turning arc of a busy button. */
export const waiting = css`
  .bone {
    display: block;
    block-size: 0.8em;
    border-radius: 2px;
    background: color-mix(in oklab, var(--_ink) 10%, transparent);
    animation: appear 1ms 200ms both;
  }
  .spin {
    animation: spin 900ms linear infinite;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
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
