import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { ELLIPSIS, icon } from '../foundation/icons.ts';
import type { MenuItem } from './menu-items.ts';

/** What the menu needs besides its items. */
export interface MenuOptions {
  readonly name: string;
  readonly items: readonly MenuItem[];
  readonly choose: (item: MenuItem) => void;
}

/**
 * The … button and its menu: a native popover with the keys of a menu. What cannot be done stays in reach of the keys,
 * so that its reason can be read.
 */
export class Menu implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #button = createRef<HTMLButtonElement>();
  readonly #menu = createRef<HTMLElement>();
  #open = false;
  #typed = '';
  #typedAt = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** A popover is closed by leaving the page. */
  hostDisconnected(): void {
    this.#open = false;
  }

  render({ name, items, choose }: MenuOptions): TemplateResult {
    return html`<button
        class="button square menu-button"
        part="button"
        type="button"
        id="menu-button"
        aria-label=${name}
        aria-haspopup="menu"
        aria-expanded=${this.#open ? 'true' : 'false'}
        aria-controls="menu"
        popovertarget="menu"
        ${ref(this.#button)}
        @keydown=${this.#opens}
      >
        ${icon(ELLIPSIS, 'dots')}
      </button>
      <div
        class="menu"
        part="menu"
        id="menu"
        role="menu"
        aria-labelledby="menu-button"
        popover="auto"
        ${ref(this.#menu)}
        @beforetoggle=${this.#closes}
        @toggle=${this.#toggled}
        @keydown=${this.#keys}
      >
        ${items.map((item, index) => this.#item(item, items[index - 1], choose))}
      </div>`;
  }

  #item(item: MenuItem, before: MenuItem | undefined, choose: MenuOptions['choose']): TemplateResult {
    const { text, reason, allowed, href } = item;
    const line = before && before.group !== item.group ? html`<hr role="separator" />` : nothing;
    const words = html`${icon(item.icon)}<span>${text} ${reason ? html`<small>${reason}</small>` : nothing}</span>`;
    if (href !== undefined) {
      return html`${line}<a role="menuitem" part="menu-item" tabindex="-1" href=${href} target="_top">${words}</a>`;
    }
    const press = () => {
      this.#menu.value?.hidePopover();
      choose(item);
    };
    return html`${line}<button
        role="menuitem"
        part="menu-item"
        type="button"
        tabindex="-1"
        aria-disabled=${allowed ? 'false' : 'true'}
        @click=${allowed ? press : null}
      >
        ${words}
      </button>`;
  }

  #items(): HTMLElement[] {
    return [...(this.#menu.value?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  }

  readonly #opens = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#menu.value?.showPopover();
    if (event.key === 'ArrowUp') this.#items().at(-1)?.focus();
  };

  // Inside a shadow root engines lose the focus that was in a popover; a press elsewhere has taken it along already.
  readonly #closes = (event: Event) => {
    const closes = 'newState' in event && event.newState === 'closed';
    if (closes && this.#menu.value?.matches(':focus-within')) this.#button.value?.focus();
  };

  readonly #toggled = (event: Event) => {
    this.#open = 'newState' in event && event.newState === 'open';
    if (this.#open) {
      this.#place();
      if (!this.#items().some((item) => item.matches(':focus'))) this.#items()[0]?.focus();
    }
    this.#host.requestUpdate();
  };

  readonly #keys = (event: KeyboardEvent) => {
    const items = this.#items();
    const at = items.findIndex((item) => item.matches(':focus'));
    const goal = goalOf(event.key, at, items.length) ?? this.#typeAhead(event, items, at);
    if (event.key === 'Tab') this.#menu.value?.hidePopover();
    if (goal === undefined) return;
    event.preventDefault();
    items[goal]?.focus();
  };

  #typeAhead(event: KeyboardEvent, items: readonly HTMLElement[], at: number): number | undefined {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    this.#typed = event.timeStamp - this.#typedAt > 700 ? event.key : this.#typed + event.key;
    this.#typedAt = event.timeStamp;
    const begins = (item: HTMLElement) =>
      (item.textContent ?? '').trim().toLocaleLowerCase().startsWith(this.#typed.toLocaleLowerCase());
    const from = this.#typed.length === 1 ? at + 1 : at;
    const found = [...items.slice(from), ...items.slice(0, from)].find(begins);
    return found ? items.indexOf(found) : undefined;
  }

  // Where the engine cannot anchor by itself, the menu is put below the end of its button.
  #place(): void {
    const [button, menu] = [this.#button.value, this.#menu.value];
    if (!button || !menu || CSS.supports('position-area', 'block-end')) return;
    const box = button.getBoundingClientRect();
    const start = getComputedStyle(menu).direction === 'rtl' ? box.left : box.right - menu.offsetWidth;
    const left = Math.max(8, Math.min(start, document.documentElement.clientWidth - menu.offsetWidth - 8));
    const below = box.bottom + menu.offsetHeight + 4 <= document.documentElement.clientHeight;
    menu.style.setProperty('inset', 'auto');
    menu.style.setProperty('left', `${left}px`);
    menu.style.setProperty('top', `${below ? box.bottom + 4 : Math.max(8, box.top - menu.offsetHeight - 4)}px`);
  }
}

function goalOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
