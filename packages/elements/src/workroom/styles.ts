import { css } from 'lit';
import { feedSheet } from '../activity/sheet.ts';
import { detailsSheet } from '../details/sheet.ts';
import { base } from '../foundation/patterns/base.ts';
import { bones } from '../foundation/patterns/bones.ts';
import { buttons } from '../foundation/patterns/buttons.ts';
import { dialog } from '../foundation/patterns/dialog.ts';
import { fields } from '../foundation/patterns/fields.ts';
import { ledger } from '../foundation/patterns/ledger.ts';
import { marks } from '../foundation/patterns/marks.ts';
import { menu } from '../foundation/patterns/menu.ts';
import { next } from '../foundation/patterns/next.ts';
import { notice } from '../foundation/patterns/notice.ts';
import { person } from '../foundation/patterns/person.ts';
import { proposal } from '../foundation/patterns/proposal.ts';
import { rows } from '../foundation/patterns/rows.ts';
import { tabs } from '../foundation/patterns/tabs.ts';
import { type } from '../foundation/patterns/type.ts';
import { waiting } from '../foundation/patterns/waiting.ts';
import { tokens } from '../foundation/tokens.ts';
import { timelineSheet } from '../milestone-timeline/sheet.ts';

const room = css`
  :host {
    min-block-size: 640px;
  }
  .room-head {
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: var(--_5);
    margin-block-end: 18px;
  }
  .room-title {
    min-inline-size: 0;
  }
  .lead {
    text-align: match-parent;
    margin-block: 6px 10px;
    font-size: var(--_text-2xl);
    font-weight: var(--_strong);
    line-height: 1.15;
    letter-spacing: -0.018em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 10px;
    overflow-wrap: anywhere;
  }
  .room-sum {
    display: grid;
    justify-items: end;
    gap: 6px;
    text-align: end;
  }
  .room-menu {
    margin-block-start: -10px;
  }
  .paid-mark {
    font-weight: var(--_weight);
  }
  .menu-button {
    anchor-name: --handsel-menu;
    min-inline-size: 44px;
    min-block-size: 44px;
    /* The dots stand at the edge of the column, and nothing stands out of the room. */
    justify-content: flex-end;
    color: var(--_ink);
  }
  .menu-button .icon {
    margin-inline-end: -1px;
    inline-size: calc(var(--_unit) * 1.5);
    block-size: calc(var(--_unit) * 1.5);
    stroke-width: 3;
  }
  .menu:popover-open {
    position: fixed;
    position-anchor: --handsel-menu;
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-block;
    inset: auto;
    margin: 4px 0 0;
    max-inline-size: min(24em, calc(100vi - 16px));
    max-block-size: calc(100dvb - 16px);
    overflow: auto;
    font-size: var(--_unit);
    line-height: 1.4;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 19em;
    gap: var(--_6) 56px;
    align-items: start;
    margin-block-start: 28px;
  }
  .columns section + section,
  .change {
    margin-block-start: 36px;
  }
  .section-head {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--_3);
    min-block-size: 36px;
    margin-block-end: 6px;
  }
  .section-head .button,
  .change .plain {
    padding-inline: 0;
    font-size: var(--_text-s);
  }
  .panel {
    margin-block-start: 28px;
  }
  .room-notice {
    display: flex;
    gap: 0.5em;
    margin-block-end: var(--_4);
  }
  .notice + .room-notice {
    margin-block-start: var(--_3);
  }
  .room-notice .icon {
    inline-size: 1.4em;
    block-size: 1.4em;
  }
  .gap {
    margin-block-start: 4px;
  }
  .next .head {
    text-align: match-parent;
  }
  .next.paid {
    border-block-start-color: var(--_paid-mark);
  }
  .paid .head,
  .stop {
    font-size: var(--_text-xl);
    line-height: 1.2;
    letter-spacing: -0.012em;
  }
  .stop .mark {
    vertical-align: -0.14em;
  }
  blockquote {
    margin: var(--_2) 0 0;
    padding-inline-start: var(--_3);
    border-inline-start: 2px solid var(--_rule);
    overflow-wrap: anywhere;
  }
  .change .proposal {
    margin-block-start: var(--_2);
  }
  .change .actions {
    margin-block-start: var(--_3);
  }
  .dialog-head {
    align-items: start;
  }
  .dialog-head .button {
    margin: -8px -12px 0 0;
  }
  .dialog-body > * + * {
    margin-block-start: var(--_4);
  }
  .dialog-body > .error:not(:has(span)) {
    margin: 0;
  }
  /* Where both do not fit in one line, what is asked for comes first. */
  .dialog-body .actions {
    flex-wrap: wrap-reverse;
  }
  .way-back:empty {
    display: none;
  }
  .bone-title {
    inline-size: 55%;
    block-size: 1.6em;
    margin-block: 30px 14px;
  }
  .bone-who {
    inline-size: 35%;
    margin-block-end: 44px;
  }
  .inside > .button {
    margin-block-end: var(--_4);
    padding-inline: 0;
  }
  .proposing > * + * {
    margin-block-start: var(--_5);
  }
  @container (max-width: 760px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 560px) {
    .room-head {
      position: relative;
      display: block;
    }
    .room-title > * {
      padding-inline-end: 40px;
    }
    .room-sum {
      justify-items: start;
      text-align: start;
      margin-block-start: 14px;
    }
    .room-menu {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
    }
    .next > .actions,
    .next > .actions > .button,
    .next > handsel-request-payment {
      --_ask: 100%;
      inline-size: 100%;
    }
    .dialog-body .actions {
      flex-direction: column-reverse;
      align-items: stretch;
    }
  }
`;

/** Everything the workroom and its parts need, and its reserved place. */
export const styles = [
  tokens,
  base,
  type,
  marks,
  rows,
  buttons,
  fields,
  ledger,
  tabs,
  notice,
  next,
  menu,
  dialog,
  person,
  proposal,
  waiting,
  bones,
  timelineSheet,
  detailsSheet,
  feedSheet,
  room,
];
