import { css } from 'lit';

/** The money input: sign, figure, code in one frame. It stands after the inputs. */
export const moneyInput = css`
  .money-input {
    display: flex;
    align-items: stretch;
    padding: 0;
  }
  .money-input:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .money-input > span {
    display: flex;
    align-items: center;
    padding-inline: 0.75em;
    color: var(--_ink-soft);
  }
  .money-input > span:last-child {
    border-inline-start: 1px solid var(--_hairline);
    font-size: var(--_text-s);
  }
  .money-input > input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    outline: 0;
    background: none;
    padding: 0.5em 0;
    padding-inline-end: 0.75em;
    text-align: end;
    font-variant-numeric: tabular-nums lining-nums;
  }
`;
