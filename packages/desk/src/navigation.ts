import { isOurs } from './routes.ts';

/** Told when the address has changed: `moved` by a link or by us, `traversed` by back and forward. */
export type Arrival = 'loaded' | 'moved' | 'traversed';

/**
 * Real links and the browser's own history: a press with a modifier, a middle press, `target` and `download` stay the
 * browser's; a plain press on a link to one of our pages is shown without loading the page anew.
 */
export class Navigation {
  readonly #window: Window;
  readonly #arrived: (arrival: Arrival) => void;

  constructor(window: Window, arrived: (arrival: Arrival) => void) {
    this.#window = window;
    this.#arrived = arrived;
  }

  /** Starts to listen. */
  start(): void {
    this.#window.document.addEventListener('click', this.#pressed);
    this.#window.addEventListener('popstate', this.#traversed);
  }

  /** Goes to a page of ours. */
  go(path: string): void {
    this.#window.history.pushState(null, '', path);
    this.#arrived('moved');
  }

  /** Puts another address in place of this one: the old one is not to be come back to. */
  replace(path: string): void {
    this.#window.history.replaceState(null, '', path);
    this.#arrived('moved');
  }

  readonly #traversed = (): void => this.#arrived('traversed');

  readonly #pressed = (event: MouseEvent): void => {
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || modified) return;
    // The path reaches into the elements: their links are links of the page.
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (
      !link?.href ||
      link.hasAttribute('download') ||
      (link.target && link.target !== '_self' && link.target !== '_top')
    ) {
      return;
    }
    const url = new URL(link.href);
    const { location } = this.#window;
    if (!isOurs(url, location.origin)) return;
    if (url.pathname === location.pathname && url.hash) return;
    event.preventDefault();
    this.go(url.pathname + url.search);
  };
}
