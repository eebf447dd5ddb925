import { css } from 'lit';

/** A provider has no box. Its theme and density reach everything below by inheritance. */
export const styles = css`
  :host {
    display: contents;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([density='comfortable']) {
    --handsel-density: 1;
  }
  :host([density='compact']) {
    --handsel-density: 0.875;
  }
  :host([density='dense']) {
    --handsel-density: 0.75;
  }
`;
