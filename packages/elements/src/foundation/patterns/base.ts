import { css } from 'lit';

/** The ground every element stands on: box model, inherited type, links, focus. The template's outermost box is `.root`. */
export const base = css`
  :host {
    display: block;
    font: inherit;
    min-inline-size: 0;
    text-align: start;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .root {
    container-type: inline-size;
    font-size: var(--_unit);
    font-weight: var(--_weight);
    line-height: 1.5;
    background: var(--_surface);
    color: var(--_ink);
    accent-color: var(--_accent);
    text-wrap: pretty;
    overflow-wrap: break-word;
  }
  :host([surface='paper']) .root {
    background: var(--_paper);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-sheet);
    padding: var(--_5);
  }
  :where(h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  :where(h2, h3, h4) {
    font-size: inherit;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :where(button, input, textarea, select) {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible,
  ::slotted(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    border-radius: var(--_radius);
  }
  [tabindex='-1']:focus-visible {
    outline: 0;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
