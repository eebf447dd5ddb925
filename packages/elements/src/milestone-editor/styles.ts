import { css } from 'lit';
import { base } from '../foundation/patterns/base.ts';
import { buttons } from '../foundation/patterns/buttons.ts';
import { fields } from '../foundation/patterns/fields.ts';
import { ledger } from '../foundation/patterns/ledger.ts';
import { marks } from '../foundation/patterns/marks.ts';
import { notice } from '../foundation/patterns/notice.ts';
import { type } from '../foundation/patterns/type.ts';
import { tokens } from '../foundation/tokens.ts';
import { rowStyles } from './row-styles.ts';

const sheet = css`
  .top {
    margin-block-end: var(--_4);
  }
  .top .lead {
    margin-block-start: 4px;
  }
  .empty p {
    margin-block: var(--_2) 18px;
  }
  .list {
    border-block-start: 1px solid var(--_hairline);
  }
  .list:empty {
    display: none;
  }
  .undone {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_3);
    align-items: center;
    padding-block: var(--_1);
    font-size: var(--_text-s);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_3) var(--_5);
    align-items: end;
    justify-content: space-between;
    padding-block-start: 18px;
  }
  .foot .sums {
    flex: 0 1 21em;
    margin-inline-start: auto;
    min-inline-size: 0;
  }
  .doing {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_3);
    align-items: center;
  }
  .inline .foot {
    padding-block-start: var(--_2);
  }
  .add.plain {
    padding-inline-start: 0;
  }
  .error:not(:has(span)) {
    margin: 0;
  }
  .open {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr);
    padding-block: 20px var(--_5);
    padding-inline-start: 22px;
    border-block-end: 1px solid var(--_hairline);
  }
  .inline .open {
    padding-inline-start: 0;
  }
  .open .named {
    display: none;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 18px var(--_4);
    align-items: start;
  }
  .full {
    grid-column: 1 / -1;
  }
  .change {
    display: grid;
    grid-template-columns: var(--_margin) minmax(0, 1fr) auto;
    align-items: baseline;
    padding-block: var(--_3);
    border-block-end: 1px solid var(--_hairline);
  }
  .change .figure {
    text-align: end;
    padding-inline-start: var(--_4);
  }
  .change .sign {
    font-weight: var(--_strong);
    font-size: 1.125em;
    line-height: 1;
  }
  del {
    color: var(--_ink-soft);
    text-decoration-thickness: 1px;
  }
  ins {
    text-decoration: none;
    font-weight: var(--_strong);
    border-block-end: 2px solid currentColor;
  }
  @container (max-width: 519px) {
    .open {
      grid-template-columns: minmax(0, 1fr);
      padding-inline-start: 0;
    }
    .open .bare {
      display: none;
    }
    .open .named {
      display: block;
      margin-block-end: 10px;
    }
    .fields {
      grid-template-columns: minmax(0, 1fr);
    }
    .foot > *,
    .foot > .sums {
      flex: 1 1 100%;
    }
    .foot .second {
      inline-size: 100%;
    }
    .doing {
      display: grid;
    }
    .doing .plain {
      justify-self: start;
      padding-inline: 0;
    }
  }
`;

/** Everything the editor is drawn with. */
export const styles = [tokens, base, type, marks, buttons, fields, ledger, notice, rowStyles, sheet];
