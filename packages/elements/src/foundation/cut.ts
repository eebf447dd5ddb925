import { html, type TemplateResult } from 'lit';

/**
 * The indenture line: only where the agreement passes from one side to the other.
 * One long path and no mask, since a mask image would need `data:` in the page's content security policy.
 */
export function cut(): TemplateResult {
  const wave = `M0 4${'q6-5 12 0t12 0'.repeat(100)}`;
  return html`<svg class="cut" part="cut" viewBox="0 0 2400 8" preserveAspectRatio="xMinYMid slice" aria-hidden="true">
    <path d=${wave}></path>
  </svg>`;
}
