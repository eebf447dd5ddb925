import { css } from 'lit';
import { base } from '../foundation/patterns/base.ts';
import { bones } from '../foundation/patterns/bones.ts';
import { buttons } from '../foundation/patterns/buttons.ts';
import { fields } from '../foundation/patterns/fields.ts';
import { marks } from '../foundation/patterns/marks.ts';
import { notice } from '../foundation/patterns/notice.ts';
import { rows } from '../foundation/patterns/rows.ts';
import { tabs } from '../foundation/patterns/tabs.ts';
import { type } from '../foundation/patterns/type.ts';
import { waiting } from '../foundation/patterns/waiting.ts';
import { tokens } from '../foundation/tokens.ts';

const sheet = css`
  :host {
    min-block-size: 480px;
  }
  .lead {
    font-size: var(--_text-2xl);
    font-weight: var(--_strong);
    line-height: 1.15;
    letter-spacing: -0.018em;
    text-wrap: balance;
  }
  .top {
    flex-wrap: wrap;
    gap: var(--_3) var(--_4);
  }
  .bar {
    display: grid;
    grid-template-columns: minmax(30em, 1fr) minmax(12em, 20em);
    gap: var(--_3) var(--_5);
    align-items: end;
    margin-block: var(--_4) 0;
  }
  .search {
    position: relative;
  }
  .search .icon {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 12px;
    color: var(--_ink-soft);
    pointer-events: none;
  }
  .search input {
    padding-inline-start: 40px;
  }
  .search input::placeholder {
    color: var(--_ink-soft);
    opacity: 1;
  }
  .contracts > li {
    position: relative;
    align-items: start;
    padding-block: var(--_4);
    content-visibility: auto;
    contain-intrinsic-size: auto 100% auto 82px;
  }
  .contracts > li:hover {
    background: linear-gradient(var(--_wash), var(--_wash));
  }
  .middle {
    display: grid;
    grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    gap: 2px var(--_5);
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  .name {
    padding: 0;
    border: 0;
    background: none;
    font-weight: var(--_strong);
    color: var(--_ink);
    text-align: match-parent;
    text-decoration: underline 1px var(--_rule);
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .name + div {
    text-align: match-parent;
  }
  .name:hover {
    text-decoration-thickness: 2px;
  }
  /* The whole line can be pressed; the name is what is read. */
  .name::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .name:focus-visible {
    outline: 0;
  }
  .name:focus-visible::after {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
    border-radius: var(--_radius);
  }
  .middle b {
    font-weight: var(--_strong);
  }
  .contracts .figure {
    display: grid;
    justify-items: end;
    min-inline-size: 13em;
  }
  .word {
    font-size: var(--_text-s);
    font-weight: var(--_strong);
    line-height: 1.45;
    color: var(--_word);
  }
  .foot {
    padding-block-start: var(--_4);
    min-block-size: 2.5em;
  }
  .empty {
    margin-block-start: var(--_5);
  }
  .empty > * + * {
    margin-block-start: var(--_3);
  }
  .back {
    margin-block-end: var(--_4);
  }
  [aria-busy='true'] > .contracts {
    opacity: 0.6;
  }
  @container (max-width: 720px) {
    .bar,
    .middle {
      grid-template-columns: minmax(0, 1fr);
    }
    .contracts > li {
      grid-template-columns: var(--_margin) minmax(0, 1fr);
    }
    .contracts .figure {
      grid-column: 2;
      grid-auto-flow: column;
      justify-content: space-between;
      align-items: baseline;
      min-inline-size: 0;
      padding: 6px 0 0;
    }
  }
  @container (max-width: 280px) {
    .contracts .figure {
      grid-auto-flow: row;
      justify-items: start;
    }
  }
`;

/** Everything the list needs, and its reserved place. */
export const styles = [tokens, base, type, marks, rows, buttons, fields, tabs, notice, waiting, bones, sheet];
