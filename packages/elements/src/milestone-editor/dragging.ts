import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where rows may go, and what happens when one is dropped. */
export interface DragRules {
  /** The places the row may be dropped on. */
  places(key: number): readonly number[];
  drop(key: number, to: number): void;
}

interface Drag {
  readonly key: number;
  readonly row: HTMLElement;
  readonly list: HTMLElement;
  readonly pointer: number;
  readonly startY: number;
  readonly startTop: number;
  readonly places: readonly number[];
  y: number;
  to: number | undefined;
}

const EDGE_PX = 56;
const SCROLL_PX = 14;

/**
 * Moves a row by its handle with mouse, pen or finger, by pointer events alone. Escape puts it back. The page scrolls
 * while the pointer is at an edge of the window.
 */
export class Dragging implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #rules: DragRules;
  #drag: Drag | undefined;
  #frame = 0;

  constructor(host: ReactiveControllerHost, rules: DragRules) {
    this.#host = host;
    this.#rules = rules;
    host.addController(this);
  }

  /** The row that is lifted. */
  get lifted(): number | undefined {
    return this.#drag?.key;
  }

  /** The place it would take now. */
  get to(): number | undefined {
    return this.#drag?.to;
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Lifts the row whose handle was pressed. */
  readonly lift = (event: PointerEvent): void => {
    const handle = event.target instanceof Element ? event.target.closest('.handle') : null;
    const row = handle?.closest<HTMLElement>('[data-key]');
    const list = row?.parentElement;
    if (!row || !list || event.button !== 0 || this.#drag) return;
    const key = Number(row.dataset['key']);
    const places = this.#rules.places(key);
    if (places.length < 2) return;
    event.preventDefault();
    const startTop = list.getBoundingClientRect().top;
    this.#drag = {
      key,
      row,
      list,
      pointer: event.pointerId,
      startY: event.clientY,
      startTop,
      places,
      y: event.clientY,
      to: undefined,
    };
    row.setPointerCapture(event.pointerId);
    row.addEventListener('pointermove', this.#follow);
    row.addEventListener('pointerup', this.#drop);
    row.addEventListener('pointercancel', this.#cancel);
    window.addEventListener('keydown', this.#escape, true);
    this.#frame = requestAnimationFrame(this.#scroll);
    this.#host.requestUpdate();
  };

  readonly #follow = (event: PointerEvent) => {
    if (!this.#drag || event.pointerId !== this.#drag.pointer) return;
    this.#drag.y = event.clientY;
    this.#place(this.#drag);
  };

  // The row follows the pointer, also while the page scrolls under it.
  #place(drag: Drag): void {
    const top = drag.list.getBoundingClientRect().top;
    drag.row.style.translate = `0 ${drag.y - drag.startY - (top - drag.startTop)}px`;
    const to = this.#goal(drag);
    if (to === drag.to) return;
    drag.to = to;
    this.#host.requestUpdate();
  }

  // The place whose middle the pointer has passed, among those that are allowed.
  #goal(drag: Drag): number | undefined {
    const rows = [...drag.list.querySelectorAll<HTMLElement>(':scope > [data-place]')];
    const boxes = rows.map((row) => ({ place: Number(row.dataset['place']), box: row.getBoundingClientRect(), row }));
    const others = boxes.filter(({ row, place }) => row !== drag.row && drag.places.includes(place));
    const passed = others.filter(({ box }) => drag.y > box.top + box.height / 2).length;
    return drag.places[passed];
  }

  readonly #scroll = () => {
    const drag = this.#drag;
    if (!drag) return;
    const below = drag.y - (window.innerHeight - EDGE_PX);
    const above = EDGE_PX - drag.y;
    const by = below > 0 ? SCROLL_PX : above > 0 ? -SCROLL_PX : 0;
    if (by !== 0) {
      window.scrollBy(0, by);
      this.#place(drag);
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  readonly #drop = (event: PointerEvent) => {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    const { key, to } = drag;
    this.#end();
    if (to !== undefined) this.#rules.drop(key, to);
  };

  readonly #cancel = () => this.#end();

  readonly #escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  };

  #end(): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = undefined;
    cancelAnimationFrame(this.#frame);
    drag.row.style.translate = '';
    drag.row.removeEventListener('pointermove', this.#follow);
    drag.row.removeEventListener('pointerup', this.#drop);
    drag.row.removeEventListener('pointercancel', this.#cancel);
    window.removeEventListener('keydown', this.#escape, true);
    this.#host.requestUpdate();
  }
}
