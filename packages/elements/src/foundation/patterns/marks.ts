import { css } from 'lit';
import { icons } from './icons.ts';

/** Icons, coins, states and the indenture line: everything drawn. */
export const marks = css`
  ${icons}
  .icon.dots {
    stroke-width: 2.5;
  }
  :host(:dir(rtl)) .icon.turns {
    scale: -1 1;
  }
  .mark {
    color: var(--_mark, var(--_quiet-mark));
  }
  .mark .dashed {
    stroke-dasharray: 2.6 2.43;
  }
  .mark .fill {
    fill: currentColor;
    stroke: none;
  }
  .mark .on {
    stroke: var(--_on-mark);
    stroke-width: 1.9;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    font-size: var(--_text-s);
    font-weight: var(--_strong);
    line-height: 1.4;
    color: var(--_word, var(--_quiet));
    white-space: nowrap;
  }
  .is-held {
    --_word: var(--_held);
    --_mark: var(--_held-mark);
  }
  .is-due {
    --_word: var(--_due);
    --_mark: var(--_due-mark);
  }
  .is-changes {
    --_word: var(--_changes);
    --_mark: var(--_changes-mark);
  }
  .is-paid {
    --_word: var(--_paid);
    --_mark: var(--_paid-mark);
  }
  .is-dispute {
    --_word: var(--_dispute);
    --_mark: var(--_dispute-mark);
  }
  .is-quiet {
    --_word: var(--_quiet);
    --_mark: var(--_quiet-mark);
  }
  .cut {
    display: var(--_cut);
    inline-size: 100%;
    block-size: 8px;
    color: var(--_rule);
    fill: none;
    stroke: currentColor;
    margin-block: var(--_5);
  }
  @media (forced-colors: active) {
    .mark,
    .cut {
      color: CanvasText;
    }
    .mark .on {
      stroke: Canvas;
    }
  }
`;
