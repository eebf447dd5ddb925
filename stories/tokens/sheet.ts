import { tokens } from '@handsel/elements';
import { base } from '@handsel/elements/foundation/patterns/base.ts';
import { buttons } from '@handsel/elements/foundation/patterns/buttons.ts';
import { choice } from '@handsel/elements/foundation/patterns/choice.ts';
import { fields } from '@handsel/elements/foundation/patterns/fields.ts';
import { ledger } from '@handsel/elements/foundation/patterns/ledger.ts';
import { marks } from '@handsel/elements/foundation/patterns/marks.ts';
import { notice } from '@handsel/elements/foundation/patterns/notice.ts';
import { rows } from '@handsel/elements/foundation/patterns/rows.ts';
import { steps } from '@handsel/elements/foundation/patterns/steps.ts';
import { type } from '@handsel/elements/foundation/patterns/type.ts';
import { css, html, LitElement, type TemplateResult } from 'lit';

const layout = css`
  .sheet {
    display: grid;
    gap: 24px;
  }
  .swatches {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 16px;
  }
  .swatch {
    display: grid;
    grid-template-columns: 48px minmax(0, 1fr);
    gap: 12px;
    align-items: start;
  }
  .patch {
    block-size: 48px;
    border: 1px solid var(--_hairline);
    border-radius: 3px;
  }
  .bar {
    block-size: 16px;
    background: var(--_accent);
  }
  dl.scale {
    display: grid;
    grid-template-columns: minmax(11em, max-content) minmax(0, 1fr);
    gap: 12px 24px;
    align-items: center;
  }
  @container (max-width: 520px) {
    dl.scale {
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
    }
    dl.scale dd {
      margin-block-end: 12px;
    }
  }
  code {
    font:
      0.8125em ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }
`;

/** A sheet that wears the elements' own styles, to show the patterns they are made of. */
export class PatternSheet extends LitElement {
  static override styles = [tokens, base, type, buttons, fields, choice, ledger, marks, notice, rows, steps, layout];
  static override properties = { content: { attribute: false } };

  /** What it shows. */
  declare content: TemplateResult | undefined;

  protected override render(): TemplateResult {
    return html`<div class="root"><div class="sheet">${this.content}</div></div>`;
  }

  protected override updated(): void {
    // A style attribute would be forbidden where a page's policy is strict; the sheet keeps to the elements' own rule.
    for (const each of this.renderRoot.querySelectorAll<HTMLElement>('[data-css]')) {
      const [property = '', value = ''] = each.dataset['css']?.split(/:(.*)/) ?? [];
      each.style.setProperty(property, value);
    }
  }
}

customElements.define('pattern-sheet', PatternSheet);

/** A sheet with this on it. */
export const sheet = (content: TemplateResult) => html`<pattern-sheet .content=${content}></pattern-sheet>`;
