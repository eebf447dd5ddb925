import { css } from 'lit';
import { base } from '../foundation/patterns/base.ts';
import { buttons } from '../foundation/patterns/buttons.ts';
import { dialog } from '../foundation/patterns/dialog.ts';
import { marks } from '../foundation/patterns/marks.ts';
import { notice } from '../foundation/patterns/notice.ts';
import { tokens } from '../foundation/tokens.ts';

const sheet = css`
  .root {
    /* A box that asks for its container's width would be nothing wide in a row of links. */
    container-type: normal;
    display: flex;
    justify-content: flex-end;
    min-inline-size: 44px;
    min-block-size: 44px;
  }
  :host([placement='corner']) .root {
    position: absolute;
    inset-block-start: var(--_4);
    inset-inline-end: var(--_4);
  }
  .launch {
    position: relative;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border-color: var(--_rule);
    border-radius: 50%;
    color: var(--_ink);
  }
  .launch:hover {
    background: var(--_wash);
    border-color: var(--_ink-soft);
  }
  .launch:focus-visible {
    border-radius: 50%;
  }
  .new {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-end: 1px;
    inline-size: 11px;
    block-size: 11px;
    border-radius: 50%;
    background: var(--_logged);
  }
  @media (forced-colors: active) {
    .new {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  dialog {
    inline-size: min(76em, calc(100vi - 2 * var(--_4)));
    /* The list is long or short; the sheet does not jump when a tab is changed. */
    min-block-size: min(44em, calc(100dvb - 2 * var(--_4)));
  }
  .shut {
    display: flex;
    justify-content: flex-end;
    margin-block: calc(-1 * var(--_3)) 0;
    margin-inline-end: calc(-1 * var(--_3));
  }
  @media (max-width: 520px) {
    dialog {
      inline-size: 100vi;
      max-inline-size: 100vi;
      min-block-size: 100dvb;
      max-block-size: 100dvb;
      padding: var(--_4);
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;

/** Everything the button and its sheet need. */
export const styles = [tokens, base, marks, buttons, notice, dialog, sheet];
