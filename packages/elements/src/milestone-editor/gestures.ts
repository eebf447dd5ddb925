import type { ReactiveControllerHost } from 'lit';
import { Dragging } from './dragging.ts';
import { placesOf } from './row.ts';
import { control, type MilestoneSheet, type RowTool } from './sheet.ts';

function toolOf({
  target,
}: Event): { readonly tool: HTMLElement; readonly act: RowTool; readonly key: number } | undefined {
  const tool = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
  const key = Number(tool?.closest<HTMLElement>('[data-key]')?.dataset['key']);
  return tool ? { tool, act: tool.dataset['act'] as RowTool, key } : undefined;
}

/** Presses, keys and drags on closed rows: one listener each for all rows. */
export class RowGestures {
  readonly #sheet: MilestoneSheet;
  readonly #locked: () => boolean;
  readonly #lead: (selector: string) => void;
  readonly #dragging: Dragging;

  constructor(
    host: ReactiveControllerHost,
    sheet: MilestoneSheet,
    { locked, lead }: { locked: () => boolean; lead: (selector: string) => void },
  ) {
    this.#sheet = sheet;
    this.#locked = locked;
    this.#lead = lead;
    this.#dragging = new Dragging(host, {
      places: (key) => this.#places(key),
      drop: (key, to) => sheet.move(key, to),
    });
  }

  /** The row that is lifted, and the place it would take. */
  get drag(): { readonly lifted: number | undefined; readonly to: number | undefined } {
    return { lifted: this.#dragging.lifted, to: this.#dragging.to };
  }

  /** A handle was pressed. */
  readonly lift = (event: PointerEvent): void => {
    if (!this.#locked()) this.#dragging.lift(event);
  };

  /** One of a row's buttons was pressed. */
  readonly press = (event: Event): void => {
    const at = toolOf(event);
    if (!at || at.tool.getAttribute('aria-disabled') === 'true') return;
    const { act, key } = at;
    if (act === 'edit') this.#sheet.edit(key);
    if (act === 'remove') this.#sheet.remove(key);
    if (act === 'up' || act === 'down') this.#step(key, act, act);
  };

  /** Alt with an arrow moves the row whose button has the focus. */
  readonly key = (event: KeyboardEvent): void => {
    const up = event.key === 'ArrowUp';
    const at = toolOf(event);
    if (!at || !event.altKey || (!up && event.key !== 'ArrowDown') || this.#locked()) return;
    event.preventDefault();
    this.#step(at.key, up ? 'up' : 'down', at.act);
  };

  // A node that moves in the document loses the focus: it is given back.
  #step(key: number, way: 'up' | 'down', focus: RowTool): void {
    this.#sheet.step(key, way === 'up' ? -1 : 1);
    this.#lead(control(key, focus));
  }

  #places(key: number): readonly number[] {
    const row = this.#sheet.rows.find((each) => each.key === key);
    return row ? placesOf(this.#sheet.rows, row) : [];
  }
}
