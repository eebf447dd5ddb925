import { html, type TemplateResult } from 'lit';

/** How an icon is drawn: `dots` thickens the stroke, `turns` mirrors it where text runs from right to left. */
export type IconKind = '' | 'dots' | 'turns';

/** Draws one of the paths below. It is decoration: the word beside it, or the button's name, carries the meaning. */
export function icon(path: string, kind: IconKind = ''): TemplateResult {
  return html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
}

/* What a first paint may need: the other drawings are loaded with what shows them. */
/** A check. */
export const CHECK = 'm5 12.5 4.5 4.5L19 7.5';
/** A warning triangle. */
export const WARNING = 'M12 4 3.5 19.5h17zM12 10v4.5M12 17h.01';
/** A broken signal. */
export const OFFLINE =
  'M4 4l16 16M3.5 10a13 13 0 0 1 4-2.6M20.5 10a13 13 0 0 0-9-3.5M7 13.6a8 8 0 0 1 4-2M16.5 13.3M10 17.2a3 3 0 0 1 4 0';
/** A quarter turn, for `spin`. */
export const WAIT = 'M12 4a8 8 0 0 1 8 8';
